package dev.baton.review;

import java.util.List;

/**
 * One item that is not the same in two drafts.
 *
 * @param differences the fields that differ; of an item that was added or removed all that it says
 */
public record Change(Item item, What what, List<Difference> differences) {
  public enum What {
    ADDED,
    CHANGED,
    REMOVED
  }

  public Change {
    differences = List.copyOf(differences);
  }
}
