package dev.baton.performance;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How long leads waited for their first acceptance, each of them: medians are exact. */
public final class Responses {
  private final TreeMap<Integer, Long> leadsBySeconds = new TreeMap<>();

  /** Adds some leads, or takes them back. */
  public void add(int seconds, long leads) {
    leadsBySeconds.merge(seconds, leads, (a, b) -> a + b == 0 ? null : a + b);
  }

  public void add(Responses others) {
    others.leadsBySeconds.forEach(this::add);
  }

  /** Seconds, and how many leads waited that long. */
  public Map<Integer, Long> leadsBySeconds() {
    return Collections.unmodifiableMap(leadsBySeconds);
  }

  public long leads() {
    return leadsBySeconds.values().stream().mapToLong(l -> l).sum();
  }

  /** In seconds; of an even number the mean of the middle two; empty without any. */
  public Optional<Double> median() {
    long leads = leads();
    if (leads <= 0) return Optional.empty();
    long lower = (leads - 1) / 2;
    long upper = leads / 2;
    return Optional.of((at(lower) + at(upper)) / 2.0);
  }

  private int at(long place) {
    long before = 0;
    for (Map.Entry<Integer, Long> each : leadsBySeconds.entrySet()) {
      before += each.getValue();
      if (place < before) return each.getKey();
    }
    throw new IllegalStateException("There are not that many leads");
  }

  /** In seconds; empty without any. */
  public Optional<Double> mean() {
    long leads = leads();
    if (leads <= 0) return Optional.empty();
    long sum = 0;
    for (Map.Entry<Integer, Long> each : leadsBySeconds.entrySet()) {
      sum += each.getKey() * each.getValue();
    }
    return Optional.of((double) sum / leads);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Responses r && r.leadsBySeconds.equals(leadsBySeconds);
  }

  @Override
  public int hashCode() {
    return leadsBySeconds.hashCode();
  }

  @Override
  public String toString() {
    return leadsBySeconds.toString();
  }
}
