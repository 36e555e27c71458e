/** Commands and their flags. */
@NullMarked
package dev.baton.server.cli;

import org.jspecify.annotations.NullMarked;
