/** How far an owner has come with a lead, and what is said about it. Never who gets the lead. */
@NullMarked
package dev.baton.feedback;

import org.jspecify.annotations.NullMarked;
