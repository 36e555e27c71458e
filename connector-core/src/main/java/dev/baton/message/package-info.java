/**
 * What people are told, on which channel, and what became of it. Never what a CRM is told, and
 * never how a channel works.
 */
@NullMarked
package dev.baton.message;

import org.jspecify.annotations.NullMarked;
