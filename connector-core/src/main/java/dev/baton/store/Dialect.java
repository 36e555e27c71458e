package dev.baton.store;

/** What differs between the two databases, which is little. */
public enum Dialect {
  H2("", "", ""),
  POSTGRESQL("FOR UPDATE SKIP LOCKED", "STORED", "COLLATE \"C\"");

  private final String skipLocked;
  private final String stored;
  private final String bytewise;

  Dialect(String skipLocked, String stored, String bytewise) {
    this.skipLocked = skipLocked;
    this.stored = stored;
    this.bytewise = bytewise;
  }

  /**
   * Ends a query whose rows are taken by one of several nodes. H2 is one process, where a lock in
   * the process does the same and locks no rows that are not returned.
   */
  String skipLocked() {
    return skipLocked;
  }

  /** Completes a generated column. */
  String stored() {
    return stored;
  }

  /** Has a column compared by its characters, whatever language the database speaks. */
  String bytewise() {
    return bytewise;
  }

  static Dialect of(String url) {
    if (url.startsWith("jdbc:h2:")) return H2;
    if (url.startsWith("jdbc:postgresql:")) return POSTGRESQL;
    throw new IllegalArgumentException(
        "A database address starts with jdbc:h2: or jdbc:postgresql:, but this does not");
  }
}
