package dev.baton.crm;

import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import java.time.Duration;
import java.time.Instant;

/** Where consents are kept that an admin was asked for, until the CRM sends the browser back. */
public interface Consents {
  /** For so long a person may think about it. */
  Duration GOOD_FOR = Duration.ofMinutes(10);

  /**
   * Keeps one that is begun.
   *
   * @param stateHash the SHA-256 of the state, which alone is kept
   * @param verifier what the consent is bound to (PKCE); kept sealed
   */
  void begin(byte[] stateHash, CrmConnection connection, String verifier, Instant now);

  /** What a state is worth. Changes nothing. */
  Standing look(byte[] stateHash, Instant now);

  /** What a state is worth; an open one is used up by this, and nobody else gets it open again. */
  Standing use(byte[] stateHash, Instant now);

  /** What a state is worth. */
  sealed interface Standing {
    /** Good. */
    record Open(ConnectionId connection, String verifier) implements Standing {
      /** Secrets stay out of logs. */
      @Override
      public String toString() {
        return "Open[" + connection + "]";
      }
    }

    /** Was good once, and has been used. */
    record Used() implements Standing {}

    /** Was good, too long ago. */
    record Expired() implements Standing {}

    /** Never given out, or forgotten. */
    record Unknown() implements Standing {}
  }
}
