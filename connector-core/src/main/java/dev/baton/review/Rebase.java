package dev.baton.review;

import dev.baton.routing.BookDraft;
import java.util.ArrayList;
import java.util.List;

/**
 * A draft carried over to what somebody else has published meanwhile. What only one of the two
 * changed is as he changed it. The merged draft is a draft like any other: it may have problems
 * that neither had, such as a team with an agent whom the other removed.
 *
 * @param conflicts where both changed the same thing differently, and mine was kept
 */
public record Rebase(BookDraft draft, List<Conflict> conflicts) {
  public Rebase {
    conflicts = List.copyOf(conflicts);
  }

  /**
   * Merges two drafts.
   *
   * @param base what both began with
   */
  public static Rebase of(BookDraft base, BookDraft mine, BookDraft theirs) {
    var conflicts = new ArrayList<Conflict>();
    BookDraft merged = mine;
    for (Section<?> section : Sections.ALL) {
      merged = section.merge(base, mine, theirs, merged, conflicts);
    }
    return new Rebase(merged, conflicts);
  }
}
