package dev.baton.message;

import java.util.Objects;
import java.util.Optional;

/**
 * A message in words, for every channel.
 *
 * @param text plain, without the button
 * @param html a whole page, with the button
 * @param brief at most {@value #BRIEFEST} characters, without the button
 * @param own leads the reader to everything of his; text and page have it already
 */
public record Letter(
    String subject,
    String text,
    String html,
    String brief,
    Optional<Button> button,
    Optional<Button> own) {
  /** The characters of a single short message. */
  public static final int BRIEFEST = 160;

  public Letter {
    // Letters posted before there was such a link have none.
    own = Objects.requireNonNullElse(own, Optional.empty());
    if (subject.isBlank() || subject.lines().count() > 1) {
      throw new IllegalArgumentException("A letter has a subject of one line");
    }
    if (brief.length() > BRIEFEST) {
      throw new IllegalArgumentException("A brief text has at most " + BRIEFEST + " characters");
    }
  }

  /** With a button alone, or without any. */
  public Letter(String subject, String text, String html, String brief, Optional<Button> button) {
    this(subject, text, html, brief, button, Optional.empty());
  }

  /**
   * Leads to a page; opening it changes nothing.
   *
   * @param url whole, such as {@code https://baton.example.com/o/...}
   */
  public record Button(String label, String url) {}

  /** Words may be secret. */
  @Override
  public String toString() {
    return "Letter[" + text.length() + " characters]";
  }
}
