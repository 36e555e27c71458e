/** The page of what is set for the whole company. */
@NullMarked
package dev.baton.server.book.setting;

import org.jspecify.annotations.NullMarked;
