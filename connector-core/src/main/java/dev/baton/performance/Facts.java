package dev.baton.performance;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Offer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a lead adds to the numbers, and what a decision about it changes there (decision 29). */
public final class Facts {
  /** Where amounts are added up before they are told. */
  private record Place(
      Optional<AgentId> agent, Instant at, Optional<Integer> responseSeconds, Facets facets) {}

  private final Map<Place, EnumMap<Measure, Long>> places = new LinkedHashMap<>();

  private Facts() {}

  /**
   * What changes between two moments of a lead.
   *
   * @param was its facets when its facts were last told; of no matter for a lead without any
   */
  public static List<Fact> between(LeadTrack before, Facets was, LeadTrack after, Facets is) {
    var facts = new Facts();
    facts.add(before, was, -1);
    facts.add(after, is, 1);
    return facts.told();
  }

  private void add(LeadTrack track, Facets facets, long sign) {
    track.standing().ifPresent(standing -> add(track, standing, facets, sign));
    for (Offer offer : track.rotation().offers()) add(offer, facets, sign);
    for (Tenure tenure : track.tenures()) {
      Place his = of(tenure.agent(), tenure.countedAt(), facets);
      tenure.amounts().forEach((measure, amount) -> add(his, measure, sign * amount));
    }
  }

  private void add(LeadTrack track, Measure standing, Facets facets, long sign) {
    var company = new Place(Optional.empty(), track.receivedAt(), Optional.empty(), facets);
    add(company, Measure.LEADS, sign);
    add(company, standing, sign);
    if (track.responseSeconds().isEmpty()) return;
    add(
        new Place(Optional.empty(), track.receivedAt(), track.responseSeconds(), facets),
        Measure.RESPONDED,
        sign);
  }

  private void add(Offer offer, Facets facets, long sign) {
    Place his = of(offer.agent(), offer.offeredAt(), facets);
    add(his, Measure.OFFERED, sign);
    switch (offer.state()) {
      case OPEN -> add(his, Measure.PENDING, sign);
      case ACCEPTED -> {
        add(his, Measure.ACCEPTED, sign);
        Instant accepted = offer.settledAt().orElseThrow();
        long seconds = Duration.between(offer.offeredAt(), accepted).toSeconds();
        if (seconds != 0) add(his, Measure.ANSWER_SECONDS, sign * seconds);
      }
      case DECLINED -> add(his, Measure.DECLINED, sign);
      case TIMED_OUT -> add(his, Measure.TIMED_OUT, sign);
      case WITHDRAWN -> add(his, Measure.WITHDRAWN, sign);
    }
  }

  private static Place of(AgentId agent, Instant at, Facets facets) {
    return new Place(Optional.of(agent), at, Optional.empty(), facets);
  }

  private void add(Place place, Measure measure, long amount) {
    places
        .computeIfAbsent(place, p -> new EnumMap<>(Measure.class))
        .merge(measure, amount, Long::sum);
  }

  private List<Fact> told() {
    var facts = new ArrayList<Fact>();
    places.forEach(
        (place, amounts) -> {
          amounts.values().removeIf(amount -> amount == 0);
          if (amounts.isEmpty()) return;
          facts.add(new Fact(place.agent, place.at, amounts, place.responseSeconds, place.facets));
        });
    return facts;
  }
}
