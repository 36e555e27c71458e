/** Pages of when a company and its agents work. */
@NullMarked
package dev.baton.server.book.hours;

import org.jspecify.annotations.NullMarked;
