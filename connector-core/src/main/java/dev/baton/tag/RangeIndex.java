package dev.baton.tag;

import dev.baton.tag.Intervals.Interval;
import dev.baton.tag.LeadNumber.Money;
import dev.baton.tag.LeadNumber.Plain;
import dev.baton.tag.LeadNumber.Zip;
import dev.baton.tag.SpecialTag.MoneyRange;
import dev.baton.tag.SpecialTag.NumberRange;
import dev.baton.tag.SpecialTag.ZipRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The range and zip tags of a company, found by the numbers of a lead (domain §3). */
final class RangeIndex {
  static final RangeIndex NONE = new RangeIndex(Map.of(), Map.of(), 0);

  /** Amounts are of the kind of their symbol. */
  private static final char PLAIN = ' ';

  private final Map<Character, Intervals<BigDecimal>> numbers;
  private final Map<Integer, Intervals<String>> zipsByLength;
  private final int count;

  private RangeIndex(
      Map<Character, Intervals<BigDecimal>> numbers,
      Map<Integer, Intervals<String>> zipsByLength,
      int count) {
    this.numbers = numbers;
    this.zipsByLength = zipsByLength;
    this.count = count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** The same without those removed and with those added; kinds without a change are shared. */
  RangeIndex changed(List<TagPattern> removed, List<TagPattern> added) {
    if (removed.isEmpty() && added.isEmpty()) return this;
    var names = new HashSet<TagName>();
    var nowNumbers = new HashMap<Character, List<Interval<BigDecimal>>>();
    var nowZips = new HashMap<Integer, List<Interval<String>>>();
    for (TagPattern tag : removed) {
      names.add(tag.tag());
      sort(tag, nowNumbers, nowZips);
    }
    nowNumbers.values().forEach(List::clear);
    nowZips.values().forEach(List::clear);
    for (TagPattern tag : added) sort(tag, nowNumbers, nowZips);
    return new RangeIndex(
        changed(numbers, names, nowNumbers),
        changed(zipsByLength, names, nowZips),
        count - removed.size() + added.size());
  }

  void find(LeadNumber number, Consumer<TagName> found) {
    switch (number) {
      case Money m -> find(numbers, m.symbol(), m.amount(), found);
      case Plain p -> find(numbers, PLAIN, p.value(), found);
      case Zip z -> z.codes().forEach(code -> find(zipsByLength, code.length(), code, found));
    }
  }

  private static <K, T extends Comparable<T>> void find(
      Map<K, Intervals<T>> kinds, K kind, T value, Consumer<TagName> found) {
    Intervals<T> ranges = kinds.get(kind);
    if (ranges != null) ranges.find(value, found);
  }

  private static void sort(
      TagPattern tag,
      Map<Character, List<Interval<BigDecimal>>> numbers,
      Map<Integer, List<Interval<String>>> zips) {
    switch (tag.range().orElseThrow()) {
      case MoneyRange r -> put(numbers, r.symbol(), new Interval<>(r.from(), r.to(), tag.tag()));
      case NumberRange r -> put(numbers, PLAIN, new Interval<>(r.from(), r.to(), tag.tag()));
      case ZipRange r -> put(zips, r.from().length(), new Interval<>(r.from(), r.to(), tag.tag()));
      case SpecialTag none -> throw new IllegalArgumentException("Not carried by leads: " + none);
    }
  }

  private static <K, V> void put(Map<K, List<V>> kinds, K kind, V value) {
    kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(value);
  }

  private static <K, T extends Comparable<T>> Map<K, Intervals<T>> changed(
      Map<K, Intervals<T>> before, HashSet<TagName> removed, Map<K, List<Interval<T>>> added) {
    var now = new HashMap<>(before);
    added.forEach(
        (kind, ranges) ->
            now.put(kind, now.getOrDefault(kind, Intervals.<T>none()).changed(removed, ranges)));
    return now;
  }
}
