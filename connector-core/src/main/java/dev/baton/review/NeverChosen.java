package dev.baton.review;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.review.Finding.Kind;
import dev.baton.review.Finding.Severity;
import dev.baton.review.Witness.LeftOut;
import dev.baton.review.Witness.LeftOut.Verdict;
import dev.baton.routing.BookDraft;
import dev.baton.routing.LineUp;
import dev.baton.routing.Reason;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Agents who are in line for no lead, whatever it says and whenever it comes. Somebody who is a
 * catchall may be meant to be that alone; whoever a lead names by his address gets it, and that is
 * no way to work.
 */
final class NeverChosen {
  private static final int VERDICTS_TOLD = 5;

  private NeverChosen() {}

  /**
   * Looks at all who were not in line so far.
   *
   * @param reached who was
   */
  static List<Finding> in(UnderReview review, Set<AgentId> reached) {
    return review.awake().content().agents().stream()
        .filter(agent -> agent.active() && !agent.catchall() && !reached.contains(agent.id()))
        .flatMap(agent -> look(review, agent).stream())
        .toList();
  }

  private static Optional<Finding> look(UnderReview review, Agent agent) {
    RoutingBook alone = alone(review, agent);
    var verdicts = new ArrayList<Verdict>();
    for (Traits lead : Chances.of(review, agent)) {
      LineUp line = review.line(alone, lead);
      Reason reason = line.leftOut().get(agent.id());
      if (reason == null) return Optional.empty();
      verdicts.add(new Verdict(lead, reason));
    }
    if (verdicts.isEmpty()) return Optional.empty();
    Reason closest =
        verdicts.stream().map(Verdict::reason).max(Reason::compareTo).orElse(Reason.NO_MATCH);
    var witness =
        new LeftOut(agent.id(), verdicts.subList(0, Math.min(VERDICTS_TOLD, verdicts.size())));
    return Optional.of(
        new Finding(
            Severity.WARNING,
            Kind.NEVER_CHOSEN,
            UnderReview.item(agent),
            agent.name() + " is never in line: " + why(review, agent, closest),
            witness));
  }

  /** One agent is looked at apart from the others: whether he is in line is not up to them. */
  private static RoutingBook alone(UnderReview review, Agent agent) {
    BookDraft content = review.awake().content();
    return new RoutingBook(
        review.book().company(), review.book().revision(), content.staffed(List.of(agent)));
  }

  private static String why(UnderReview review, Agent agent, Reason closest) {
    return switch (closest) {
      case OUT_OF_HOURS -> "his shift has no hours. Give him some, or take the shift away.";
      case NEGATIVE_SCORE ->
          "his score is below zero whatever a lead says. Take points below zero from him.";
      case CAPPED -> "a cap of his team allows no lead. Raise it.";
      case MAX_REACHED -> "he may have no lead. Let him have more.";
      case EXCLUSIVE_MISS, REQUIRED_MISS ->
          "leads of his team carry tags he would have to hold. Give him one of them.";
      case NO_MATCH -> noMatch(review, agent);
      case NOT_AVAILABLE,
          OUT_OF_OFFICE,
          HOLIDAY,
          OUT_OF_RADIUS,
          DECLINED_BEFORE,
          BEYOND_OFFER_LIMIT ->
          "he " + closest.words() + ".";
    };
  }

  private static String noMatch(UnderReview review, Agent agent) {
    boolean member =
        review.book().content().teams().stream()
            .flatMap(team -> team.members().stream())
            .anyMatch(m -> m.agent().equals(agent.id()));
    if (!member && !review.carriedTags(agent).isEmpty()) {
      return "he is in no team, and all leads that he could have belong to teams. Add him to one.";
    }
    return "he holds no tag that a lead of his could carry. Give him one, or let every agent"
        + " qualify.";
  }
}
