/**
 * Where everything is kept: SQL, and only here. One SQL for H2 and PostgreSQL, numbered migrations
 * beside it. Never decides anything.
 */
@NullMarked
package dev.baton.store;

import org.jspecify.annotations.NullMarked;
