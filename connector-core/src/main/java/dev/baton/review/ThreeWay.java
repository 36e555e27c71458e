package dev.baton.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes one list of two that began as a third, element by element. */
interface ThreeWay<E> {
  boolean same(E one, E other);

  /** What becomes of an element that both have and that is not the same. */
  E both(String key, Optional<E> base, E mine, E theirs);

  /** One of them removed what the other changed. */
  void gone(String key, E base, Optional<E> mine, Optional<E> theirs);

  /** What was done on one side only is done; where both did otherwise, mine stays. */
  default List<E> merge(Map<String, E> base, Map<String, E> mine, Map<String, E> theirs) {
    Set<String> keys = new LinkedHashSet<>(mine.keySet());
    keys.addAll(theirs.keySet());
    var merged = new LinkedHashMap<String, E>();
    for (String key : keys) {
      merge(
              key,
              Optional.ofNullable(base.get(key)),
              Optional.ofNullable(mine.get(key)),
              Optional.ofNullable(theirs.get(key)))
          .ifPresent(element -> merged.put(key, element));
    }
    var elements = new ArrayList<E>();
    Set<String> kept = new HashSet<>(merged.keySet());
    for (String key : Sequence.merged(base.keySet(), mine.keySet(), theirs.keySet(), kept)) {
      Optional.ofNullable(merged.get(key)).ifPresent(elements::add);
    }
    return elements;
  }

  private Optional<E> merge(String key, Optional<E> base, Optional<E> mine, Optional<E> theirs) {
    if (mine.isPresent() && theirs.isPresent()) {
      boolean alike = same(mine.get(), theirs.get());
      return alike ? mine : Optional.of(both(key, base, mine.get(), theirs.get()));
    }
    if (base.isEmpty()) return mine.or(() -> theirs);
    boolean unchanged = mine.or(() -> theirs).filter(e -> same(base.get(), e)).isPresent();
    if (unchanged) return Optional.empty();
    gone(key, base.get(), mine, theirs);
    return mine;
  }
}
