package dev.baton.review;

import dev.baton.review.Change.What;
import dev.baton.review.Difference.Replaced;
import dev.baton.routing.BookDraft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The items of one kind in a draft.
 *
 * @param plural what people call them
 * @param key see {@link Item}
 * @param apart whether each field is an item of its own, as with settings
 */
record Section<E>(
    Item.Kind kind,
    String plural,
    Function<BookDraft, List<E>> get,
    BiFunction<BookDraft, List<E>, BookDraft> with,
    Function<E, String> key,
    Function<E, String> label,
    List<Field<E>> fields,
    boolean apart) {
  private static final int NAMES_TOLD = 6;

  List<Change> between(BookDraft before, BookDraft after) {
    Map<String, E> was = keyed(before);
    Map<String, E> is = keyed(after);
    var changes = new ArrayList<Change>();
    was.forEach(
        (name, e) -> {
          E now = is.get(name);
          if (now != null) changes.addAll(between(name, e, now));
          else changes.add(new Change(item(name, e), What.REMOVED, gone(e)));
        });
    is.forEach(
        (name, e) -> {
          if (!was.containsKey(name)) {
            changes.add(new Change(item(name, e), What.ADDED, come(e)));
          }
        });
    if (Sequence.moved(was.keySet(), is.keySet())) changes.add(moved(was, is));
    return changes;
  }

  private List<Change> between(String name, E before, E after) {
    List<Difference> differences = differences(before, after);
    if (differences.isEmpty()) return List.of();
    if (!apart) return List.of(new Change(item(name, after), What.CHANGED, differences));
    return differences.stream()
        .map(d -> new Change(item(d.field()), What.CHANGED, List.of(d)))
        .toList();
  }

  private List<Difference> differences(E before, E after) {
    return fields.stream().flatMap(field -> field.between(before, after).stream()).toList();
  }

  private List<Difference> come(E item) {
    return said(item, words -> new Replaced(words.getKey(), "", words.getValue()));
  }

  private List<Difference> gone(E item) {
    return said(item, words -> new Replaced(words.getKey(), words.getValue(), ""));
  }

  private List<Difference> said(E item, Function<Map.Entry<String, String>, Difference> told) {
    return fields.stream()
        .map(field -> Map.entry(field.name(), field.words(item)))
        .filter(words -> !words.getValue().isBlank())
        .map(told)
        .toList();
  }

  /** Where the order begins to differ, told by names. */
  private Change moved(Map<String, E> before, Map<String, E> after) {
    List<String> was = Sequence.common(before.keySet(), after.keySet());
    List<String> is = Sequence.common(after.keySet(), before.keySet());
    int first = 0;
    while (was.get(first).equals(is.get(first))) first++;
    var order = new Replaced("order", names(was, first, before), names(is, first, after));
    return new Change(orderOf(), What.CHANGED, List.of(order));
  }

  private String names(Collection<String> keys, int from, Map<String, E> items) {
    List<String> names =
        keys.stream()
            .skip(from)
            .flatMap(name -> Optional.ofNullable(items.get(name)).stream())
            .map(label)
            .toList();
    String told = names.stream().limit(NAMES_TOLD).collect(Collectors.joining(", "));
    return names.size() > NAMES_TOLD ? told + ", …" : told;
  }

  BookDraft merge(
      BookDraft base, BookDraft mine, BookDraft theirs, BookDraft into, List<Conflict> conflicts) {
    Map<String, E> was = keyed(base);
    Map<String, E> my = keyed(mine);
    Map<String, E> their = keyed(theirs);
    var merging = new Merging(conflicts);
    List<E> merged = merging.merge(was, my, their);
    merging.order(was, my, their);
    return with.apply(into, merged);
  }

  /** One merge of this section, which notes its conflicts. */
  private final class Merging implements ThreeWay<E> {
    private final List<Conflict> conflicts;

    Merging(List<Conflict> conflicts) {
      this.conflicts = conflicts;
    }

    @Override
    public boolean same(E one, E other) {
      return differences(one, other).isEmpty();
    }

    @Override
    public E both(String name, Optional<E> base, E mine, E theirs) {
      E merged = mine;
      for (Field<E> field : fields) {
        merged =
            field.merge(
                base,
                mine,
                theirs,
                merged,
                (part, was, my, their) -> {
                  Item item = apart ? item(part) : item(name, mine);
                  conflicts.add(new Conflict(item, part, was, my, their));
                });
      }
      return merged;
    }

    @Override
    public void gone(String name, E base, Optional<E> mine, Optional<E> theirs) {
      conflicts.add(new Conflict(item(name, base), "", "", since(base, mine), since(base, theirs)));
    }

    private String since(E base, Optional<E> now) {
      return now.map(
              e ->
                  differences(base, e).stream()
                      .map(d -> d.field() + " " + d.words())
                      .collect(Collectors.joining("; ")))
          .orElse("removed");
    }

    /** Both moved things, and not alike. */
    void order(Map<String, E> base, Map<String, E> mine, Map<String, E> theirs) {
      List<String> all =
          Sequence.common(Sequence.common(base.keySet(), mine.keySet()), theirs.keySet());
      boolean differently =
          Sequence.moved(all, mine.keySet())
              && Sequence.moved(all, theirs.keySet())
              && Sequence.moved(
                  Sequence.common(mine.keySet(), all), Sequence.common(theirs.keySet(), all));
      if (!differently) return;
      conflicts.add(
          new Conflict(
              orderOf(),
              "order",
              names(all, 0, base),
              names(Sequence.common(mine.keySet(), all), 0, mine),
              names(Sequence.common(theirs.keySet(), all), 0, theirs)));
    }
  }

  private Map<String, E> keyed(BookDraft draft) {
    return Sequence.keyed(get.apply(draft), key);
  }

  private Item item(String name, E element) {
    return new Item(kind, name, label.apply(element));
  }

  /** A field that is an item of its own. */
  private Item item(String field) {
    return new Item(kind, field, Words.capital(field));
  }

  private Item orderOf() {
    return new Item(Item.Kind.ORDER, plural, "Order of " + plural);
  }
}
