package dev.baton.salesforce.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** A signed statement with which an app asks for a session of a user (RFC 7523). */
record JwtAssertion(String signed, byte[] signature, JsonNode header, JsonNode claims) {
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

  /** Reads an assertion; empty for what is none. */
  static Optional<JwtAssertion> read(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) return Optional.empty();
    try {
      Base64.Decoder base64 = Base64.getUrlDecoder();
      JsonNode header = Json.parse(base64.decode(parts[0]));
      JsonNode claims = Json.parse(base64.decode(parts[1]));
      byte[] signature = base64.decode(parts[2]);
      return Optional.of(new JwtAssertion(parts[0] + "." + parts[1], signature, header, claims));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The consumer key of the app. */
  String issuer() {
    return claims.path("iss").asText();
  }

  /** The user name of whom it wants to work as. */
  String subject() {
    return claims.path("sub").asText();
  }

  /** Why it is not believed. */
  Optional<String> doubt(PublicKey certificate, Set<String> audiences, Instant now) {
    Instant ends = Instant.ofEpochSecond(claims.path("exp").asLong());
    if (!header.path("alg").asText().equals("RS256") || !isSignedWith(certificate)) {
      return Optional.of("invalid assertion");
    }
    if (!audiences.contains(claims.path("aud").asText())) return Optional.of("audience is invalid");
    if (!ends.isAfter(now)) return Optional.of("assertion has expired");
    return ends.isAfter(now.plus(LONGEST_LIFE))
        ? Optional.of("expiration of the assertion is too far away")
        : Optional.empty();
  }

  private boolean isSignedWith(PublicKey certificate) {
    try {
      Signature check = Signature.getInstance("SHA256withRSA");
      check.initVerify(certificate);
      check.update(signed.getBytes(StandardCharsets.US_ASCII));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
