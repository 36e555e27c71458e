package dev.baton.message;

/** E-mail addresses as far as they can be told from mistakes; the mail server knows the rest. */
public final class MailAddresses {
  private MailAddresses() {}

  /** Whether a message can be sent there; nothing in it can end a header. */
  public static boolean good(String address) {
    return address.length() <= 320
        && address.matches("[^\\s@,;:<>()\\[\\]\"\\\\]+@[^\\s@,;:<>()\\[\\]\"\\\\]+");
  }

  static void check(String address) {
    if (!good(address)) throw new IllegalArgumentException("An address is like ann@example.org");
  }
}
