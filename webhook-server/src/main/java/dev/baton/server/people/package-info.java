/** Pages by which people come in, and by which an admin says who may. Never what a lead is. */
@NullMarked
package dev.baton.server.people;

import org.jspecify.annotations.NullMarked;
