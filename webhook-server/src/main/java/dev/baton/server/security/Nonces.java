package dev.baton.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Proves that a form was pressed by somebody who had looked at it. A nonce is made with each render
 * of a page and is good from one second after it: mail scanners, which open links, run scripts and
 * press buttons, are faster than that. Nothing is stored, so looking at a page changes nothing.
 */
public final class Nonces {
  private static final Duration FROM = Duration.ofSeconds(1);
  private static final Duration UNTIL = Duration.ofHours(24);

  private final byte[] key;

  public Nonces(SecretKey key) {
    this.key = key.forPurpose("form nonces");
  }

  /** A nonce for a form of the page with that token. */
  public String make(String token, Instant now) {
    String at = Long.toString(now.toEpochMilli(), 36);
    return at + "." + proof(token, at);
  }

  /** What the nonce of a pressed form is worth. */
  public Verdict check(String token, String nonce, Instant now) {
    int dot = nonce.indexOf('.');
    if (dot < 1 || dot > 12) return Verdict.FORGED;
    String at = nonce.substring(0, dot);
    byte[] given = nonce.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(given, proof(token, at).getBytes(StandardCharsets.UTF_8))) {
      return Verdict.FORGED;
    }
    Instant made = Instant.ofEpochMilli(Long.parseLong(at, 36));
    if (now.isBefore(made.plus(FROM))) return Verdict.TOO_QUICK;
    return now.isAfter(made.plus(UNTIL)) ? Verdict.TOO_OLD : Verdict.GOOD;
  }

  private String proof(String token, String at) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(SecretKey.hmac(key, token + " " + at));
  }

  /** What a nonce is worth. */
  public enum Verdict {
    GOOD,
    /** Pressed within a second of the page being shown: nobody reads that fast. */
    TOO_QUICK,
    TOO_OLD,
    FORGED
  }
}
