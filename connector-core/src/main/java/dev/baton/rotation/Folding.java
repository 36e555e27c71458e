package dev.baton.rotation;

import dev.baton.agent.AgentId;
import dev.baton.lead.LeadId;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.Offer.State;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.rotation.RotationEvent.AnotherChanceAsked;
import dev.baton.rotation.RotationEvent.CareExpected;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.CommentAdded;
import dev.baton.rotation.RotationEvent.FeedbackGiven;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.LeadContested;
import dev.baton.rotation.RotationEvent.LeadFollows;
import dev.baton.rotation.RotationEvent.LeadHeld;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.LeadQuarantined;
import dev.baton.rotation.RotationEvent.LeadReleased;
import dev.baton.rotation.RotationEvent.LeadRestored;
import dev.baton.rotation.RotationEvent.LeadReturned;
import dev.baton.rotation.RotationEvent.LeadStandsAlone;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferDeclined;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.OfferWithdrawn;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationBegun;
import dev.baton.rotation.RotationEvent.RotationEnded;
import dev.baton.rotation.RotationEvent.RotationResubmitted;
import dev.baton.rotation.RotationEvent.SharkTankOpened;
import dev.baton.rotation.RotationEvent.SharkTankReminded;
import dev.baton.rotation.RotationEvent.SlaMissed;
import dev.baton.rotation.Run.SharkTank;
import dev.baton.routing.Traits;
import dev.baton.tag.Owing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one more event makes of a rotation: the whole fold on one screen. */
final class Folding {
  private final int version;
  private Optional<Instant> begunAt;
  private Traits traits;
  private List<Offer> offers;
  private Set<AgentId> declined;
  private List<AgentId> excluded;
  private List<AgentId> chances;
  private Set<Integer> spentChances;
  private Run run;
  private Optional<String> quarantine;
  private Optional<Hold> hold;
  private Optional<LeadId> following;
  private Optional<AgentId> owner;
  private String crmOwner;
  private Optional<Instant> ownedAt;
  private Care care;
  private Contest contest;
  private Optional<EndReason> ended;

  Folding(Rotation from) {
    version = from.version() + 1;
    begunAt = from.begunAt();
    traits = from.traits();
    offers = from.offers();
    declined = from.declined();
    excluded = from.excluded();
    chances = from.chances();
    spentChances = from.spentChances();
    run = from.run();
    quarantine = from.quarantine();
    hold = from.hold();
    following = from.following();
    owner = from.owner();
    crmOwner = from.crmOwner();
    ownedAt = from.ownedAt();
    care = from.care();
    contest = from.contest();
    ended = from.ended();
  }

