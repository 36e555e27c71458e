/** Pages by which the routing book is changed: into a draft, looked over, published. */
@NullMarked
package dev.baton.server.book;

import org.jspecify.annotations.NullMarked;
