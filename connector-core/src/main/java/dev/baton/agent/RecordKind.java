package dev.baton.agent;

/** The kind of record a team distributes (domain §8). "Lead" stands for all three. */
public enum RecordKind {
  LEADS,
  /** In HubSpot: tickets. */
  CASES,
  /** In HubSpot: deals. */
  OPPORTUNITIES
}
