package dev.baton.server.demo;

import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.company.ConnectionId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Entry;
import dev.baton.ledger.Lead;
import dev.baton.ledger.Ledger;
import dev.baton.ledger.Ledger.Admission.Admitted;
import dev.baton.ledger.Sheet;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationCommand.GiveFeedback;
import dev.baton.rotation.RotationCommand.NoteComment;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationRules;
import dev.baton.routing.Traits;
import dev.baton.server.LeadIdsByTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * Thirty days of leads before the demonstration begins, decided by Baton itself on a clock of its
 * own: so that reports have something to say at first sight. Nothing of it is told to a CRM.
 */
final class DemoHistory implements InstantSource {
  static final int DAYS = 30;
  private static final int LEADS_ON_A_WORKDAY = 22;
  private static final int LEADS_AT_THE_WEEKEND = 7;

  /** Something somebody will do. */
  private record Plan(Instant at, int number, Runnable deed) {}

  private final PriorityQueue<Plan> plans =
      new PriorityQueue<>(Comparator.comparing(Plan::at).thenComparing(Plan::number));
  private final Company company;
  private final ConnectionId connection;
  private final Instant end;
  private final DemoLeads leads;
  private final RandomGenerator random;
  private Instant now;
  private int planned;
  private int records;

  /**
   * @param end the present: nothing happens after it
   */
  DemoHistory(
      Company company,
      ConnectionId connection,
      Instant end,
      DemoLeads leads,
      RandomGenerator random) {
    this.company = company;
    this.connection = connection;
    this.end = end;
    this.leads = leads;
    this.random = random;
    this.now = end.minus(Duration.ofDays(DAYS));
  }

  /** The clock of what has not happened yet. */
  @Override
  public Instant instant() {
    return now;
  }

  /**
   * Lives it.
   *
   * @param ledger decides by this clock
   * @param nightly is done at the end of each day
   * @return how many leads there were
   */
  int live(Ledger ledger, Runnable nightly) {
    planArrivals(ledger, nightly);
    while (!plans.isEmpty() && plans.peek().at.isBefore(end)) {
      Plan next = plans.remove();
      now = next.at;
      next.deed.run();
    }
    return records;
  }

