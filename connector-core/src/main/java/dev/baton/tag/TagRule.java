package dev.baton.tag;

/** How a tag takes part in choosing agents (domain §3). */
public enum TagRule {
  /** Raises the score of who holds it. */
  PREFERENTIAL,
  /** A lead that carries exclusive tags goes only to who holds at least one of them. */
  EXCLUSIVE,
  /** A lead that carries required tags goes only to who holds them all. */
  REQUIRED
}
