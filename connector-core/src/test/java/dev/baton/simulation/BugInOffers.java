package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.Refusal;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationCommand.Reconsider;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.AnotherChanceAsked;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.OfferWithdrawn;
import dev.baton.rotation.RotationEvent.SharkTankOpened;
import dev.baton.routing.LineUp;
import dev.baton.routing.LineUp.Standing;
import dev.baton.routing.Reason;
import dev.baton.simulation.Wrongly.Made;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Wrong in who is asked, or in what becomes of it. */
enum BugInOffers implements PlantedBug {
  ANOTHER_CHANCE_BESIDE_THE_HOLDER(
      Invariant.ONE_HOLDER,
      Wrongly.adding(
          made ->
              Wrongly.last(made, AnotherChanceAsked.class)
                  .filter(e -> made.lead().held().isPresent())
                  .map(e -> offer(made, e.agent(), Kind.ANOTHER_CHANCE)))),
  A_DECLINER_IS_ASKED_AGAIN_IN_LINE(
      Invariant.DECLINED_FOR_GOOD,
      Wrongly.offering(Kind.LINE, made -> made.lead().declined().stream().findFirst())),
  A_DECLINER_IS_GIVEN_ANOTHER_CHANCE(
      Invariant.DECLINED_FOR_GOOD,
      Wrongly.granting(
          Why.DECLINED_BEFORE,
          made -> chance(made).filter(e -> made.lead().declined().contains(e.agent())))),
  A_DECLINER_IS_ASSIGNED(
      Invariant.DECLINED_FOR_GOOD, Wrongly.granting(Why.DECLINED_BEFORE, BugInOffers::assigned)),
  WHO_ASSIGNS_LATER_WINS(
      Invariant.ONE_OWNER, Wrongly.granting(Why.ALREADY_TAKEN, BugInOffers::assigned)),
  WHO_ACCEPTS_LATER_WINS(
      Invariant.ONE_OWNER, Wrongly.granting(Why.ALREADY_TAKEN, BugInOffers::accepted)),
  ACCEPTING_TWICE_COUNTS_TWICE(
      Invariant.ONE_WRITE_PER_OWNER, Wrongly.granting(Why.ALREADY_YOURS, BugInOffers::accepted)),
  ACCEPTING_ALSO_ASSIGNS(
      Invariant.ONE_WRITE_PER_OWNER,
      Wrongly.adding(
          made ->
              Wrongly.last(made, OfferAccepted.class)
                  .map(e -> new LeadAssigned(e.at(), e.agent(), "baton")))),
  THE_BELL_DECIDES_INSTEAD_OF_THE_DEADLINE(
      Invariant.NEVER_EARLY,
      Wrongly.granting(
          Why.NOT_DUE, made -> made.lead().held().map(o -> timedOut(o, o.expiresAt())))),
  DELINQUENT_BEFORE_THE_CATCHALLS_TIME_IS_OVER(
      Invariant.NEVER_EARLY,
      Wrongly.granting(
          Why.NOT_DUE,
          made ->
              made.lead()
                  .due()
                  .filter(due -> made.lead().held().isEmpty())
                  .map(LeadBecameDelinquent::new))),
  ACCEPTED_AT_OR_AFTER_THE_END(
      Invariant.NEVER_TOO_LATE,
      Wrongly.granting(
          Why.EXPIRED, made -> accepted(made).filter(e -> made.lead().held().isPresent()))),
  A_TIME_OUT_HAPPENS_WHEN_NOTICED(
      Invariant.SETTLED_WHEN_DUE,
      Wrongly.events(
          (e, made) ->
              e instanceof OfferTimedOut t
                  ? new OfferTimedOut(made.seen().now(), t.offer(), t.agent())
                  : e)),
  A_SECOND_MORE_THAN_SET(
      Invariant.WINDOW_AS_SET,
      Wrongly.events(
          (e, made) ->
              e instanceof LeadOffered o
                  ? new LeadOffered(
                      o.at(), o.offer(), o.agent(), o.kind(), o.expiresAt().plusSeconds(1))
                  : e)),
  ONE_MORE_THAN_THE_LINE_HOLDS(
      Invariant.LINE_LIMIT,
      Wrongly.rules(
          made ->
              Wrongly.last(made, CatchallTold.class)
                  .flatMap(told -> made.leftOut(Reason.BEYOND_OFFER_LIMIT))
                  .map(agent -> Wrongly.lastInstead(made, offer(made, agent, Kind.LINE)))
                  .orElse(made.decision()))),
  THE_UNAVAILABLE_ARE_ASKED(
      Invariant.ONLY_ELIGIBLE,
      Wrongly.offering(Kind.LINE, made -> made.leftOut(Reason.NOT_AVAILABLE))),
  THE_TAGS_ARE_FORGOTTEN(
      Invariant.ONLY_ELIGIBLE,
      Wrongly.offering(
          Kind.LINE,
          made -> made.leftOut(Reason.EXCLUSIVE_MISS).or(() -> made.leftOut(Reason.NO_MATCH)))),
  WHO_HAS_LEFT_IS_ASSIGNED(
      Invariant.ONLY_ELIGIBLE, Wrongly.granting(Why.UNKNOWN_AGENT, BugInOffers::assigned)),
  THE_LAST_IN_LINE_IS_ASKED_FIRST(
      Invariant.BEST_FIRST,
      Wrongly.offering(Kind.LINE, made -> made.lineUp().flatMap(BugInOffers::lastInLine))),
  WHO_ASKED_LAST_FOR_ANOTHER_CHANCE_IS_FIRST(
      Invariant.CHANCES_FIRST, Wrongly.offering(Kind.ANOTHER_CHANCE, BugInOffers::whoAskedLast)),
  ANOTHER_CHANCE_TWICE_FOR_ONE_OFFER(
      Invariant.ONCE_PER_MISSED_OFFER, Wrongly.granting(Why.ASKED_BEFORE, BugInOffers::chance)),
  WHO_HAS_LOST_IT_IS_ASKED_AGAIN(
      Invariant.FORMER_OWNER_OUT,
      Wrongly.offering(Kind.LINE, made -> made.lead().excluded().stream().findFirst())),
  NOT_ALL_WHO_MISSED_IT_ARE_IN_THE_SHARK_TANK(
      Invariant.TANK_FOR_WHO_MISSED_IT,
      Wrongly.events(
          (e, made) ->
              e instanceof SharkTankOpened o && o.agents().size() > 1
                  ? new SharkTankOpened(
                      o.at(), o.firstOffer(), o.agents().subList(1, 2), o.remindAt(), o.until())
                  : e)),
  SOMEBODY_HAS_TO_ANSWER_ALL_THE_SAME(
      Invariant.AT_ONCE_WHERE_SET,
      Wrongly.without(e -> e instanceof OfferAccepted a && a.by() == Channel.AT_ONCE)),
  A_LEAD_WAITS_THOUGH_SOMEBODY_IS_FREE(
      Invariant.FREE_AT_ONCE,
      Wrongly.refusing(made -> made.command() instanceof Reconsider, Why.NOTHING_TO_DO)),
  WHOSE_TURN_IT_WAS_IS_FORGOTTEN(
      Invariant.FAIR_SHARES,
      Wrongly.rules(
          made ->
              made.decision() instanceof Decided yes
                  ? new Decided(yes.events(), Optional.empty())
                  : made.decision())),
  OFFERS_ARE_NOT_TAKEN_BACK(
      Invariant.NOTHING_LEFT_OPEN, Wrongly.without(e -> e instanceof OfferWithdrawn)),
  THE_CATCHALLS_ARE_FORGOTTEN(
      Invariant.NOBODY_LOST, Wrongly.without(e -> e instanceof CatchallTold)),
  ALL_IS_LOST_WITHOUT_A_CATCHALL(
      Invariant.NOBODY_LOST, Wrongly.without(e -> e instanceof LeadBecameDelinquent)),
  GIVEN_UP_THOUGH_A_CATCHALL_IS_THERE(
      Invariant.NOBODY_LOST,
      Wrongly.rules(
          made ->
              Wrongly.last(made, CatchallTold.class)
                  .map(e -> Wrongly.lastInstead(made, new LeadBecameDelinquent(e.at())))
                  .orElse(made.decision()))),
  WHAT_IS_LONG_OVERDUE_IS_NEVER_SETTLED(
      Invariant.TRUE_REFUSALS,
      Wrongly.refusing(
          made ->
              made.command() instanceof TimeOut
                  && made.seen().now().isAfter(dueOf(made).plus(Duration.ofHours(1))),
          Why.NOT_DUE)),
  THE_LAST_SECOND_IS_TAKEN_AWAY(
      Invariant.TRUE_REFUSALS,
      Wrongly.refusing(
          made ->
              (made.command() instanceof Accept || made.command() instanceof Decline)
                  && made.lead().held().isPresent()
                  && !made.seen().now().isBefore(dueOf(made).minusSeconds(1)),
          Why.EXPIRED)),
  THE_LOSER_IS_TOLD_THAT_HE_WON(
      Invariant.TRUE_REFUSALS,
      Wrongly.rules(
          made ->
              made.refused(Why.ALREADY_TAKEN)
                  ? new Refused(Refusal.of(Why.ALREADY_YOURS))
                  : made.decision())),
  THE_OFFER_NUMBER_IS_TAKEN(
      Invariant.TRUE_HISTORY,
      Wrongly.events(
          (e, made) ->
              e instanceof LeadOffered o && o.offer() > 2
                  ? new LeadOffered(o.at(), o.offer() - 1, o.agent(), o.kind(), o.expiresAt())
                  : e)),
  CHANCE_DECIDES(
      Invariant.SAME_AGAIN,
      Wrongly.rules(
          made ->
              made.refused(Why.NOT_DUE) && BugInOffers.tossed()
                  ? new Refused(Refusal.of(Why.NOTHING_TO_DO))
                  : made.decision()));

