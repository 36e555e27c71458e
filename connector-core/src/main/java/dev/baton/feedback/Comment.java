package dev.baton.feedback;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import java.time.Instant;

/**
 * Something said about a lead (domain §6). Free text: it stays out of the history and of logs.
 *
 * @param author who says it, as people know him
 */
public record Comment(
    CommentId id,
    CompanyId company,
    LeadId lead,
    Instant at,
    Said by,
    String author,
    Kind kind,
    String text) {
  /** The longest text that is kept, in characters. */
  public static final int LONGEST = 10_000;

  private static final int LONGEST_AUTHOR = 200;

  public Comment {
    text = text.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A comment has 1 to " + LONGEST + " characters, but this one has " + text.length());
    }
    if (author.length() > LONGEST_AUTHOR) author = author.substring(0, LONGEST_AUTHOR);
  }

  /** On which side the author stands: the other one is told. */
  public enum Said {
    OWNER,
    ADMIN,
    CRM,
    BATON
  }

  /** What becomes of a comment. */
  public enum Kind {
    /** Tells the other side, and counts. */
    COMMENT,
    /** Tells nobody, and does not count. */
    MEMO,
    /** Written by Baton when a status changes. */
    AUTOMATIC
  }

  @Override
  public String toString() {
    return "Comment[" + id + ", " + kind + " by " + by + ", " + text.length() + " characters]";
  }
}
