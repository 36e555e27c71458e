/** Pages by which a company connects its CRM and is set up. Never where anything is stored. */
@NullMarked
package dev.baton.server.setup;

import org.jspecify.annotations.NullMarked;
