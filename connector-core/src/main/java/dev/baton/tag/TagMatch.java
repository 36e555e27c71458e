package dev.baton.tag;

/**
 * A tag found in a lead, and where first.
 *
 * @param place {@link #SUBJECT}, {@link #BODY}, the CRM name of a field, or {@link #GIVEN}
 * @param start first character in that text, from 0; 0 for a given tag
 * @param end one past the last character; 0 for a given tag
 * @param exactCase whether the text reads exactly as the tag's name was written; never so for given
 *     tags, which were picked and not written, nor for ranges
 */
public record TagMatch(TagName tag, String place, int start, int end, boolean exactCase) {
  public static final String SUBJECT = "subject";
  public static final String BODY = "body";

  /** The place of a tag that came with the lead by name. */
  public static final String GIVEN = "given";

  public static TagMatch given(TagName tag) {
    return new TagMatch(tag, GIVEN, 0, 0, false);
  }

  public boolean inSubject() {
    return place.equals(SUBJECT);
  }
}
