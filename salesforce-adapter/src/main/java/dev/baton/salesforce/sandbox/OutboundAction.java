package dev.baton.salesforce.sandbox;

/** A flow with the id its messages name. */
record OutboundAction(String id, OutboundFlow flow) {}
