/** What went in and out, shown to people, and once more where they say so. */
@NullMarked
package dev.baton.server.deliveries;

import org.jspecify.annotations.NullMarked;
