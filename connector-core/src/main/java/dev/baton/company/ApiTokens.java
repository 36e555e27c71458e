package dev.baton.company;

import java.time.Instant;
import java.util.Optional;

/** Where API tokens are kept: only their SHA-256, one per company (domain §11). */
public interface ApiTokens {
  /** The company a token belongs to. */
  Optional<CompanyId> company(byte[] tokenHash);

  /** The new token ends the old one. */
  void replace(CompanyId company, byte[] tokenHash, Instant at);
}
