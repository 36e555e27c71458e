package dev.baton.review;

/**
 * A thing in a routing book that changes on its own and that a page can link to.
 *
 * @param key tells it from others of its kind: the id of an agent or a team, the name of a tag
 *     without case and kind of separator, the name of a setting
 * @param label what people call it
 */
public record Item(Kind kind, String key, String label) {
  public enum Kind {
    TAG,
    AGENT,
    TEAM,
    SETTING,
    /** Operating hours: a day of the week, a date, and what holds for all of them. */
    HOURS,
    HOLIDAY,
    /** An entry of the spam lists. */
    SPAM,
    /** In which order the things of a kind stand; its key names the kind. */
    ORDER
  }
}
