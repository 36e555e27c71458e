package dev.baton.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bound stated at {@link FairTurns}, over many ways in which people come and go. */
class FairTurnsSimulationTest {
  private static final String[] WEIGHTS = {"1", "1", "1", "2", "0.5", "3", "0.33", "10", "0.01"};

  /** A team, what its members got and what they were entitled to. */
  private static final class Team {
    private final List<Weighted> members;
    private final Map<AgentId, Double> ahead = new HashMap<>();
    private Credits credits = Credits.NONE;
    private double farthest;

    Team(List<Weighted> members) {
      this.members = members;
    }

    static Team random(Random random, int size) {
      return new Team(
          IntStream.range(0, size)
              .mapToObj(
                  i -> FairTurnsTest.weighted("agent" + i, WEIGHTS[random.nextInt(WEIGHTS.length)]))
              .toList());
    }

    void lead(List<Weighted> present) {
      if (present.isEmpty()) return;
      AgentId turn = FairTurns.next(present, credits).orElseThrow();
      credits = FairTurns.after(present, turn, credits);
      double total = present.stream().mapToDouble(m -> m.weight().doubleValue()).sum();
      for (Weighted one : present) {
        ahead.merge(one.agent(), -one.weight().doubleValue() / total, Double::sum);
      }
      ahead.merge(turn, 1.0, Double::sum);
      for (Weighted one : present) {
        double off = Math.abs(ahead.get(one.agent()));
        if (off > farthest) farthest = off;
      }
    }

    double bound() {
      return (members.size() - 1) / 2.0 + 1e-6;
    }
  }

  @Test
  void whoever_comes_and_goes_nobody_is_farther_from_his_share_than_the_bound() {
    double farthest = 0;
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Team team = Team.random(random, 2 + random.nextInt(11));
      int size = team.members.size();
      double coming = random.nextDouble();
      double going = random.nextDouble();
      int joining = random.nextInt(1, 300);
      boolean[] there = new boolean[size];
      for (int lead = 0; lead < 600; lead++) {
        for (int i = 0; i < size; i++) {
          boolean joined = i < 2 || lead >= joining * i;
          there[i] =
              joined && (there[i] ? random.nextDouble() >= going : random.nextDouble() < coming);
        }
        team.lead(
            IntStream.range(0, size).filter(i -> there[i]).mapToObj(team.members::get).toList());
      }
      assertThat(team.farthest).as("seed %d", seed).isLessThanOrEqualTo(team.bound());
      farthest = Math.max(farthest, team.farthest);
    }
    assertThat(farthest).as("leads from his share, by chance").isLessThan(1.5);
  }

  @Test
  void presence_turned_against_them_drives_agents_apart_but_not_beyond_the_bound() {
    for (int size = 2; size <= 12; size++) {
      Random random = new Random(size);
      Team team =
          new Team(
              IntStream.range(0, size)
                  .mapToObj(i -> FairTurnsTest.weighted("agent" + i, "1"))
                  .toList());
      for (int lead = 0; lead < 3000; lead++) team.lead(twoOwedAlike(team, random));

      // A quarter of a lead for each: why no bound can do without the size of the team.
      assertThat(team.farthest).as("%d agents", size).isBetween((size - 1) / 4.0, team.bound());
    }
  }

  /** The two who are owed most nearly the same, so that the lead drives them apart. */
  private static List<Weighted> twoOwedAlike(Team team, Random random) {
    var byOwed = new ArrayList<>(team.members);
    byOwed.sort(Comparator.comparingLong(m -> team.credits.of(m.agent())));
    int pairs = byOwed.size() - 1;
    int from = random.nextInt(pairs);
    int first =
        IntStream.range(0, pairs)
            .map(i -> (i + from) % pairs)
            .boxed()
            .min(Comparator.comparingLong(i -> apart(team, byOwed, i)))
            .orElseThrow();
    return byOwed.subList(first, first + 2);
  }

  private static long apart(Team team, List<Weighted> byOwed, int first) {
    return team.credits.of(byOwed.get(first + 1).agent())
        - team.credits.of(byOwed.get(first).agent());
  }
}
