/**
 * Why a lead is where it is, in words that need no manual: each decision, what it saw, and every
 * agent's verdict. Never decides anything.
 */
@NullMarked
package dev.baton.server.why;

import org.jspecify.annotations.NullMarked;
