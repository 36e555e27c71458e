package dev.baton.server.book.team;

import dev.baton.agent.Cap;
import dev.baton.agent.Distribution.Method;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Sla;
import dev.baton.review.Words;

/** What stands in the lists of a team's form. */
final class TeamWords {
  private TeamWords() {}

  static String of(Enum<?> constant) {
    return switch (constant) {
      case RecordKind kind -> kind(kind);
      case Method method -> method(method);
      case Cap.Period period -> period(period);
      case Sla.Goal goal ->
          goal == Sla.Goal.ACTED_ON ? "acted on: any contact status" : "contacted: was reached";
      case Sla.Consequence consequence ->
          consequence == Sla.Consequence.ALERT
              ? "people are told"
              : "the lead is taken back and starts again without him";
      case FieldMetric.Kind kind -> kind.label();
      default -> Words.low(constant);
    };
  }

  private static String kind(RecordKind kind) {
    return switch (kind) {
      case LEADS -> "Leads (in HubSpot contacts or leads)";
      case CASES -> "Cases (in HubSpot tickets)";
      case OPPORTUNITIES -> "Opportunities (in HubSpot deals)";
    };
  }

  private static String method(Method method) {
    return switch (method) {
      case SCORE_ORDER -> "Score order: the best match first";
      case ROUND_ROBIN -> "Round robin: whose last turn is longest ago";
      case WEIGHTED_ROUND_ROBIN -> "Weighted round robin: who is owed most by weight";
      case LOAD_BALANCE -> "Load balance: who has fewest";
    };
  }

  private static String period(Cap.Period period) {
    return switch (period) {
      case HALF_HOUR, HOUR, DAY, WEEK, MONTH ->
          (period == Cap.Period.HOUR ? "in an " : "in a ") + Words.low(period);
      case ACTIVE -> "active at a time";
      case TOTAL -> "in total, ever";
    };
  }
}
