/** What people see: values turned into escaped HTML. Never what is decided. */
@NullMarked
package dev.baton.server.page;

import org.jspecify.annotations.NullMarked;
