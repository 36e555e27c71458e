/** How Salesforce is spoken with over the wire, in its own words. Never what Baton means by it. */
@NullMarked
package dev.baton.salesforce.client;

import org.jspecify.annotations.NullMarked;
