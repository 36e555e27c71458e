package dev.baton.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of passwords: Argon2id with 19 MiB, two passes and one lane, as the promises say, written
 * as the usual PHC string so that a later setting can tell old ones apart.
 */
public final class Passwords {
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int BYTES = 32;
  private static final int SALT = 16;
  private static final String BEGINNING =
      "$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=" + LANES + "$";

  /** Of a password nobody has: checking it takes as long as checking a real one. */
  private static final String NOBODYS =
      BEGINNING + "AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private final SecureRandom random = new SecureRandom();

  public String hash(String password) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return BEGINNING + text(salt) + "$" + text(derived(password, salt));
  }

  /** Whether the password is that of the hash. */
  public boolean matches(String password, String hash) {
    String[] parts = hash.split("\\$", -1);
    if (!hash.startsWith(BEGINNING) || parts.length != 6) return false;
    byte[] salt = Base64.getDecoder().decode(parts[4]);
    return MessageDigest.isEqual(derived(password, salt), Base64.getDecoder().decode(parts[5]));
  }

  /**
   * Takes the time of a check where there is nothing to check: the answer tells nobody anything.
   */
  public void pretend(String password) {
    if (matches(password, NOBODYS)) throw new IllegalStateException("Nobody has that password");
  }

  private static byte[] derived(String password, byte[] salt) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(KIBIBYTES)
            .withIterations(PASSES)
            .withParallelism(LANES)
            .withSalt(salt)
            .build());
    byte[] derived = new byte[BYTES];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), derived);
    return derived;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
