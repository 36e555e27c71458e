/** The bells: Quartz wakes the steps of the walk up. Never what is due. */
@NullMarked
package dev.baton.server.tick;

import org.jspecify.annotations.NullMarked;
