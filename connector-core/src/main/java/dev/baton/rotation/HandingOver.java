package dev.baton.rotation;

import static dev.baton.rotation.RotationRules.refuse;
import static dev.baton.rotation.RotationRules.refuseAsOwned;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.End;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationCommand.Move;
import dev.baton.rotation.RotationCommand.Resubmit;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadContested;
import dev.baton.rotation.RotationEvent.LeadReturned;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationEnded;
import dev.baton.rotation.RotationEvent.RotationResubmitted;
import dev.baton.rotation.RotationEvent.Withdrawal;
import java.time.Instant;
import java.util.Optional;

/** What admins, catchalls, owners and the CRM do to a lead, besides answering an offer. */
final class HandingOver {
  private HandingOver() {}

  static Decision assign(Rotation lead, Assign assign, Circumstances seen) {
    if (lead.owned()) return refuseAsOwned(lead, assign.agent());
    Optional<Why> wrong = against(lead, assign.agent(), seen);
    if (wrong.isPresent()) return refuse(wrong.get());
    var happening = new Happening(lead);
    happening.add(new LeadAssigned(seen.now(), assign.agent(), assign.by()));
    happening.withdrawAll(seen.now(), Withdrawal.ASSIGNED);
    return happening.decided();
  }

  private static Optional<Why> against(Rotation lead, AgentId agent, Circumstances seen) {
    if (seen.book().agent(agent).filter(Agent::active).isEmpty()) {
      return Optional.of(Why.UNKNOWN_AGENT);
    }
    return lead.declined().contains(agent) ? Optional.of(Why.DECLINED_BEFORE) : Optional.empty();
  }

  static Decision changeOwner(Rotation lead, ChangeOwner change, Instant now) {
    boolean same =
        change.agent().isPresent()
            ? change.agent().equals(lead.owner())
            : change.crmOwner().equals(lead.crmOwner());
    if (change.crmOwner().isEmpty() || same) return refuse(Why.NOTHING_TO_DO);
    var happening = new Happening(lead);
    happening.add(new OwnerChangedInCrm(now, change.crmOwner(), change.agent()));
    happening.withdrawAll(now, Withdrawal.OWNER_CHANGED_IN_CRM);
    Contest contest = happening.lead().contest();
    if (contest.fast() && !contest.at(now)) happening.add(new LeadContested(now, Contest.MANY));
    return happening.decided();
  }

  static Decision end(Rotation lead, End end, Instant now) {
    if (lead.owned()) return refuse(Why.NOTHING_TO_DO);
    var happening = new Happening(lead);
    happening.add(new RotationEnded(now, end.reason()));
    happening.withdrawAll(now, Withdrawal.LEAD_ENDED);
    return happening.decided();
  }

  static Decision resubmit(Rotation lead, Resubmit again, Circumstances seen) {
    if (lead.owned()) return new Decision.Refused(new Refusal(Why.ALREADY_TAKEN, lead.owner()));
    if (lead.stage() == Stage.QUARANTINED) return refuse(Why.QUARANTINED);
    if (lead.version() == 0) return refuse(Why.NOTHING_TO_DO);
    var happening = new Happening(lead);
    happening.withdrawAll(seen.now(), Withdrawal.RESUBMITTED);
    happening.add(new RotationResubmitted(seen.now(), again.traits(), again.by()));
    NextInLine.ask(happening, seen);
    return happening.decided();
  }

  static Decision giveBack(Rotation lead, GiveBack back, Circumstances seen) {
    if (!lead.owned()) return refuse(Why.NOT_OWNED);
    if (!lead.owner().equals(Optional.of(back.agent()))) return refuseAsOwned(lead, back.agent());
    return startAgain(lead, Optional.empty(), "", seen);
  }

  static Decision move(Rotation lead, Move move, Circumstances seen) {
    if (!lead.owned()) return refuse(Why.NOT_OWNED);
    if (move.to().isPresent()) {
      if (move.to().equals(lead.owner())) return refuse(Why.NOTHING_TO_DO);
      Optional<Why> wrong = against(lead, move.to().get(), seen);
      if (wrong.isPresent()) return refuse(wrong.get());
    }
    return startAgain(lead, move.to(), move.by(), seen);
  }

  private static Decision startAgain(
      Rotation lead, Optional<AgentId> to, String by, Circumstances seen) {
    var happening = new Happening(lead);
    happening.add(new LeadReturned(seen.now(), lead.owner(), by));
    if (to.isPresent()) happening.add(new LeadAssigned(seen.now(), to.get(), by));
    else NextInLine.ask(happening, seen);
    return happening.decided();
  }

  static Decision leave(Rotation lead, AgentId agent, Circumstances seen) {
    if (lead.open().stream().noneMatch(o -> o.agent().equals(agent))) {
      return refuse(Why.NOTHING_TO_DO);
    }
    var happening = new Happening(lead);
    happening.withdrawAllOf(agent, seen.now(), Withdrawal.AGENT_LEFT);
    if (happening.lead().held().isEmpty()) NextInLine.ask(happening, seen);
    return happening.decided();
  }
}
