/** What the outside told us, kept before it is answered. Never what it means. */
@NullMarked
package dev.baton.inbox;

import org.jspecify.annotations.NullMarked;
