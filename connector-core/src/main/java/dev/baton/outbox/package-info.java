/**
 * What we owe the outside, promised with the decision and delivered after it. Never how a CRM takes
 * it.
 */
@NullMarked
package dev.baton.outbox;

import org.jspecify.annotations.NullMarked;
