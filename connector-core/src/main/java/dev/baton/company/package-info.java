/**
 * Whose it is: the company an installation serves, and its connections to CRMs. Never what they do.
 */
@NullMarked
package dev.baton.company;

import org.jspecify.annotations.NullMarked;
