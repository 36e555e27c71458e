/** What came in: the lead, its words and its person. Never who may get it. */
@NullMarked
package dev.baton.lead;

import org.jspecify.annotations.NullMarked;
