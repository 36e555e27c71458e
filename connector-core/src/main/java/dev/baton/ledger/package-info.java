/**
 * The one door to a lead's history: load, decide, record and promise in one transaction. Never what
 * is decided.
 */
@NullMarked
package dev.baton.ledger;

import org.jspecify.annotations.NullMarked;
