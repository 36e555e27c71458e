package dev.baton.routing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import dev.baton.agent.AgentId;
import dev.baton.agent.Counted;
import dev.baton.agent.FairTurns;
import dev.baton.agent.Team;
import dev.baton.routing.LineUp.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who of those in line comes before whom (domain §4 and §8). Whoever the lead names by his address
 * is first, whatever the method; and there is never a tie.
 */
sealed interface Order {
  List<Standing> sort(List<Standing> standings, RoutingFacts facts);

  Comparator<Standing> ASKED_FOR =
      comparing((Standing s) -> !PersonalTags.isAskedFor(s.score().tags()));

  Comparator<Standing> LAST_TURN =
      comparing((Standing s) -> s.lastOffered().orElse(Instant.MIN))
          .thenComparing(comparing(Standing::agent));

  static Order of(Optional<Staff> staff) {
    if (staff.isEmpty()) return new ByScore();
    return switch (staff.get().team().distribution().method()) {
      case SCORE_ORDER -> new ByScore();
      case ROUND_ROBIN -> new ByTurn();
      case WEIGHTED_ROUND_ROBIN -> new ByWhatIsOwed(staff.get());
      case LOAD_BALANCE -> new ByLoad(staff.get().team());
    };
  }

  private static List<Standing> sorted(List<Standing> standings, Comparator<Standing> order) {
    var sorted = new ArrayList<>(standings);
    sorted.sort(order);
    return sorted;
  }

  /** Score, then performance, then least recently offered, then id. */
  record ByScore() implements Order {
    private static final Comparator<Standing> ORDER =
        comparingInt((Standing s) -> s.score().total())
            .reversed()
            .thenComparing(comparingInt(Standing::performance).reversed())
            .thenComparing(LAST_TURN);

    @Override
    public List<Standing> sort(List<Standing> standings, RoutingFacts facts) {
      return sorted(standings, ORDER);
    }
  }

  /** Round robin: whose last turn is longest ago. */
  record ByTurn() implements Order {
    private static final Comparator<Standing> ORDER = ASKED_FOR.thenComparing(LAST_TURN);

    @Override
    public List<Standing> sort(List<Standing> standings, RoutingFacts facts) {
      return sorted(standings, ORDER);
    }
  }

  /** Smooth weighted round robin: who is owed most. */
  record ByWhatIsOwed(Staff staff) implements Order {
    private static final Comparator<Standing> ORDER =
        ASKED_FOR
            .thenComparing(comparingLong(Standing::share).reversed())
            .thenComparing(comparing(Standing::agent));

    @Override
    public List<Standing> sort(List<Standing> standings, RoutingFacts facts) {
      List<AgentId> present = standings.stream().map(Standing::agent).toList();
      Map<AgentId, Long> owed =
          FairTurns.owed(staff.weighted(present), facts.turnsIn(staff.team().id()));
      return sorted(
          standings.stream().map(s -> s.sharing(owed.getOrDefault(s.agent(), 0L))).toList(), ORDER);
    }
  }

  /** Load balance: who has fewest, then whose last turn is longest ago. */
  record ByLoad(Team team) implements Order {
    private static final Comparator<Standing> ORDER =
        ASKED_FOR.thenComparing(comparingLong(Standing::share)).thenComparing(LAST_TURN);

    @Override
    public List<Standing> sort(List<Standing> standings, RoutingFacts facts) {
      Counted counted = Counted.of(team.id(), team.distribution().balancedBy());
      return sorted(
          standings.stream()
              .map(s -> s.sharing(facts.of(s.agent()).received().load(counted)))
              .toList(),
          ORDER);
    }
  }
}
