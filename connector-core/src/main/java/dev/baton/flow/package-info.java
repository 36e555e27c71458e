/** The walk of a lead: all I/O in order, nothing clever. The only package with a clock. No SQL. */
@NullMarked
package dev.baton.flow;

import org.jspecify.annotations.NullMarked;
