/** What programs ask: leads as JSON, health, metrics. Never how a page looks. */
@NullMarked
package dev.baton.server.api;

import org.jspecify.annotations.NullMarked;
