/** The pages of an agent: his own leads, and the way in by his link. Never anybody else's leads. */
@NullMarked
package dev.baton.server.my;

import org.jspecify.annotations.NullMarked;
