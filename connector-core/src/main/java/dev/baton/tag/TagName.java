package dev.baton.tag;

import java.util.Objects;

/**
 * The name of a tag, which is also what is looked for in a lead. Names that differ only in case or
 * in the kind of separator are the same name.
 */
public final class TagName implements Comparable<TagName> {
  private static final int LONGEST = 100;

  private final String text;
  private final String key;

  private TagName(String text, String key) {
    this.text = text;
    this.key = key;
  }

  /**
   * A tag name as an admin writes it.
   *
   * @throws IllegalArgumentException for a name that is too long, has a comma or has no letter or
   *     digit
   */
  public static TagName of(String written) {
    String text = written.strip();
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A tag name has at most " + LONGEST + " characters: " + text);
    }
    if (text.indexOf(',') >= 0) {
      throw new IllegalArgumentException("A tag name has no comma: " + text);
    }
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new IllegalArgumentException("A tag name has a letter or a digit: " + text);
    }
    return new TagName(text, TagText.fold(text));
  }

  /** The name as it was written. */
  public String text() {
    return text;
  }

  /** The name with case and kind of separator taken out: equal for equal names. */
  public String key() {
    return key;
  }

  @Override
  public int compareTo(TagName other) {
    return key.compareTo(other.key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TagName name && key.equals(name.key);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(key);
  }

  @Override
  public String toString() {
    return text;
  }
}
