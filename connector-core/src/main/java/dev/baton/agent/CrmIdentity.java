package dev.baton.agent;

/**
 * Who an agent is in a CRM account.
 *
 * @param owner the id that stands in a record's owner field
 * @param user the id of the agent's login there, empty where it is not known
 */
public record CrmIdentity(String owner, String user) {}