  Rotation after(RotationEvent event) {
    switch (event) {
      case RotationBegun begun -> {
        begunAt = Optional.of(begun.at());
        traits = begun.traits();
      }
      case LeadQuarantined apart -> quarantine = Optional.of(apart.rule());
      case LeadRestored unused -> quarantine = Optional.empty();
      case LeadHeld held -> hold = Optional.of(new Hold(held.why(), held.until()));
      case LeadReleased released -> {
        hold = Optional.empty();
        if (!released.by().isEmpty()) run = run.let();
      }
      case LeadFollows follows -> following = Optional.of(follows.earlier());
      case LeadStandsAlone unused -> following = Optional.empty();
      case LeadCoalesced coalesced -> own(coalesced.agent(), coalesced.at());
      case LeadOffered offered -> {
        offer(offered.agent(), offered.kind(), offered.at(), offered.expiresAt(), offered.owing());
        run = run.delinquent(false);
        if (offered.kind() == Kind.ANOTHER_CHANCE) chances = without(chances, offered.agent());
      }
      case OfferAccepted accepted -> {
        settle(accepted.offer(), State.ACCEPTED, accepted.at());
        owing(accepted.offer(), accepted.owing());
        own(accepted.agent(), accepted.at());
      }
      case OfferDeclined no -> {
        settle(no.offer(), State.DECLINED, no.at());
        declined = with(declined, no.agent());
        // Who declines gives up every other chance of this lead, too.
        chances = without(chances, no.agent());
      }
      case OfferTimedOut missed -> settle(missed.offer(), State.TIMED_OUT, missed.at());
      case OfferWithdrawn taken -> settle(taken.offer(), State.WITHDRAWN, taken.at());
      case AnotherChanceAsked asked -> {
        spentChances = with(spentChances, asked.offer());
        if (!chances.contains(asked.agent())) chances = with(chances, asked.agent());
      }
      case SharkTankOpened tank -> {
        tank.agents()
            .forEach(a -> offer(a, Kind.SHARK_TANK, tank.at(), tank.until(), tank.owing(a)));
        run =
            run.with(new SharkTank(Optional.of(tank.remindAt()), tank.until(), true))
                .delinquent(false);
      }
      case SharkTankReminded unused ->
          run =
              run.with(
                  new SharkTank(Optional.empty(), run.sharkTank().orElseThrow().until(), true));
      case CatchallTold told -> {
        told.agents()
            .forEach(a -> offer(a, Kind.CATCHALL, told.at(), told.until(), Optional.empty()));
        run = run.dry().toldCatchalls(told.until()).delinquent(false);
      }
      case LeadBecameDelinquent unused -> run = run.dry().delinquent(true);
      case LeadAssigned assigned -> own(assigned.agent(), assigned.at());
      case OwnerChangedInCrm changed -> {
        owned(changed.agent(), changed.at());
        crmOwner = changed.crmOwner();
        // The owner a lead came with, right after its beginning, was not changed.
        if (version > 2) contest = contest.changed(changed.at());
      }
      case LeadContested contested -> contest = contest.begun(contested.at());
      case RotationResubmitted again -> {
        traits = again.traits();
        startAgain();
      }
      case LeadReturned returned -> {
        returned.owner().ifPresent(this::exclude);
        owner = Optional.empty();
        crmOwner = "";
        ownedAt = Optional.empty();
        care = care.handedOver();
        startAgain();
      }
      case FeedbackGiven given -> care = care.after(given.progress(), given.agent().isPresent());
      case CommentAdded comment -> {
        if (comment.agent().isPresent()) care = care.commented();
      }
      case CareExpected expected -> care = care.expecting(expected.expectations());
      case SlaMissed missed -> care = care.without(missed.expectation());
      case RotationEnded end -> ended = Optional.of(end.reason());
    }
    return done();
  }

  private void offer(
      AgentId agent, Kind kind, Instant at, Instant expiresAt, Optional<Owing> owing) {
    int number = offers.size() + 1;
    offers =
        with(
            offers,
            new Offer(number, agent, kind, at, expiresAt, State.OPEN, Optional.empty(), owing));
  }

  private void settle(int number, State outcome, Instant at) {
    replace(offers.get(number - 1).settled(outcome, at));
  }

  private void owing(int number, Optional<Owing> owing) {
    replace(offers.get(number - 1).owing(owing));
  }

  private void replace(Offer offer) {
    var others = new ArrayList<>(offers);
    others.set(offer.number() - 1, offer);
    offers = List.copyOf(others);
  }

  private void own(AgentId agent, Instant at) {
    owned(Optional.of(agent), at);
    crmOwner = "";
  }

  private void owned(Optional<AgentId> agent, Instant at) {
    owner = agent;
    ownedAt = Optional.of(at);
    care = care.handedOver();
    run = run.dry().delinquent(false);
    quarantine = Optional.empty();
    hold = Optional.empty();
    following = Optional.empty();
  }

  private void startAgain() {
    run = Run.after(offers.size());
    hold = Optional.empty();
    following = Optional.empty();
  }

  private void exclude(AgentId agent) {
    var all = new ArrayList<>(without(excluded, agent));
    all.add(agent);
    int from = Math.max(0, all.size() - Rotation.REMEMBERED);
    excluded = List.copyOf(all.subList(from, all.size()));
    chances = without(chances, agent);
  }

  private static <T> List<T> with(List<T> list, T one) {
    var longer = new ArrayList<T>(list.size() + 1);
    longer.addAll(list);
    longer.add(one);
    return List.copyOf(longer);
  }

  private static <T> Set<T> with(Set<T> set, T one) {
    var larger = new LinkedHashSet<>(set);
    larger.add(one);
    return Set.copyOf(larger);
  }

  private static List<AgentId> without(List<AgentId> agents, AgentId one) {
    return agents.contains(one) ? agents.stream().filter(a -> !a.equals(one)).toList() : agents;
  }

  private Rotation done() {
    return new Rotation(
        version,
        begunAt,
        traits,
        offers,
        declined,
        excluded,
        chances,
        spentChances,
        run,
        quarantine,
        hold,
        following,
        owner,
        crmOwner,
        ownedAt,
        care,
        contest,
        ended);
  }
}
