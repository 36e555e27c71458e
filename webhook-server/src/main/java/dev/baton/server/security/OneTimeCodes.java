package dev.baton.server.security;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** The six digits an authenticator app shows (RFC 6238: SHA-1, 30 seconds, 6 digits). */
public final class OneTimeCodes {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int BYTES = 20;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP);
  private final SecureRandom random = new SecureRandom();

  /** A new secret, in Base64, as it is stored. */
  public String newSecret() {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return Base64.getEncoder().encodeToString(secret);
  }

  /**
   * The time step a code is of, where it is that of now or of the step before or after: clocks of
   * phones differ, and people type slowly.
   */
  public OptionalLong step(String secret, String code, Instant now) {
    String typed = code.replaceAll("\\s", "");
    for (int off = -1; off <= 1; off++) {
      Instant at = now.plus(STEP.multipliedBy(off));
      if (code(secret, at).equals(typed)) {
        return OptionalLong.of(at.getEpochSecond() / STEP.toSeconds());
      }
    }
    return OptionalLong.empty();
  }

  /** The code of a moment. */
  public String code(String secret, Instant at) {
    byte[] key = Base64.getDecoder().decode(secret);
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(key, generator.getAlgorithm()), at, Locale.ROOT);
    } catch (InvalidKeyException everyKeyIsGood) {
      throw new IllegalStateException(everyKeyIsGood);
    }
  }

  /** The secret as a person types it into an app that reads no squares: Base32. */
  public static String typed(String secret) {
    byte[] bytes = Base64.getDecoder().decode(secret);
    var text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte each : bytes) {
      buffer = (buffer << 8) | (each & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((buffer >> bits) & 31));
      }
    }
    if (bits > 0) text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
    return text.toString();
  }

  /** The address an authenticator app reads from the square. */
  public static String address(String secret, String account) {
    String whose =
        URLEncoder.encode("Baton:" + account, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/" + whose + "?secret=" + typed(secret) + "&issuer=Baton";
  }
}
