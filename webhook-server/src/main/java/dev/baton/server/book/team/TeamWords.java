package dev.baton.server.book.team;

import dev.baton.agent.Cap;
import dev.baton.agent.Distribution;
import dev.baton.agent.Distribution.Method;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Sla;
import dev.baton.server.words.Words;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;

/** What stands in the lists of a team's form, and in short in the list of teams. */
final class TeamWords {
  private static final long DAY = Duration.ofDays(1).toSeconds();

  private TeamWords() {}

  static String of(Enum<?> constant, Words words) {
    String list =
        switch (constant) {
          case RecordKind unused -> "team.kind.";
          case Method unused -> "team.method.";
          case Cap.Period unused -> "team.period.";
          case Sla.Goal unused -> "team.slas.goal.";
          case Sla.Consequence unused -> "team.slas.consequence.";
          case FieldMetric.Kind unused -> "team.metrics.kind.";
          default -> throw new IllegalArgumentException("In no list: " + constant);
        };
    return words.say(list + constant.name());
  }

  static String kind(RecordKind kind, Words words) {
    return words.say("team.teams.kind." + kind.name());
  }

  static String method(Distribution how, Words words) {
    return how.method() == Method.LOAD_BALANCE
        ? words.say("team.teams.balance." + how.balancedBy().name())
        : words.say("team.teams.method." + how.method().name());
  }

  static String cap(Cap cap, Words words) {
    String most = words.say("team.teams.cap." + cap.period().name(), cap.most());
    return cap.tag().map(tag -> words.say("team.teams.cap.with", most, tag)).orElse(most);
  }

  static String sla(Sla sla, Words words) {
    String otherwise = words.say("team.teams.sla.else." + sla.consequence().name());
    String told =
        words.say("team.teams.sla." + sla.goal().name(), time(sla.after(), words), otherwise);
    return sla.switchOff() ? words.say("team.teams.sla.switched-off", told) : told;
  }

  /** Up to a day in hours, minutes and seconds; whole days from two on. */
  private static String time(Duration time, Words words) {
    if (!time.truncatedTo(ChronoUnit.SECONDS).equals(time)) return time.toString();
    long seconds = time.toSeconds();
    if (seconds >= 2 * DAY && seconds % DAY == 0) {
      return words.say("team.teams.time.days", seconds / DAY);
    }
    var parts = new ArrayList<String>();
    if (time.toHours() > 0) parts.add(words.say("team.teams.time.h", time.toHours()));
    if (time.toMinutesPart() > 0) {
      parts.add(words.say("team.teams.time.min", time.toMinutesPart()));
    }
    if (time.toSecondsPart() > 0 || parts.isEmpty()) {
      parts.add(words.say("team.teams.time.s", time.toSecondsPart()));
    }
    return String.join(" ", parts);
  }
}
