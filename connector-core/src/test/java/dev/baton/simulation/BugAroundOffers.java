package dev.baton.simulation;

import dev.baton.agent.Sla;
import dev.baton.rotation.Circumstances;
import dev.baton.rotation.Hold;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.GiveFeedback;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.CareExpected;
import dev.baton.rotation.RotationEvent.FeedbackGiven;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.LeadContested;
import dev.baton.rotation.RotationEvent.LeadHeld;
import dev.baton.rotation.RotationEvent.SlaMissed;
import dev.baton.simulation.Wrongly.Made;
import java.util.Optional;

/** Wrong in how a lead arrives, or in what its owner has to do. */
enum BugAroundOffers implements PlantedBug {
  SPAM_IS_OFFERED(
      Invariant.ARRIVES_IN_ORDER,
      Wrongly.hearing(c -> c instanceof Begin b ? new Begin(b.traits(), Optional.empty()) : c)),
  A_CUSTOMER_IS_GIVEN_TO_SOMEBODY_ELSE(
      Invariant.ARRIVES_IN_ORDER,
      Wrongly.events(
          (e, made) ->
              e instanceof LeadCoalesced c
                  ? new LeadCoalesced(
                      c.at(), People.id((People.of(c.agent()) + 1) % People.COUNT), c.earlier())
                  : e)),
  WHO_OWNED_IT_WITHIN_THE_TIME_IS_FORGOTTEN(
      Invariant.ARRIVES_IN_ORDER,
      Wrongly.seeing(seen -> new Circumstances(seen.book(), seen.facts(), seen.now()))),
  KEPT_FOR_A_SECOND_TOO_LONG(
      Invariant.KEPT_AS_SET,
      Wrongly.events(
          (e, made) ->
              e instanceof LeadHeld h && h.why() == Hold.Why.OUT_OF_HOURS
                  ? new LeadHeld(h.at(), h.why(), h.until().map(until -> until.plusSeconds(1)))
                  : e)),
  NOBODY_TELLS_THE_OWNER_WHAT_TO_DO(
      Invariant.DUTIES_AS_AGREED, Wrongly.without(e -> e instanceof CareExpected)),
  WHO_DOES_NOTHING_KEEPS_THE_LEAD(
      Invariant.DUTIES_AS_AGREED,
      Wrongly.rules(
          made ->
              made.events().stream()
                  .filter(BugAroundOffers::costsTheLead)
                  .findFirst()
                  .map(Wrongly::decided)
                  .orElse(made.decision()))),
  NOBODY_NOTICES_A_FIGHT(
      Invariant.CONTESTED_WHERE_FOUGHT_OVER, Wrongly.without(e -> e instanceof LeadContested)),
  ANYBODY_SPEAKS_FOR_A_LEAD(
      Invariant.OWNER_SPEAKS, Wrongly.granting(Why.ALREADY_TAKEN, BugAroundOffers::said));

  private final Invariant shownBy;
  private final Rules rules;

  BugAroundOffers(Invariant shownBy, Rules rules) {
    this.shownBy = shownBy;
    this.rules = rules;
  }

  @Override
  public Invariant shownBy() {
    return shownBy;
  }

  @Override
  public Rules rules() {
    return rules;
  }

  private static boolean costsTheLead(RotationEvent event) {
    return event instanceof SlaMissed e
        && e.expectation().sla().consequence() == Sla.Consequence.TAKE_BACK;
  }

  private static Optional<RotationEvent> said(Made made) {
    return made.command() instanceof GiveFeedback c
        ? Optional.of(new FeedbackGiven(made.seen().now(), c.agent(), c.progress(), c.by()))
        : Optional.empty();
  }
}
