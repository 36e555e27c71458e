/** Reads what a report is asked for, and writes it as a file. Never counts anything itself. */
@NullMarked
package dev.baton.server.report;

import org.jspecify.annotations.NullMarked;
