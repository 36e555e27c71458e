/**
 * A company to look at: sandbox CRM, leads that arrive, agents who answer. Never used in earnest.
 */
@NullMarked
package dev.baton.server.demo;

import org.jspecify.annotations.NullMarked;
