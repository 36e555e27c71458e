/**
 * Which words of a lead speak to which agents. Never who holds a tag, or what it is worth to whom.
 */
@NullMarked
package dev.baton.tag;

import org.jspecify.annotations.NullMarked;
