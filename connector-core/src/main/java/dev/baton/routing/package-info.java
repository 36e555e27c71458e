/** Who stands in line for a lead, and why. Never what happened to the offer. */
@NullMarked
package dev.baton.routing;

import org.jspecify.annotations.NullMarked;
