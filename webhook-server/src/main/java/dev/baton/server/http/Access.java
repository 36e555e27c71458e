package dev.baton.server.http;

import dev.baton.account.Permission;

/** Who may use a route. A route without it does not exist. */
public sealed interface Access {
  /** Anybody: it tells nothing of any company. */
  Access ANYBODY = Proof.ANYBODY;

  /** Anybody, as at a shop window; who has logged in and may sees what is his own. */
  Access ONLOOKER = Proof.ONLOOKER;

  /** Anybody who wants to come in: pages for people, which say nothing of any company. */
  Access GATE = Proof.GATE;

  /** Only a CRM that proves itself by signature. */
  Access CRM_SIGNATURE = Proof.CRM_SIGNATURE;

  /** Only who has the link of the offer. */
  Access OFFER_LINK = Proof.OFFER_LINK;

  /** Only who comes back from a CRM with a state that was given out. */
  Access CONSENT_STATE = Proof.CONSENT_STATE;

  /** Only who has a link that was mailed to him, or an agent's own. */
  Access PERSONAL_LINK = Proof.PERSONAL_LINK;

  /** Only a program with the company's API token. */
  Access API_TOKEN = Proof.API_TOKEN;

  /** Only who has logged in and may do that. */
  static Access to(Permission permission) {
    return new SignedIn(permission);
  }

  /** Whether it is a page for people: programs have no use for it. */
  default boolean forPeopleOnly() {
    return this instanceof SignedIn || this == GATE || this == PERSONAL_LINK || this == ONLOOKER;
  }

  /** What a request that nobody has to log in for is proved by. */
  enum Proof implements Access {
    ANYBODY,
    ONLOOKER,
    GATE,
    CRM_SIGNATURE,
    OFFER_LINK,
    CONSENT_STATE,
    PERSONAL_LINK,
    API_TOKEN
  }

  /** Somebody has logged in whose role has the permission. */
  record SignedIn(Permission permission) implements Access {
    @Override
    public String toString() {
      return permission.name();
    }
  }
}
