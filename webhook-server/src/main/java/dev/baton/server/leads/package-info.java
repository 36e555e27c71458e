/** The pages of leads: which there are, all about one of them, and what is done to it. */
@NullMarked
package dev.baton.server.leads;

import org.jspecify.annotations.NullMarked;
