package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.Credits;
import dev.baton.agent.Distribution.Method;
import dev.baton.agent.Location;
import dev.baton.agent.Place;
import dev.baton.agent.Received;
import dev.baton.agent.Team;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What more there is to say of an agent's place or reason, in plain English. */
final class Details {
  private final RoutingBook book;
  private final Traits lead;
  private final LineUp line;
  private final RoutingFacts facts;
  private final Optional<Team> team;

  Details(RoutingBook book, Traits lead, LineUp line, RoutingFacts facts) {
    this.book = book;
    this.lead = lead;
    this.line = line;
    this.facts = facts;
    this.team = line.team().flatMap(book::team);
  }

  String of(AgentId agent, Optional<Reason> reason, Optional<Integer> place) {
    if (place.isPresent()) return turn(agent);
    if (reason.isEmpty()) return "";
    return switch (reason.get()) {
      case NO_MATCH -> isOutside(agent) ? "is not in the team " + team.orElseThrow().name() : "";
      case MAX_REACHED ->
          Limits.most(book.mostsOf(agent), received(agent))
              .map(most -> "had " + most.leads() + ", his most per " + low(most.span().name()))
              .orElse("");
      case CAPPED ->
          team.flatMap(t -> Limits.cap(t, Set.copyOf(lead.tagNames()), received(agent)))
              .map(Details::words)
              .orElse("");
      case OUT_OF_RADIUS -> book.agent(agent).map(this::far).orElse("");
      case NOT_AVAILABLE,
          OUT_OF_HOURS,
          OUT_OF_OFFICE,
          HOLIDAY,
          EXCLUSIVE_MISS,
          REQUIRED_MISS,
          NEGATIVE_SCORE,
          DECLINED_BEFORE,
          BEYOND_OFFER_LIMIT ->
          "";
    };
  }

  private Received received(AgentId agent) {
    return facts.of(agent).received();
  }

  private boolean isOutside(AgentId agent) {
    return team.filter(t -> t.members().stream().noneMatch(m -> m.agent().equals(agent)))
        .isPresent();
  }

  private static String words(Cap cap) {
    String what =
        cap.period() == Cap.Period.ACTIVE
            ? "had " + cap.most() + " leads under way"
            : "had " + cap.most() + " leads this " + low(cap.period().name());
    return what + cap.tag().map(tag -> " with " + tag).orElse("");
  }

  private String far(Agent agent) {
    Optional<Place> place = lead.place();
    if (place.isEmpty()) return "";
    return agent.locations().stream()
        .min(Comparator.comparingDouble((Location l) -> l.place().kilometresTo(place.get())))
        .map(l -> Math.round(l.place().kilometresTo(place.get())) + " km from " + l.name())
        .orElse("");
  }

  /** Why he stands where he stands, in a team that does not go by score. */
  private String turn(AgentId agent) {
    Method method = team.map(t -> t.distribution().method()).orElse(Method.SCORE_ORDER);
    long share =
        line.line().stream()
            .filter(s -> s.agent().equals(agent))
            .mapToLong(LineUp.Standing::share)
            .findFirst()
            .orElse(0);
    return switch (method) {
      case SCORE_ORDER, ROUND_ROBIN -> "";
      case WEIGHTED_ROUND_ROBIN -> "is owed " + leads(share) + " leads";
      case LOAD_BALANCE ->
          "carries "
              + leads(share)
              + (team.orElseThrow().distribution().balancedBy() == Cap.Period.ACTIVE
                  ? " leads under way"
                  : " leads this " + low(team.orElseThrow().distribution().balancedBy().name()));
    };
  }

  private static String leads(long parts) {
    String number = String.format(Locale.ROOT, "%.2f", (double) parts / Credits.LEAD);
    return number.endsWith(".00") ? number.substring(0, number.length() - 3) : number;
  }

  private static String low(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
