package dev.baton.review;

/**
 * Something in a book that may be published and is probably not meant.
 *
 * @param about what it is about, so that a page can link to it
 * @param sentence what is wrong, and what to do
 * @param witness something concrete that shows it
 */
public record Finding(Severity severity, Kind kind, Item about, String sentence, Witness witness) {
  /** What keeps a draft from being published is no finding; see {@code BookDraft.problems}. */
  public enum Severity {
    WARNING,
    NOTE
  }

  /** What is wrong, in the order in which findings of one severity are told. */
  public enum Kind {
    /** Leads for which nobody is in line, whatever the time. */
    NOBODY_REACHED,
    NOBODY_THERE,
    NEVER_CHOSEN,
    NO_CATCHALL,
    NOTHING_ALLOWED,
    TAGS_ALIKE,
    NEVER_FOUND,
    HELD_BY_NOBODY,
    LONG_WINDOW,
    NO_NEARNESS,
    NOT_FOUND_LATELY
  }
}
