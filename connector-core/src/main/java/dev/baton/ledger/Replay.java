package dev.baton.ledger;

import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.rotation.Circumstances;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationRules;
import dev.baton.routing.RoutingBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A lead's recorded decisions, made again by the same rules on the same grounds. What comes out has
 * to be what was recorded; if it is not, the rules have changed since, or a decision saw something
 * that was not recorded.
 *
 * @param decisions how many were made again
 * @param differences those that came out otherwise; empty as it should be
 */
public record Replay(int decisions, List<Difference> differences) {
  public Replay {
    differences = List.copyOf(differences);
  }

  /** A decision that came out otherwise. */
  public record Difference(
      Instant at, List<RotationEvent> recorded, Decision again, boolean lineDiffers) {}

  /**
   * Makes the decisions of a lead again.
   *
   * @param books the revisions of the company's routing book
   * @param from decisions recorded before it are only folded, not made again
   * @param to likewise for decisions recorded at it or later
   */
  public static Replay of(
      List<Recorded> history, IntFunction<RoutingBook> books, Instant from, Instant to) {
    var differences = new ArrayList<Difference>();
    var batch = new ArrayList<RotationEvent>();
    Rotation before = Rotation.NEW;
    int decisions = 0;
    for (Recorded recorded : history) {
      batch.add(recorded.event());
      if (recorded.grounds().isEmpty()) continue;
      Instant at = recorded.recordedAt();
      if (!at.isBefore(from) && at.isBefore(to)) {
        decisions++;
        Grounds grounds = recorded.grounds().get();
        var seen =
            new Circumstances(books.apply(recorded.revision()), grounds.facts(), at, grounds.kin());
        Decision again = RotationRules.decide(before, grounds.command(), seen);
        boolean sameEvents = again instanceof Decided d && d.events().equals(batch);
        boolean sameLine = again instanceof Decided d && d.lineUp().equals(recorded.lineUp());
        if (!sameEvents || !sameLine) {
          differences.add(new Difference(at, List.copyOf(batch), again, sameEvents));
        }
      }
      for (RotationEvent event : batch) before = before.after(event);
      batch.clear();
    }
    return new Replay(decisions, differences);
  }
}
