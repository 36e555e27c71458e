package dev.baton.server.book.hours;

import dev.baton.account.AuditLog;
import dev.baton.agent.Absence;
import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.company.CompanyId;
import dev.baton.flow.MindingAgents;
import dev.baton.server.book.form.Typed;
import dev.baton.server.book.form.Writing;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** When agents are out of office: a fact, which holds without publishing (domain §7). */
public final class TimeAway {
  private static final int LONGEST_REASON = 500;
  private static final Duration LOOKED_AHEAD = Duration.ofDays(36_500);

  private final Presences presences;
  private final MindingAgents minding;
  private final AuditLog audit;
  private final InstantSource clock;

  public TimeAway(Presences presences, MindingAgents minding, AuditLog audit, InstantSource clock) {
    this.presences = presences;
    this.minding = minding;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A time away as the page tells it.
   *
   * @param key which it is
   * @param begun whether he is away now
   */
  public record Line(String key, String from, String to, String reason, boolean begun) {}

  /** Those that are not over, the next first. */
  List<Line> of(CompanyId company, AgentId agent, ZoneId zone, Words words) {
    Instant now = clock.instant();
    return absences(company, agent).stream()
        .map(
            a ->
                new Line(
                    key(a),
                    OpenTimes.told(a.from(), zone, words),
                    OpenTimes.told(a.to(), zone, words),
                    a.reason(),
                    a.covers(now)))
        .toList();
  }

  private List<Absence> absences(CompanyId company, AgentId agent) {
    Instant now = clock.instant();
    return presences.absences(company, now, now.plus(LOOKED_AHEAD)).getOrDefault(agent, List.of());
  }

  private static String key(Absence absence) {
    return absence.from() + " " + absence.to();
  }

  /** Somebody goes away, or the form says what is wrong. */
  Form goes(Visitor visitor, AgentId agent, ZoneId zone, Typed typed) {
    Words words = typed.words();
    Writing<Instant> moment = Moment.on(zone, words);
    Instant from = typed.fresh("from", moment, Instant.MIN);
    Instant to = typed.fresh("to", moment, Instant.MAX);
    String reason = typed.text("reason");
    if (!from.isBefore(to)) typed.wrong("to", words.say("hours.away.to.wrong"));
    if (!to.isAfter(clock.instant())) typed.wrong("to", words.say("hours.moment.over"));
    if (reason.length() > LONGEST_REASON) {
      typed.wrong("reason", words.say("hours.away.reason.wrong"));
    }
    if (!typed.form().good()) return typed.form();
    minding.away(visitor.company(), agent, new Absence(reason, from, to));
    audit(visitor, "out of office", agent, from + " to " + to);
    return typed.form();
  }

  /** He does not go, or is back sooner; false where there is no such time any more. */
  boolean ends(Visitor visitor, AgentId agent, String key) {
    for (Absence absence : absences(visitor.company(), agent)) {
      if (!key(absence).equals(key)) continue;
      minding.back(visitor.company(), agent, absence);
      audit(visitor, "back in office", agent, "instead of " + key.replace(" ", " to "));
      return true;
    }
    return false;
  }

  private void audit(Visitor visitor, String what, AgentId agent, String details) {
    audit.add(
        new AuditLog.Entry(
            visitor.company(), clock.instant(), visitor.named(), what, agent.value(), details));
  }
}
