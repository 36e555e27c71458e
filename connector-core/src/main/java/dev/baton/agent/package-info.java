/** Who may get a lead: agents, and whether they are there. Never which lead they get. */
@NullMarked
package dev.baton.agent;

import org.jspecify.annotations.NullMarked;
