package dev.baton.salesforce.sandbox;

/**
 * What is to be told of a record. Its values are not in it: they are looked up when it is sent.
 *
 * @param id stays the same in every attempt, and in copies
 * @param queuedAt in nanoseconds of the machine's own clock
 */
record Notification(String id, OutboundAction action, String recordId, long queuedAt) {}
