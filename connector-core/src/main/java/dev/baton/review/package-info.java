/**
 * What a draft of the routing book would change, and what is wrong with it, before it is published.
 * Never publishes.
 */
@NullMarked
package dev.baton.review;

import org.jspecify.annotations.NullMarked;
