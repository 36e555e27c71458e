package dev.baton.company;

import java.time.Instant;
import java.util.Optional;

/** Where API tokens are kept: only their SHA-256, one per company (domain §11). */
public interface ApiTokens {
  /** The company a token belongs to. */
  Optional<CompanyId> company(byte[] tokenHash);

  /** When the company's token was made; empty where it has none. */
  Optional<Instant> madeAt(CompanyId company);

  /** The new token ends the old one. */
  void replace(CompanyId company, byte[] tokenHash, Instant at);
}
