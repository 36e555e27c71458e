/** How HubSpot is spoken with over the wire, in HubSpot's words. Never what Baton means by it. */
@NullMarked
package dev.baton.hubspot.client;

import org.jspecify.annotations.NullMarked;
