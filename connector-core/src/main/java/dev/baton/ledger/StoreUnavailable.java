package dev.baton.ledger;

/** The database cannot be reached or refuses to work; nothing was recorded. */
public final class StoreUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(Throwable cause) {
    super("The database is not available: " + cause.getMessage(), cause);
  }
}
