/** Pages of teams: who shares which leads, and how. */
@NullMarked
package dev.baton.server.book.team;

import org.jspecify.annotations.NullMarked;
