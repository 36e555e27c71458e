package dev.baton.agent;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The leads an agent has got so far: accepted, assigned and coalesced.
 *
 * @param last when he got the last one, of any kind
 * @param counts how many, in the periods that somebody counts
 * @param missed what he would have got of others' leads while he was away, in {@link
 *     Credits#LEAD}ths of a lead, so that nobody is flooded on return
 */
public record Received(
    Optional<Instant> last, Map<Counted, Integer> counts, Map<Counted, Long> missed) {
  public static final Received NOTHING = new Received(Optional.empty(), Map.of(), Map.of());

  public Received {
    counts = Map.copyOf(counts);
    missed = Map.copyOf(missed);
  }

  public int count(Counted of) {
    return counts.getOrDefault(of, 0);
  }

  /** One more lead, which counts as these say. */
  public Received plus(Set<Counted> as, Instant at) {
    var more = new HashMap<>(counts);
    for (Counted each : as) more.merge(each, 1, Integer::sum);
    return new Received(Optional.of(at), more, missed);
  }

  /** Somebody else's lead, of which he would have got a part. */
  public Received missing(Counted as, long parts) {
    var more = new HashMap<>(missed);
    more.merge(as, parts, Long::sum);
    return new Received(last, counts, more);
  }

  /** What he has to carry, in parts of a lead: what he got, and what he would have got. */
  public long load(Counted of) {
    return count(of) * Credits.LEAD + missed.getOrDefault(of, 0L);
  }
}
