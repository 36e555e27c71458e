package dev.baton.rotation;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Availability;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.Team;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.Offer.State;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.LeadHeld;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.SharkTankOpened;
import dev.baton.rotation.RotationEvent.Withdrawal;
import dev.baton.routing.LineUp;
import dev.baton.routing.Offering;
import dev.baton.tag.Owing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is asked next when nobody holds the lead: those waiting for another chance, then the line,
 * then all who were asked, then all catchalls, then nobody (domain §5).
 */
final class NextInLine {
  private NextInLine() {}

  /** Asks whoever is next, if anybody is; outside operating hours the lead is held first. */
  static void ask(Happening happening, Circumstances seen) {
    Rotation lead = happening.lead();
    Optional<OperatingHours> hours = seen.book().settings().calendar().hours();
    boolean underWay = lead.run().swimming() || lead.run().catchallUntil().isPresent();
    if (!underWay && !lead.run().released() && hours.filter(h -> !h.open(seen.now())).isPresent()) {
      Optional<Instant> until = hours.get().releaseAt(seen.now(), seen.facts().lastRelease());
      happening.add(new LeadHeld(seen.now(), Hold.Why.OUT_OF_HOURS, until));
      return;
    }
    LineUp line = line(lead, seen);
    happening.lookedAt(line);
    Optional<AgentId> waiting = secondChance(lead, seen);
    if (waiting.isPresent()) {
      offer(happening, waiting.get(), Kind.ANOTHER_CHANCE, seen);
    } else if (!line.line().isEmpty()) {
      offer(happening, line.line().getFirst().agent(), Kind.LINE, seen);
    } else if (lead.run().swimming()) {
      afterTheSharkTank(happening, seen);
    } else if (lead.run().catchallUntil().isPresent()) {
      afterTheCatchall(happening, seen.now());
    } else {
      openSharkTank(happening, seen);
    }
  }

  /** Whether somebody can be asked right now. */
  static boolean somebodyIsFree(Rotation lead, Circumstances seen) {
    return secondChance(lead, seen).isPresent() || !line(lead, seen).line().isEmpty();
  }

  private static LineUp line(Rotation lead, Circumstances seen) {
    return LineUp.draw(seen.book(), lead.traits(), lead.asked(), lead.out(), seen.facts());
  }

  private static Optional<AgentId> secondChance(Rotation lead, Circumstances seen) {
    return lead.chances().stream()
        .filter(
            a -> LineUp.against(seen.book(), lead.traits(), a, lead.out(), seen.facts()).isEmpty())
        .findFirst();
  }

  private static void offer(Happening happening, AgentId agent, Kind kind, Circumstances seen) {
    int number = happening.lead().offers().size() + 1;
    Instant end = seen.book().settings().window().endOf(seen.now());
    Optional<Owing> owing = PriceOfAcceptance.shown(happening.lead(), agent, kind, seen);
    happening.add(new LeadOffered(seen.now(), number, agent, kind, end, owing));
    if (!seen.book().settings().intake().queuing()) {
      happening.add(new OfferAccepted(seen.now(), number, agent, Channel.AT_ONCE, owing));
      happening.withdrawAll(seen.now(), Withdrawal.TAKEN_BY_ANOTHER);
    }
  }

  /** Skipped where the company has none, everybody has declined, or nobody was asked. */
  private static void openSharkTank(Happening happening, Circumstances seen) {
    Rotation lead = happening.lead();
    Optional<Offering.SharkTank> wanted = seen.book().settings().offering().sharkTank();
    List<AgentId> swimmers =
        lead.run().sharkTank().isPresent()
            ? List.of()
            : lead.offersOfRun().stream()
                .filter(o -> o.kind().exclusive() && o.state() == State.TIMED_OUT)
                .map(Offer::agent)
                .distinct()
                .filter(a -> !lead.out().contains(a) && isThere(a, lead, seen))
                .toList();
    if (wanted.isEmpty() || swimmers.isEmpty()) {
      tellCatchalls(happening, seen);
      return;
    }
    happening.add(
        new SharkTankOpened(
            seen.now(),
            lead.offers().size() + 1,
            swimmers,
            seen.now().plus(wanted.get().reminder()),
            seen.now().plus(wanted.get().length()),
            prices(lead, swimmers, seen)));
  }

  private static Map<AgentId, Owing> prices(
      Rotation lead, List<AgentId> swimmers, Circumstances seen) {
    var prices = new LinkedHashMap<AgentId, Owing>();
    for (AgentId agent : swimmers) {
      PriceOfAcceptance.shown(lead, agent, Kind.SHARK_TANK, seen)
          .ifPresent(owing -> prices.put(agent, owing));
    }
    return prices;
  }

  /** The shark tank is still on, or its time is over, or all have left it. */
  static void afterTheSharkTank(Happening happening, Circumstances seen) {
    Instant until = happening.lead().run().sharkTank().orElseThrow().until();
    boolean over = !seen.now().isBefore(until);
    boolean empty = happening.lead().open().stream().noneMatch(o -> o.kind() == Kind.SHARK_TANK);
    if (!over && !empty) return;
    happening.withdrawAll(over ? until : seen.now(), Withdrawal.SHARK_TANK_OVER);
    tellCatchalls(happening, seen);
  }

  /** The catchalls have been told before: they still have the lead, or their time is over. */
  private static void afterTheCatchall(Happening happening, Instant now) {
    Run run = happening.lead().run();
    Instant until = run.catchallUntil().orElseThrow();
    if (!run.delinquent() && !now.isBefore(until)) {
      happening.add(new LeadBecameDelinquent(sinceNobodyHadIt(happening.lead(), until)));
    }
  }

  /** The catchall's time is over, and so is that of whoever had the lead alone meanwhile. */
  private static Instant sinceNobodyHadIt(Rotation lead, Instant until) {
    return lead.offersOfRun().stream()
        .filter(offer -> offer.kind().exclusive())
        .flatMap(offer -> offer.settledAt().stream())
        .filter(until::isBefore)
        .max(Instant::compareTo)
        .orElse(until);
  }

  private static void tellCatchalls(Happening happening, Circumstances seen) {
    List<AgentId> catchalls =
        seen.book().catchalls().stream()
            .map(Agent::id)
            .filter(a -> isThere(a, happening.lead(), seen))
            .filter(a -> !happening.lead().out().contains(a))
            .toList();
    if (catchalls.isEmpty()) {
      boolean already = happening.lead().run().delinquent();
      if (!already) happening.add(new LeadBecameDelinquent(seen.now()));
    } else {
      int first = happening.lead().offers().size() + 1;
      Instant until = seen.now().plus(seen.book().settings().catchallWindow());
      happening.add(new CatchallTold(seen.now(), first, catchalls, until));
    }
  }

  private static boolean isThere(AgentId agent, Rotation lead, Circumstances seen) {
    Optional<Team> team = seen.book().teamOf(lead.traits());
    return seen.book()
        .agent(agent)
        .filter(Agent::active)
        .filter(
            a -> seen.book().availability(a, team, seen.facts()) == Availability.State.AVAILABLE)
        .isPresent();
  }
}
