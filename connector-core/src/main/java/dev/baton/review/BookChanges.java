package dev.baton.review;

import dev.baton.routing.BookDraft;
import java.util.List;

/** What one draft says otherwise than another. */
public final class BookChanges {
  private BookChanges() {}

  /**
   * One change for each item that was added, changed or removed, in the order of tags, agents,
   * teams and settings; none where both drafts say the same.
   */
  public static List<Change> between(BookDraft before, BookDraft after) {
    return Sections.ALL.stream()
        .flatMap(section -> section.between(before, after).stream())
        .toList();
  }
}
