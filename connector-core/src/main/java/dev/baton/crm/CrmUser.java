package dev.baton.crm;

/**
 * Somebody who can own records in the CRM.
 *
 * @param owner the id that stands in a record's owner field (HubSpot: owner id)
 * @param user the id of the login, which webhooks name as the one who made a change; may be empty
 */
public record CrmUser(String owner, String user, String name, String email, boolean active) {}
