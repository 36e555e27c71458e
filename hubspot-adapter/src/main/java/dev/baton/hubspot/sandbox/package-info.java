/**
 * A HubSpot to practise with: the endpoints Baton calls and the webhooks it receives, with accounts
 * that remember what was done to them. Never shares code with the adapter it is there to judge.
 */
@NullMarked
package dev.baton.hubspot.sandbox;

import org.jspecify.annotations.NullMarked;
