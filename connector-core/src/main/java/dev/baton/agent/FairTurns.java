package dev.baton.agent;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whose turn it is where a team shares its leads by weight (domain §8): smooth weighted round
 * robin.
 *
 * <p>Each lead is worth one lead of credit, handed out to those present by their weights; the one
 * who is owed most gets the lead and pays for it. Somebody absent gains nothing and loses nothing,
 * so on return he is owed what he was owed when he went and no more: nobody is flooded. Somebody
 * new begins with nothing owed.
 *
 * <p>An agent is <em>entitled</em> to weight ÷ weights of all present of each lead that comes while
 * he is present. While the one whose turn it is gets the lead, what each has received and what he
 * is entitled to differ by at most <strong>(n − 1) ÷ 2 leads</strong> at all times, where n is the
 * number of agents who ever took part, whatever the weights and whoever comes and goes. While all
 * are present from the beginning, nobody is ever a whole lead ahead, and after each whole cycle all
 * have exactly what they are entitled to. Where people come and go by chance, a team of twelve
 * stays within a lead and a half.
 *
 * <p>The reason: any k agents together are owed at most k (n − k) ÷ 2 after each lead. Suppose a
 * lead broke that, and look at the group that then breaks its limit by most. Who got the lead is
 * not in it, and somebody of it was present, or else it would not be owed more than before. That
 * somebody is owed at most one lead more than who got it, who was owed most. Take him out of the
 * group, and in a second copy of the group put the receiver in: both copies together are owed at
 * least twice what the group is, less one lead; and their limits together are twice the group's,
 * less one lead. So both break their limits by as much as the group does, although the receiver is
 * in one of them, which was just ruled out. For one agent alone (k = 1) the limit is (n − 1) ÷ 2,
 * and the same for all others together (k = n − 1), who are owed what he got too much.
 *
 * <p>Shares are rounded down to a {@link Credits#LEAD}th of a lead, and the receiver pays what was
 * handed out, so that nothing is lost; a billion leads round off less than a thousandth of one.
 */
public final class FairTurns {
  private FairTurns() {}

  /**
   * Who is owed most once the next lead's credit is handed out. Of several owed the same, the first
   * by agent id: who of them pays makes no difference to how far apart all are afterwards.
   *
   * @param present who may get the lead, each once
   * @return empty when nobody is present
   */
  public static Optional<AgentId> next(Collection<Weighted> present, Credits credits) {
    return owed(present, credits).entrySet().stream()
        .max(
            Map.Entry.<AgentId, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  /**
   * What all are owed once an agent has got the lead; it need not have been his turn.
   *
   * @param present who might have got the lead, each once
   * @throws IllegalArgumentException when the chosen is not present
   */
  public static Credits after(Collection<Weighted> present, AgentId chosen, Credits credits) {
    Map<AgentId, Long> owed = owed(present, credits);
    if (!owed.containsKey(chosen)) {
      throw new IllegalArgumentException(chosen + " got a lead without being present");
    }
    long paid = 0;
    for (var entry : owed.entrySet()) paid += entry.getValue() - credits.of(entry.getKey());
    owed.merge(chosen, -paid, Math::addExact);
    var all = new TreeMap<>(credits.parts());
    all.putAll(owed);
    return new Credits(all);
  }

  /** What those present are owed with their shares of the next lead, in parts of a lead. */
  public static Map<AgentId, Long> owed(Collection<Weighted> present, Credits credits) {
    long total = present.stream().mapToLong(Weighted::hundredths).sum();
    var owed = new TreeMap<AgentId, Long>();
    for (Weighted one : present) {
      // LEAD × weight ÷ total, rounded down, without leaving the range of a long.
      long weight = one.hundredths();
      long share =
          Credits.LEAD / total * weight + Math.multiplyExact(Credits.LEAD % total, weight) / total;
      if (owed.put(one.agent(), credits.of(one.agent()) + share) != null) {
        throw new IllegalArgumentException(one.agent() + " is present twice");
      }
    }
    return owed;
  }
}
