package dev.baton.review;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is no more the same in one field of an item. */
public sealed interface Difference {
  /** What people call the field. */
  String field();

  /** What happened to it, in one line. */
  String words();

  /** One value in place of another; a blank one is nothing. */
  record Replaced(String field, String before, String after) implements Difference {
    @Override
    public String words() {
      return (before.isBlank() ? "none" : before) + " → " + (after.isBlank() ? "none" : after);
    }
  }

  /**
   * Entries that came and went; one that changed did both.
   *
   * @param moved whether those that stayed stand in another order
   */
  record Edited(String field, List<String> added, List<String> removed, boolean moved)
      implements Difference {
    public Edited {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }

    @Override
    public String words() {
      Stream<String> entries =
          Stream.concat(added.stream().map(e -> "+" + e), removed.stream().map(e -> "−" + e));
      return Stream.concat(entries, moved ? Stream.of("another order") : Stream.of())
          .collect(Collectors.joining(", "));
    }
  }
}
