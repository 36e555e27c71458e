/** How well agents deal with leads, told by what happened. Never who gets a lead. */
@NullMarked
package dev.baton.performance;

import org.jspecify.annotations.NullMarked;
