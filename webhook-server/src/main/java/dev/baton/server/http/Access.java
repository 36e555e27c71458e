package dev.baton.server.http;

/** Who may use a route. A route without it does not exist. */
public enum Access {
  /** Anybody: it tells nothing of any company. */
  ANYBODY,
  /** Only a CRM that proves itself by signature. */
  CRM_SIGNATURE,
  /** Only who has the link of the offer. */
  OFFER_LINK,
  /** Only who comes back from a CRM with a state that was given out. */
  CONSENT_STATE,
  /** Only a program with the company's API token. */
  API_TOKEN
}