  private void planArrivals(Ledger ledger, Runnable nightly) {
    LocalDate first = LocalDate.ofInstant(now, company.zone());
    LocalDate last = LocalDate.ofInstant(end, company.zone());
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      boolean weekend = day.getDayOfWeek().getValue() > 5;
      int usual = weekend ? LEADS_AT_THE_WEEKEND : LEADS_ON_A_WORKDAY;
      int today = usual - 3 + random.nextInt(7);
      plan(day.plusDays(1).atStartOfDay(company.zone()).toInstant(), nightly);
      for (int i = 0; i < today; i++) {
        // Most of them between nine and six, with a long evening.
        double hour = Math.clamp(13.5 + 3.5 * random.nextGaussian(), 6, 23.5);
        ZonedDateTime midnight = day.atStartOfDay(company.zone());
        plan(midnight.plusSeconds((long) (hour * 3600)).toInstant(), () -> arrive(ledger));
      }
    }
  }

  private void plan(Instant at, Runnable deed) {
    if (!at.isBefore(now)) plans.add(new Plan(at, planned++, deed));
  }

  private void in(Duration wait, Runnable deed) {
    plan(now.plus(wait), deed);
  }

  private Duration between(Duration least, Duration most) {
    return least.plusSeconds(random.nextLong(most.minus(least).toSeconds()));
  }

  private boolean happens(int percent) {
    return random.nextInt(100) < percent;
  }

  // What happens
  // -----------------------------------------------------------------------------------

  private void arrive(Ledger ledger) {
    LeadContent content = leads.written();
    var record = new CrmRecord(connection, "contacts", "before-" + ++records);
    var lead = new Lead(LeadIdsByTime.next(now), company.id(), record, now, "");
    // A moment passes between the CRM's notice and the first decision.
    now = now.plusMillis(300 + random.nextInt(1_500));
    var admission =
        ledger.admit(
            lead,
            content,
            sheet ->
                entry(
                    sheet,
                    new Begin(
                        Traits.of(sheet.circumstances().book().tagIndex().find(content)),
                        Optional.empty(),
                        Optional.empty())));
    if (admission instanceof Admitted admitted) follow(ledger, lead.id(), admitted.decision());
  }

  private static Entry entry(Sheet sheet, RotationCommand command) {
    return new Entry(
        RotationRules.decide(sheet.rotation(), command, sheet.circumstances()), command, List.of());
  }

  private void happens(Ledger ledger, LeadId lead, RotationCommand command) {
    ledger.decide(lead, sheet -> entry(sheet, command)).ifPresent(d -> follow(ledger, lead, d));
  }

  /** What people will do because of what was decided. */
  private void follow(Ledger ledger, LeadId lead, Decision decision) {
    if (!(decision instanceof Decided decided)) return;
    for (RotationEvent event : decided.events()) {
      switch (event) {
        case LeadOffered e -> answer(ledger, lead, e);
        case CatchallTold e -> catchall(ledger, lead, e);
        case OfferTimedOut e when happens(22) ->
            in(
                between(Duration.ofSeconds(20), Duration.ofMinutes(9)),
                () ->
                    happens(
                        ledger, lead, new GiveAnotherChance(e.offer(), e.agent(), Channel.PAGE)));
        case OfferAccepted e -> lookAfter(ledger, lead, e.agent());
        default -> {}
      }
    }
  }

  /** Everybody has a temper of his own, which is always the same. */
  private static int temper(AgentId agent) {
    return Math.floorMod(agent.value().hashCode(), 35);
  }

  private void answer(Ledger ledger, LeadId lead, LeadOffered offered) {
    int mood = random.nextInt(100);
    int accepts = 45 + temper(offered.agent());
    // Few answer in the first seconds, some in the last ones.
    long seconds = (long) Math.clamp(Math.exp(4.1 + 0.75 * random.nextGaussian()), 9, 295);
    if (mood < accepts) {
      in(
          Duration.ofSeconds(seconds),
          () -> happens(ledger, lead, new Accept(offered.offer(), offered.agent(), Channel.PAGE)));
    } else if (mood < accepts + 12) {
      in(
          Duration.ofSeconds(seconds),
          () -> happens(ledger, lead, new Decline(offered.offer(), offered.agent(), Channel.PAGE)));
    }
    plan(offered.expiresAt(), () -> happens(ledger, lead, new TimeOut()));
  }

  private void catchall(Ledger ledger, LeadId lead, CatchallTold told) {
    if (happens(75)) {
      int which = random.nextInt(told.agents().size());
      in(
          between(Duration.ofMinutes(4), Duration.ofHours(5)),
          () ->
              happens(
                  ledger,
                  lead,
                  new Accept(told.firstOffer() + which, told.agents().get(which), Channel.PAGE)));
    }
    plan(told.until(), () -> happens(ledger, lead, new TimeOut()));
  }

  private void lookAfter(Ledger ledger, LeadId lead, AgentId agent) {
    if (happens(12)) return;
    Duration first = between(Duration.ofMinutes(10), Duration.ofHours(9));
    boolean reached = happens(55 + temper(agent));
    say(ledger, lead, agent, first, reached ? ContactStatus.CONTACTED : ContactStatus.ATTEMPTED);
    for (int comments = random.nextInt(3); comments > 0; comments--) {
      in(
          first.plus(between(Duration.ofMinutes(1), Duration.ofDays(4))),
          () -> happens(ledger, lead, new NoteComment(Optional.of(agent), "")));
    }
    if (!reached) return;
    Duration progress = first.plus(between(Duration.ofHours(5), Duration.ofDays(3)));
    if (happens(70)) deal(ledger, lead, agent, progress, DealStatus.IN_PROGRESS);
    Duration closed = progress.plus(between(Duration.ofDays(1), Duration.ofDays(12)));
    boolean won = happens(35);
    if (happens(65)) {
      deal(ledger, lead, agent, closed, won ? DealStatus.CLOSED_WON : DealStatus.CLOSED_LOST);
    }
  }

  private void say(Ledger ledger, LeadId lead, AgentId agent, Duration wait, ContactStatus status) {
    report(ledger, lead, agent, wait, new Feedback(status, DealStatus.NONE));
  }

  private void deal(Ledger ledger, LeadId lead, AgentId agent, Duration wait, DealStatus status) {
    report(ledger, lead, agent, wait, new Feedback(ContactStatus.CONTACTED, status));
  }

  private void report(Ledger ledger, LeadId lead, AgentId agent, Duration wait, Feedback feedback) {
    in(
        wait,
        () ->
            happens(
                ledger, lead, new GiveFeedback(feedback.progress(), Optional.of(agent), "", true)));
  }
}
