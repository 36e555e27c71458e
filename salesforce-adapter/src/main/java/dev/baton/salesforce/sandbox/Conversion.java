package dev.baton.salesforce.sandbox;

/** The records that were made of a lead. */
public record Conversion(String accountId, String contactId, String opportunityId) {}
