package dev.baton.lead;

import java.util.Optional;

/**
 * What a lead is about, in a sentence or two by a language model: one paragraph without contact
 * data. It may be wrong, and it may be what a stranger wanted the model to say.
 */
public record Summary(String text) {
  /** In characters. */
  public static final int LONGEST = 300;

  public Summary {
    boolean oneLine = text.chars().noneMatch(Character::isISOControl);
    if (text.isBlank() || text.length() > LONGEST || !oneLine) {
      throw new IllegalArgumentException("A summary is one line of at most 300 characters");
    }
  }

  /**
   * What may be kept of an answer; empty where it says nothing, or where the person of the lead can
   * still be read in it.
   */
  public static Optional<Summary> of(String answer, Redaction redaction) {
    String left = redaction.hide(answer).replaceAll("\\s+", " ").strip();
    if (left.chars().noneMatch(Character::isLetter) || redaction.misses(left)) {
      return Optional.empty();
    }
    return Optional.of(new Summary(cut(left)));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) return text;
    int end = text.lastIndexOf(' ', LONGEST - 1);
    if (end <= 0) end = LONGEST - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return text.substring(0, end) + "…";
  }

  /** What was made of a lead stays out of logs, like the lead. */
  @Override
  public String toString() {
    return "Summary[hidden]";
  }
}
