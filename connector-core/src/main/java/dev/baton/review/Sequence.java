package dev.baton.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** In which order things stand that have a key each. */
final class Sequence {
  private Sequence() {}

  /** The elements by their keys, in their order; whoever comes second under a key is named so. */
  static <E> Map<String, E> keyed(List<E> elements, Function<E, String> key) {
    var keyed = new LinkedHashMap<String, E>();
    var times = new HashMap<String, Integer>();
    for (E element : elements) {
      String plain = key.apply(element);
      int time = times.merge(plain, 1, Integer::sum);
      keyed.put(time == 1 ? plain : plain + " #" + time, element);
    }
    return keyed;
  }

  /** Whether what is in both stands in another order. */
  static boolean moved(Collection<String> before, Collection<String> after) {
    return !common(before, after).equals(common(after, before));
  }

  /** Those of the first that are in the second, too. */
  static List<String> common(Collection<String> these, Collection<String> those) {
    var known = new HashSet<>(those);
    return these.stream().filter(known::contains).toList();
  }

  /**
   * The order of two lists that began as one: mine, unless only they moved something. What one of
   * them added stands behind what it stood behind there.
   */
  static List<String> merged(
      Collection<String> base,
      Collection<String> mine,
      Collection<String> theirs,
      Set<String> kept) {
    List<String> stayed = common(base, kept);
    boolean theirOrder = !moved(stayed, mine) && moved(stayed, theirs);
    var order = new ArrayList<>(common(theirOrder ? theirs : mine, kept));
    insert(common(theirOrder ? mine : theirs, kept), order);
    return order;
  }

  private static void insert(List<String> others, List<String> order) {
    var known = new HashSet<>(order);
    var behind = new HashMap<String, List<String>>();
    var first = new ArrayList<String>();
    List<String> last = first;
    for (String each : others) {
      if (known.contains(each)) last = behind.computeIfAbsent(each, e -> new ArrayList<>());
      else last.add(each);
    }
    var all = new ArrayList<>(first);
    for (String each : order) {
      all.add(each);
      all.addAll(behind.getOrDefault(each, List.of()));
    }
    order.clear();
    order.addAll(all);
  }
}
