package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Entry;
import dev.baton.ledger.Ledger;
import dev.baton.ledger.Sheet;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.Refusal;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what people want of a lead's rotation: load, decide, record, promise; then ring. */
public final class RotatingLeads {
  private static final Logger LOG = LoggerFactory.getLogger(RotatingLeads.class);

  /**
   * Offers that end within so short a time of each other are settled in one transaction: many
   * commits a second would cost more than they gain, and nobody notices a hundredth of a second.
   */
  private static final Duration BREATH = Duration.ofMillis(10);

  private final Ledger ledger;
  private final Bells bells;

  public RotatingLeads(Ledger ledger, Bells bells) {
    this.ledger = ledger;
    this.bells = bells;
  }

  /** The time that decides. */
  Instant now() {
    return ledger.now();
  }

  public Decision accept(OfferId offer, AgentId agent, Channel by) {
    return carryOut(offer.lead(), new Accept(offer.number(), agent, by));
  }

  public Decision decline(OfferId offer, AgentId agent, Channel by) {
    return carryOut(offer.lead(), new Decline(offer.number(), agent, by));
  }

  /** Another chance, also in the moment between an offer's end and its bell. */
  public Decision giveAnotherChance(OfferId offer, AgentId agent, Channel by) {
    carryOut(offer.lead(), new RotationCommand.TimeOut());
    return carryOut(offer.lead(), new GiveAnotherChance(offer.number(), agent, by));
  }

  public Decision assign(LeadId lead, AgentId agent, String by) {
    return carryOut(lead, new Assign(agent, by));
  }

  public Decision carryOut(LeadId lead, RotationCommand command) {
    return carryOut(lead, sheet -> Optional.of(command));
  }

  /**
   * Carries out what somebody wants of a lead as he saw it; nothing where something has happened
   * since.
   *
   * @param seen how many events there were
   */
  public Decision carryOutAsSeen(LeadId lead, int seen, RotationCommand command) {
    return carryOut(
        lead,
        sheet -> sheet.rotation().version() == seen ? Optional.of(command) : Optional.empty());
  }

  /** Carries out what follows from the lead as it stands; nothing where nothing follows. */
  Decision carryOut(LeadId lead, Function<Sheet, Optional<RotationCommand>> command) {
    return carryOut(lead, command, Besides.NOTHING);
  }

  /**
   * Carries out what follows from the lead as it stands.
   *
   * @param besides what happens with it
   */
  Decision carryOut(
      LeadId lead, Function<Sheet, Optional<RotationCommand>> command, Besides besides) {
    Decision decision =
        ledger
            .decide(
                lead,
                sheet ->
                    besides.with(decided(sheet, command.apply(sheet)), sheet.rotation().owner()))
            .orElse(new Refused(Refusal.of(Refusal.Why.NOT_YOURS)));
    ringFor(lead, decision);
    return decision;
  }

  /** Settles every step that is due; answers how many. */
  public int settleDue(int atMost) {
    int settled =
        ledger.decideDue(
            atMost, sheet -> decided(sheet, Optional.of(new RotationCommand.TimeOut())));
    settled +=
        ledger.decideFollowing(
            atMost, sheet -> decided(sheet, Optional.of(new RotationCommand.Follow())));
    if (settled > 0) ringOut();
    ledger.nextDue().ifPresent(this::ringForNext);
    return settled;
  }

  private void ringOut() {
    bells.outbox().ring();
    bells.messages().ring();
  }

  private void ringForNext(Instant due) {
    Duration wait = Duration.between(ledger.now(), due);
    bells.offers().ringIn(wait.compareTo(BREATH) < 0 ? BREATH : wait);
  }

  static Entry decided(Sheet sheet, Optional<RotationCommand> command) {
    if (command.isEmpty()) {
      var nothing = new Refused(Refusal.of(Refusal.Why.NOTHING_TO_DO));
      return new Entry(nothing, new RotationCommand.TimeOut(), List.of());
    }
    Decision decision =
        RotationRules.decide(sheet.rotation(), command.get(), sheet.circumstances());
    return switch (decision) {
      case Decided decided ->
          new Entry(
              decided,
              command.get(),
              WhatWeOwe.becauseOf(decided.events(), sheet.circumstances().book()),
              WhatToTell.becauseOf(
                  sheet.rotation(), decided.events(), sheet.circumstances().book()),
              List.of());
      case Refused refused -> new Entry(refused, command.get(), List.of());
    };
  }

  void ringFor(LeadId lead, Decision decision) {
    switch (decision) {
      case Refused refused -> LOG.debug("lead={} refused={}", lead, refused.refusal().why());
      case Decided decided -> {
        for (RotationEvent event : decided.events()) {
          LOG.info("lead={} {}", lead, event);
          if (event instanceof RotationEvent.LeadContested) {
            LOG.warn("lead={} contested: two automations of the CRM set its owner in turn", lead);
          }
        }
        ringOut();
        decided.events().stream()
            .filter(e -> e instanceof RotationEvent.LeadOffered)
            .map(e -> ((RotationEvent.LeadOffered) e).expiresAt())
            .findFirst()
            .ifPresentOrElse(
                due -> bells.offers().ringIn(Duration.between(ledger.now(), due)),
                // Another step may have become due, or a lead that follows this one can go on.
                () -> bells.offers().ring());
      }
    }
  }
}
