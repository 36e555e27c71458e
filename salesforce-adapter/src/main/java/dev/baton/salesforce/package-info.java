/**
 * Speaks with Salesforce in Baton's words, as {@code dev.baton.hubspot} does with HubSpot. Knows no
 * rotation and no other adapter.
 */
@NullMarked
package dev.baton.salesforce;

import org.jspecify.annotations.NullMarked;
