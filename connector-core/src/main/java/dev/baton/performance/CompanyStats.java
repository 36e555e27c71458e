package dev.baton.performance;

import static dev.baton.performance.Measure.LEADS;
import static dev.baton.performance.Measure.LEADS_ACCEPTED;
import static dev.baton.performance.Measure.LEADS_CATCHALL;
import static dev.baton.performance.Measure.LEADS_DELINQUENT;

import java.util.List;
import java.util.Optional;

/**
 * The company row of the dashboard (domain §10).
 *
 * @param score mean over agents with events, rounded half up; empty without one
 * @param medianResponseSeconds from received to accepted; empty where nothing was accepted
 * @param meanResponseSeconds the same, as it is shown on hover
 */
public record CompanyStats(
    Optional<Integer> score,
    long leads,
    long accepted,
    long catchallAccepted,
    long assigned,
    long coalesced,
    long pending,
    long delinquent,
    Optional<Double> medianResponseSeconds,
    Optional<Double> meanResponseSeconds) {

  public static CompanyStats of(Tally tally) {
    return new CompanyStats(
        meanScore(tally),
        tally.of(LEADS),
        tally.of(LEADS_ACCEPTED),
        tally.of(LEADS_CATCHALL),
        tally.of(Measure.LEADS_ASSIGNED),
        tally.of(Measure.LEADS_COALESCED),
        tally.of(Measure.LEADS_PENDING),
        tally.of(LEADS_DELINQUENT),
        tally.responses().median(),
        tally.responses().mean());
  }

  private static Optional<Integer> meanScore(Tally tally) {
    List<ScoreSum> scores = tally.scores().values().stream().filter(ScoreSum::any).toList();
    if (scores.isEmpty()) return Optional.empty();
    long sum = scores.stream().mapToLong(ScoreSum::score).sum();
    long agents = scores.size();
    return Optional.of(Math.toIntExact(Math.floorDiv(2 * sum + agents, 2 * agents)));
  }

  public Ratio acceptanceRate() {
    return new Ratio(accepted, leads);
  }

  public Ratio catchallAcceptanceRate() {
    return new Ratio(catchallAccepted, leads);
  }

  public Ratio delinquentRate() {
    return new Ratio(delinquent, leads);
  }
}
