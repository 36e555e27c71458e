/**
 * What went in and out, try by try, for people to look at and to set going once more. Never a
 * customer's name, address or number, and never a token.
 */
@NullMarked
package dev.baton.delivery;

import org.jspecify.annotations.NullMarked;
