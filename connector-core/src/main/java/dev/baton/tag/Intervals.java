package dev.baton.tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Ranges of one kind, both ends included, found by a value in them without looking at the others:
 * sorted by where they begin, and for each half of a half the furthest end in it is known.
 */
final class Intervals<T extends Comparable<T>> {
  record Interval<T extends Comparable<T>>(T from, T to, TagName tag) {}

  private final List<Interval<T>> sorted;
  private final List<T> furthest;

  private Intervals(List<Interval<T>> sorted) {
    this.sorted = sorted;
    this.furthest = new ArrayList<>();
    for (Interval<T> each : sorted) furthest.add(each.to());
    if (!sorted.isEmpty()) furthest(0, sorted.size());
  }

  static <T extends Comparable<T>> Intervals<T> none() {
    return new Intervals<>(List.of());
  }

  /** The same without those removed and with those added; costs one pass. */
  Intervals<T> changed(Collection<TagName> removed, Collection<Interval<T>> added) {
    var now = new ArrayList<>(sorted);
    now.removeIf(each -> removed.contains(each.tag()));
    now.addAll(added);
    // Sorting what is sorted but for its tail is one merge.
    now.sort(
        Comparator.<Interval<T>, T>comparing(Interval::from)
            .thenComparing(Interval::to)
            .thenComparing(Interval::tag));
    return new Intervals<>(now);
  }

  /** The tags whose range the value is in, by where the ranges begin. */
  void find(T value, Consumer<TagName> found) {
    find(0, sorted.size(), value, found);
  }

  private void find(int from, int to, T value, Consumer<TagName> found) {
    if (from >= to) return;
    int middle = (from + to) >>> 1;
    if (furthest.get(middle).compareTo(value) < 0) return;
    find(from, middle, value, found);
    Interval<T> here = sorted.get(middle);
    if (here.from().compareTo(value) > 0) return;
    if (here.to().compareTo(value) >= 0) found.accept(here.tag());
    find(middle + 1, to, value, found);
  }

  private T furthest(int from, int to) {
    int middle = (from + to) >>> 1;
    T most = furthest.get(middle);
    if (from < middle) most = later(most, furthest(from, middle));
    if (middle + 1 < to) most = later(most, furthest(middle + 1, to));
    furthest.set(middle, most);
    return most;
  }

  private static <T extends Comparable<T>> T later(T one, T other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