  private static final AtomicBoolean COIN = new AtomicBoolean();

  private final Invariant shownBy;
  private final Rules rules;

  BugInOffers(Invariant shownBy, Rules rules) {
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

  /** Another side each time. */
  private static boolean tossed() {
    boolean side = !COIN.get();
    COIN.set(side);
    return side;
  }

  private static Instant dueOf(Made made) {
    return made.lead().due().orElse(Instant.MAX.minus(Duration.ofDays(1)));
  }

  private static LeadOffered offer(Made made, AgentId agent, Kind kind) {
    Instant end = made.seen().book().settings().window().endOf(made.seen().now());
    return new LeadOffered(made.seen().now(), made.nextOffer(), agent, kind, end);
  }

  private static OfferTimedOut timedOut(Offer offer, Instant at) {
    return new OfferTimedOut(at, offer.number(), offer.agent());
  }

  private static Optional<AgentId> lastInLine(LineUp line) {
    return line.line().reversed().stream().findFirst().map(Standing::agent);
  }

  private static Optional<AgentId> whoAskedLast(Made made) {
    Rotation lead = made.whenOffered();
    return lead.chances().reversed().stream()
        .filter(
            agent ->
                LineUp.against(
                        made.seen().book(), lead.traits(), agent, lead.out(), made.seen().facts())
                    .isEmpty())
        .findFirst();
  }

  private static Optional<RotationEvent> accepted(Made made) {
    return made.command() instanceof Accept a
        ? Optional.of(new OfferAccepted(made.seen().now(), a.offer(), a.agent(), a.by()))
        : Optional.empty();
  }

  private static Optional<RotationEvent> assigned(Made made) {
    return made.command() instanceof Assign a
        ? Optional.of(new LeadAssigned(made.seen().now(), a.agent(), a.by()))
        : Optional.empty();
  }

  private static Optional<AnotherChanceAsked> chance(Made made) {
    return made.command() instanceof GiveAnotherChance c
        ? Optional.of(new AnotherChanceAsked(made.seen().now(), c.offer(), c.agent(), c.by()))
        : Optional.empty();
  }
}
