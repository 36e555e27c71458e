/**
 * One trip of a lead along its line of agents: what may happen next. No clock, no I/O, no chance.
 */
@NullMarked
package dev.baton.rotation;

import org.jspecify.annotations.NullMarked;
