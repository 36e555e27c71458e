/**
 * A Salesforce to practise with: the calls Baton makes and the outbound messages it receives, with
 * orgs that remember what was done to them. Shares nothing with the adapter it is there to judge
 * but the spelling of ids.
 */
@NullMarked
package dev.baton.salesforce.sandbox;

import org.jspecify.annotations.NullMarked;
