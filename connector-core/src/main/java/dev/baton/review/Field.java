package dev.baton.review;

import dev.baton.review.Difference.Edited;
import dev.baton.review.Difference.Replaced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A part of an item that is compared and merged on its own. */
sealed interface Field<T> {
  String name();

  /** What it says, in words; blank for nothing. */
  String words(T item);

  List<Difference> between(T before, T after);

  /**
   * Merges the field.
   *
   * @param base what both began with; empty where both added the item
   * @param into the item as far as it is merged
   */
  T merge(Optional<T> base, T mine, T theirs, T into, Clash clash);

  /** Hears of what both changed differently. */
  interface Clash {
    void on(String field, String base, String mine, String theirs);
  }

  /** One value, merged as a whole. */
  record Value<T, V>(
      String name, Function<T, V> get, BiFunction<T, V, T> with, Function<V, String> say)
      implements Field<T> {
    @Override
    public String words(T item) {
      return say.apply(get.apply(item));
    }

    @Override
    public List<Difference> between(T before, T after) {
      return get.apply(before).equals(get.apply(after))
          ? List.of()
          : List.of(new Replaced(name, words(before), words(after)));
    }

    @Override
    public T merge(Optional<T> base, T mine, T theirs, T into, Clash clash) {
      V was = get.apply(mine);
      V other = get.apply(theirs);
      Optional<V> first = base.map(get);
      if (was.equals(other) || first.filter(other::equals).isPresent()) {
        return with.apply(into, was);
      }
      if (first.filter(was::equals).isPresent()) return with.apply(into, other);
      clash.on(name, base.map(this::words).orElse(""), words(mine), words(theirs));
      return with.apply(into, was);
    }
  }

  /**
   * Several entries, merged one by one.
   *
   * @param key tells an entry from the others
   * @param apart whether people see each entry as a thing of its own
   */
  record Many<T, E>(
      String name,
      Function<T, List<E>> get,
      BiFunction<T, List<E>, T> with,
      Function<E, String> key,
      Function<E, String> say,
      boolean apart)
      implements Field<T> {

    /** Entries that are told as one field. */
    static <T, E> Many<T, E> of(
        String name,
        Function<T, List<E>> get,
        BiFunction<T, List<E>, T> with,
        Function<E, String> key,
        Function<E, String> say) {
      return new Many<>(name, get, with, key, say, false);
    }

    @Override
    public String words(T item) {
      return get.apply(item).stream().map(say).collect(Collectors.joining(", "));
    }

    @Override
    public List<Difference> between(T before, T after) {
      Map<String, E> was = keyed(before);
      Map<String, E> is = keyed(after);
      var differences = new ArrayList<Difference>();
      var added = new ArrayList<String>();
      var removed = new ArrayList<String>();
      was.forEach(
          (entry, e) -> {
            if (e.equals(is.get(entry))) return;
            removed.add(say.apply(e));
            differences.add(new Replaced(entry, say.apply(e), said(is, entry)));
          });
      is.forEach(
          (entry, e) -> {
            if (e.equals(was.get(entry))) return;
            added.add(say.apply(e));
            if (!was.containsKey(entry)) differences.add(new Replaced(entry, "", say.apply(e)));
          });
      if (apart) return differences;
      boolean moved = Sequence.moved(was.keySet(), is.keySet());
      return added.isEmpty() && removed.isEmpty() && !moved
          ? List.of()
          : List.of(new Edited(name, added, removed, moved));
    }

    @Override
    public T merge(Optional<T> base, T mine, T theirs, T into, Clash clash) {
      var merging =
          new ThreeWay<E>() {
            @Override
            public boolean same(E one, E other) {
              return one.equals(other);
            }

            @Override
            public E both(String entry, Optional<E> was, E mine, E theirs) {
              if (was.filter(mine::equals).isPresent()) return theirs;
              if (was.filter(theirs::equals).isEmpty()) {
                tell(entry, was, Optional.of(mine), Optional.of(theirs));
              }
              return mine;
            }

            @Override
            public void gone(String entry, E was, Optional<E> mine, Optional<E> theirs) {
              tell(entry, Optional.of(was), mine, theirs);
            }

            private void tell(String entry, Optional<E> was, Optional<E> mine, Optional<E> theirs) {
              clash.on(apart ? entry : name, said(was), said(mine), said(theirs));
            }
          };
      Map<String, E> was = base.map(this::keyed).orElse(Map.of());
      return with.apply(into, merging.merge(was, keyed(mine), keyed(theirs)));
    }

    private Map<String, E> keyed(T item) {
      return Sequence.keyed(get.apply(item), key);
    }

    private String said(Map<String, E> entries, String entry) {
      return said(Optional.ofNullable(entries.get(entry)));
    }

    private String said(Optional<E> entry) {
      return entry.map(say).orElse("");
    }
  }
}
