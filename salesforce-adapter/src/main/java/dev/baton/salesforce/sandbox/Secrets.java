package dev.baton.salesforce.sandbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes tokens nobody can guess, and the hashes of proof keys. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Secrets() {}

  static String fresh(String prefix) {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return prefix + BASE64.encodeToString(bytes);
  }

  /** The S256 challenge of RFC 7636 that belongs to a verifier. */
  static String challengeOf(byte[] verifier) {
    try {
      return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
