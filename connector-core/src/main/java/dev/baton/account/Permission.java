package dev.baton.account;

import static dev.baton.account.Role.ADMIN;
import static dev.baton.account.Role.AGENT;
import static dev.baton.account.Role.EDITOR;

import java.util.Set;

/** What can be done on the pages, and which roles may: the whole matrix. */
public enum Permission {
  /** One's own account: password, second factor, language. */
  OWN_ACCOUNT(AGENT, EDITOR, ADMIN),
  /** One's own leads, feedback on them, one's own score, and availability where it is allowed. */
  OWN_LEADS(AGENT, EDITOR, ADMIN),
  /** All leads of the company, with their contact details. */
  SEE_LEADS(EDITOR, ADMIN),
  /** Assign, resubmit, release, restore, and move leads. */
  ACT_ON_LEADS(EDITOR, ADMIN),
  SEE_REPORTS(EDITOR, ADMIN),
  /** Who the agents are, how they are told of leads, when they are away. */
  MANAGE_AGENTS(EDITOR, ADMIN),
  /** Tags, teams, hours and settings: drafts, and publishing them. */
  EDIT_BOOK(EDITOR, ADMIN),
  /** What went in and out, once more where it failed. */
  SEE_DELIVERIES(EDITOR, ADMIN),
  /** Who is agent, editor or admin, and who has left. */
  MANAGE_ROLES(ADMIN),
  /** CRM accounts, webhooks, API tokens. */
  MANAGE_SECRETS(ADMIN),
  /** What agents owe for the leads they accepted. */
  SEE_BILLING(ADMIN),
  SEE_AUDIT(ADMIN),
  /** Have everything of one person forgotten. */
  ERASE(ADMIN);

  private final Set<Role> roles;

  Permission(Role... roles) {
    this.roles = Set.of(roles);
  }

  public Set<Role> roles() {
    return roles;
  }
}
