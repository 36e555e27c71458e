package dev.baton.server.people;

/** Telephone numbers as people write them. */
public final class ContactNumbers {
  private ContactNumbers() {}

  /** Without blanks, brackets and hyphens, and with a plus for two zeros. */
  public static String read(String written) {
    String digits = written.replaceAll("[\\s()/.\\u00a0-]", "");
    return digits.startsWith("00") ? "+" + digits.substring(2) : digits;
  }
}
