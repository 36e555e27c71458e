package dev.baton.review;

import dev.baton.routing.RoutingBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for what may be published and is probably not meant. Whatever it says of leads and agents
 * it has tried: lines are drawn by the code that draws them for leads.
 */
public final class Linter {
  private Linter() {}

  /**
   * All that is found, the worst first.
   *
   * @param book a revision, or a draft made into one
   * @param recent what came lately; the more, the more is found
   * @param from when the week begins whose hours are looked at
   */
  public static List<Finding> look(RoutingBook book, Recent recent, Instant from) {
    var review = UnderReview.of(book, recent, from);
    var leads = new UnreachedLeads(review);
    var findings = new ArrayList<>(leads.findings());
    findings.addAll(HoursWithoutAnybody.in(review));
    findings.addAll(NeverChosen.in(review, leads.reached()));
    findings.addAll(TagsInVain.in(review));
    findings.addAll(SettingsAtOdds.in(review));
    findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::kind));
    return List.copyOf(findings);
  }
}
