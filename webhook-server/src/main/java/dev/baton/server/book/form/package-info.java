/** How values of the routing book stand in the fields of a form, and are read from there. */
@NullMarked
package dev.baton.server.book.form;

import org.jspecify.annotations.NullMarked;
