package dev.baton.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts secrets before they are stored: AES-GCM, bound to the row they belong to, so that a
 * value copied into another row does not open.
 */
public final class Sealing {
  private static final byte KEY_ID = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param key 32 bytes
   */
  public Sealing(byte[] key) {
    if (key.length != 32) throw new IllegalArgumentException("The key has 32 bytes");
    this.key = new SecretKeySpec(key, "AES");
  }

  byte[] seal(String secret, String row) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, row, secret.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(1 + NONCE + sealed.length)
        .put(KEY_ID)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * Opens what {@link #seal} sealed for that row.
   *
   * @throws IllegalStateException when it was sealed with another key or for another row
   */
  String open(byte[] sealed, String row) {
    if (sealed.length <= 1 + NONCE || sealed[0] != KEY_ID) throw doesNotOpen(row, null);
    byte[] nonce = new byte[NONCE];
    ByteBuffer buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
    buffer.get(nonce);
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return new String(crypt(Cipher.DECRYPT_MODE, nonce, row, rest), StandardCharsets.UTF_8);
  }

  private byte[] crypt(int mode, byte[] nonce, String row, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(row.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException failed) {
      throw doesNotOpen(row, failed);
    }
  }

  private static IllegalStateException doesNotOpen(String row, @Nullable Throwable cause) {
    return new IllegalStateException(
        "The stored secret of "
            + row
            + " does not open: it was stored with another secret key. Start with that key, or"
            + " connect again.",
        cause);
  }
}
