package dev.baton.server.security;

import dev.baton.server.Misconfigured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's own secret: offer links are made with it and stored secrets sealed with it.
 * All nodes of an installation share it. Whoever has the database alone can make no link and open
 * no secret.
 */
public final class SecretKey {
  private static final int BYTES = 32;

  private final byte[] bytes;

  private SecretKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The configured key, else the one in the data directory, which is made at the first start. */
  public static SecretKey load(Optional<String> configured, Path data) {
    if (configured.isPresent()) return new SecretKey(decode(configured.get(), "secret-key"));
    Path file = data.resolve("secret.key");
    try {
      if (Files.exists(file)) {
        return new SecretKey(decode(Files.readString(file).strip(), file.toString()));
      }
      Files.createDirectories(data);
      byte[] made = new byte[BYTES];
      new SecureRandom().nextBytes(made);
      Files.writeString(file, Base64.getEncoder().encodeToString(made) + "\n");
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(
            file, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
      }
      return new SecretKey(made);
    } catch (IOException failed) {
      throw new Misconfigured(
          "The secret key in " + file + " cannot be read or made: " + failed.getMessage());
    }
  }

  private static byte[] decode(String text, String where) {
    try {
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length == BYTES) return key;
    } catch (IllegalArgumentException notBase64) {
      // Said below, for both cases alike.
    }
    throw new Misconfigured(
        where + " has to be 32 bytes in Base64; make one with: openssl rand -base64 32");
  }

  /** A key for one purpose; knowing it tells nothing of the others. */
  public byte[] forPurpose(String purpose) {
    return hmac(bytes, purpose);
  }

  public static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
