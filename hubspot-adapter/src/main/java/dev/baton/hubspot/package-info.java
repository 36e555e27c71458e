/**
 * How HubSpot says what Baton asks of a CRM: its records, tasks, owners, webhooks and refusals.
 * Never what is decided from it.
 */
@NullMarked
package dev.baton.hubspot;

import org.jspecify.annotations.NullMarked;
