package dev.baton.tag;

/**
 * A tag found in a lead, and where first.
 *
 * @param place {@code subject}, {@code body}, the CRM name of a field, or {@link #GIVEN}
 * @param start first character in that text, from 0; 0 for a given tag
 * @param end one past the last character; 0 for a given tag
 */
public record TagMatch(TagName tag, String place, int start, int end) {
  /** The place of a tag that came with the lead by name. */
  public static final String GIVEN = "given";

  public static TagMatch given(TagName tag) {
    return new TagMatch(tag, GIVEN, 0, 0);
  }
}
