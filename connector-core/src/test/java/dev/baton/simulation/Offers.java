package dev.baton.simulation;

import static dev.baton.simulation.Invariant.BEST_FIRST;
import static dev.baton.simulation.Invariant.CHANCES_FIRST;
import static dev.baton.simulation.Invariant.DECLINED_FOR_GOOD;
import static dev.baton.simulation.Invariant.FORMER_OWNER_OUT;
import static dev.baton.simulation.Invariant.LINE_LIMIT;
import static dev.baton.simulation.Invariant.NEVER_EARLY;
import static dev.baton.simulation.Invariant.NEVER_TOO_LATE;
import static dev.baton.simulation.Invariant.NOBODY_LOST;
import static dev.baton.simulation.Invariant.NOTHING_LEFT_OPEN;
import static dev.baton.simulation.Invariant.ONCE_PER_MISSED_OFFER;
import static dev.baton.simulation.Invariant.ONE_HOLDER;
import static dev.baton.simulation.Invariant.ONE_OWNER;
import static dev.baton.simulation.Invariant.ONLY_ELIGIBLE;
import static dev.baton.simulation.Invariant.SETTLED_WHEN_DUE;
import static dev.baton.simulation.Invariant.TANK_FOR_WHO_MISSED_IT;
import static dev.baton.simulation.Invariant.TRUE_HISTORY;
import static dev.baton.simulation.Invariant.WINDOW_AS_SET;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.Offer.State;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.AnotherChanceAsked;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferDeclined;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.OfferWithdrawn;
import dev.baton.rotation.RotationEvent.SharkTankOpened;
import dev.baton.rotation.RotationEvent.SharkTankReminded;
import java.time.Instant;
import java.util.Collection;

/** Judges who is offered a lead, and what becomes of the offers (domain §4 and §5). */
final class Offers {
  private final Notes notes;
  private final Arrivals arrivals;

  Offers(Notes notes, Arrivals arrivals) {
    this.notes = notes;
    this.arrivals = arrivals;
  }

  // Who is asked ---------------------------------------------------------------------------------

  void offered(LeadOffered e, Seen seen) {
    int agent = People.of(e.agent());
    int eligible = seen.eligible(notes);
    free(People.bit(e.agent()), e.offer(), e);
    ONLY_ELIGIBLE.check((eligible >> agent & 1) != 0, "not to be asked now", e);
    arrivals.placed(e, seen);
    Instant end = seen.now().plus(seen.edition().settings().window().length());
    WINDOW_AS_SET.check(e.expiresAt().equals(end), "until another time", e);
    int waiting = firstWaiting(eligible);
    if (e.kind() == Kind.LINE) {
      LINE_LIMIT.check(placesLeft(seen), "one too many", e);
      CHANCES_FIRST.check(waiting < 0, "somebody waits", e);
      int first = seen.first(eligible & ~notes.asked, notes.tags);
      BEST_FIRST.check(agent == first, "not his turn", e);
    } else {
      TRUE_HISTORY.check(e.kind() == Kind.ANOTHER_CHANCE, "another kind", e);
      CHANCES_FIRST.check(agent == waiting, "not the first who waits", e);
    }
  }

  void tankOpened(SharkTankOpened e, Seen seen) {
    free(People.agentSet(e.agents()), e.firstOffer(), e);
    nobodyElse(seen, e);
    arrivals.placed(e, seen);
    Customs customs = seen.edition().customs;
    TANK_FOR_WHO_MISSED_IT.check(!customs.tank().isZero(), "the company has none", e);
    TANK_FOR_WHO_MISSED_IT.check(!notes.tankOpened, "once more", e);
    int swimmers = swimmers(seen);
    TANK_FOR_WHO_MISSED_IT.check(people(e.agents()) == swimmers, "not those", e);
    WINDOW_AS_SET.check(e.until().equals(seen.now().plus(customs.tank())), "another end", e);
    Instant reminder = seen.now().plus(customs.reminder());
    WINDOW_AS_SET.check(e.remindAt().equals(reminder), "another reminder", e);
  }

  void told(CatchallTold e, Seen seen) {
    free(People.agentSet(e.agents()), e.firstOffer(), e);
    ONLY_ELIGIBLE.check(people(e.agents()) == reachable(seen), "not those who are there", e);
    Instant end = seen.now().plus(seen.edition().settings().catchallWindow());
    WINDOW_AS_SET.check(e.until().equals(end), "until another time", e);
    nobodyElse(seen, e);
    tankIsOver(seen, e);
    arrivals.placed(e, seen);
  }

  void delinquent(LeadBecameDelinquent e, Seen seen) {
    TRUE_HISTORY.check(!notes.owned && notes.held == 0, "owned or held", e);
    TRUE_HISTORY.check(!notes.delinquent, "delinquent already", e);
    if (notes.catchallUntil != Notes.NEVER) {
      NEVER_EARLY.check(!seen.now().isBefore(notes.catchallUntil), "the catchalls have time", e);
      boolean heldLonger = notes.catchallUntil.isBefore(notes.heldUntil);
      Instant since = heldLonger ? notes.heldUntil : notes.catchallUntil;
      SETTLED_WHEN_DUE.check(e.at().equals(since), "another time", e);
    } else {
      SETTLED_WHEN_DUE.check(e.at().equals(seen.now()), "another time", e);
      NOBODY_LOST.check(reachable(seen) == 0, "given up though a catchall is there", e);
      nobodyElse(seen, e);
      tankIsOver(seen, e);
      arrivals.placed(e, seen);
    }
  }

  /** Nobody has the lead, and nobody is asked who is not to be asked again. */
  private void free(int agents, int number, RotationEvent e) {
    ONE_OWNER.check(!notes.owned, "though owned", e);
    ONE_HOLDER.check(notes.held == 0, "beside a holder", e);
    TRUE_HISTORY.check(number == notes.offers.size() + 1, "not the next number", e);
    DECLINED_FOR_GOOD.check((agents & notes.declined) == 0, "had declined", e);
    FORMER_OWNER_OUT.check((agents & notes.former) == 0, "had it before", e);
  }

  private boolean placesLeft(Seen seen) {
    return Integer.bitCount(notes.asked) < seen.edition().settings().lineLimit();
  }

  private int firstWaiting(int eligible) {
    for (AgentId agent : notes.waiting) {
      if ((eligible & People.bit(agent)) != 0) return People.of(agent);
    }
    return -1;
  }

  /** Whether somebody could be asked alone. */
  boolean somebodyIsFree(Seen seen) {
    int eligible = seen.eligible(notes);
    return firstWaiting(eligible) >= 0 || placesLeft(seen) && (eligible & ~notes.asked) != 0;
  }

  private void nobodyElse(Seen seen, RotationEvent e) {
    int eligible = seen.eligible(notes);
    CHANCES_FIRST.check(firstWaiting(eligible) < 0, "somebody waits", e);
    boolean atItsEnd = (eligible & ~notes.asked) == 0 || !placesLeft(seen);
    BEST_FIRST.check(atItsEnd, "the line was not at its end", e);
  }

  private int reachable(Seen seen) {
    return seen.edition().catchalls & seen.there() & ~notes.out();
  }

  /** Who missed the lead in this run, is there, and may have it. */
  private int swimmers(Seen seen) {
    int missed = 0;
    for (int i = notes.offersBefore; i < notes.offers.size(); i++) {
      Noted offer = notes.offers.get(i);
      if (offer.kind.exclusive() && offer.state == State.TIMED_OUT)
        missed |= People.bit(offer.agent);
    }
    return missed & seen.there() & ~notes.out();
  }

  private void tankIsOver(Seen seen, RotationEvent e) {
    if (notes.swimming) {
      boolean over = !seen.now().isBefore(notes.tankUntil);
      NEVER_EARLY.check(over || notes.open == 0, "the shark tank is on", e);
      NOTHING_LEFT_OPEN.check(notes.open == 0, "of the shark tank", e);
    } else {
      boolean wanted = !seen.edition().customs.tank().isZero() && !notes.tankOpened;
      TANK_FOR_WHO_MISSED_IT.check(!wanted || swimmers(seen) == 0, "was left out", e);
    }
  }

  private static int people(Collection<AgentId> agents) {
    int set = People.agentSet(agents);
    return Integer.bitCount(set) == agents.size() ? set : -1;
  }

  // What becomes of it ---------------------------------------------------------------------------

  void accepted(OfferAccepted e, Instant now) {
    Owners.unowned(notes, e.agent(), e);
    Noted offer = theirs(e.offer(), e.agent(), e, State.OPEN);
    inTime(offer, now, e);
    int agent = People.bit(e.agent());
    DECLINED_FOR_GOOD.check((notes.declined & agent) == 0, "had declined", e);
    FORMER_OWNER_OUT.check((notes.former & agent) == 0, "had it before", e);
  }

  void declined(OfferDeclined e, Instant now) {
    TRUE_HISTORY.check(!notes.owned, "declined though owned", e);
    Noted offer = theirs(e.offer(), e.agent(), e, State.OPEN);
    inTime(offer, now, e);
    TRUE_HISTORY.check(offer.kind != Kind.CATCHALL, "a catchall does not decline", e);
  }

  private static void inTime(Noted offer, Instant now, RotationEvent e) {
    boolean over = offer.kind != Kind.CATCHALL && !now.isBefore(offer.end);
    NEVER_TOO_LATE.check(!over, "the window was over", e);
  }

  void timedOut(OfferTimedOut e, Instant now) {
    Noted offer = theirs(e.offer(), e.agent(), e, State.OPEN);
    TRUE_HISTORY.check(offer.kind.exclusive(), "was not asked alone", e);
    NEVER_EARLY.check(!now.isBefore(offer.end), "the window is not over", e);
    SETTLED_WHEN_DUE.check(e.at().equals(offer.end), "another time", e);
  }

  void withdrawn(OfferWithdrawn e, Seen seen) {
    Noted offer = theirs(e.offer(), e.agent(), e, State.OPEN);
    boolean isSo =
        switch (e.why()) {
          case TAKEN_BY_ANOTHER, ASSIGNED, OWNER_CHANGED_IN_CRM -> notes.owned;
          case LEAD_ENDED -> notes.ended;
          case SHARK_TANK_OVER -> notes.swimming && offer.kind == Kind.SHARK_TANK;
          case DECLINED_OTHERWISE -> (notes.declined & People.bit(e.agent())) != 0;
          case RESUBMITTED -> !notes.owned;
          case AGENT_LEFT -> (seen.available() & People.bit(e.agent())) == 0;
        };
    TRUE_HISTORY.check(isSo, "not so", e);
    Instant at = seen.now();
    if (e.why() == RotationEvent.Withdrawal.SHARK_TANK_OVER) {
      NEVER_EARLY.check(!at.isBefore(notes.tankUntil), "the shark tank is on", e);
      at = notes.tankUntil;
    }
    SETTLED_WHEN_DUE.check(e.at().equals(at), "another time", e);
  }

  void chanceAsked(AnotherChanceAsked e) {
    int agent = People.bit(e.agent());
    ONE_OWNER.check(!notes.owned, "asked though owned", e);
    DECLINED_FOR_GOOD.check((notes.declined & agent) == 0, "had declined", e);
    FORMER_OWNER_OUT.check((notes.former & agent) == 0, "had it before", e);
    Noted offer = theirs(e.offer(), e.agent(), e, State.TIMED_OUT);
    ONCE_PER_MISSED_OFFER.check(!offer.chanceAsked, "asked before", e);
  }

  void reminded(SharkTankReminded e, Instant now) {
    TRUE_HISTORY.check(notes.swimming && !notes.owned, "nobody swims", e);
    TRUE_HISTORY.check(notes.tankReminder != Notes.NEVER, "twice", e);
    NEVER_EARLY.check(!now.isBefore(notes.tankReminder), "it is not time", e);
    SETTLED_WHEN_DUE.check(e.at().equals(notes.tankReminder), "another time", e);
  }

  private Noted theirs(int number, AgentId agent, RotationEvent e, State state) {
    TRUE_HISTORY.check(number >= 1 && number <= notes.offers.size(), "no such offer", e);
    Noted offer = notes.offers.get(number - 1);
    TRUE_HISTORY.check(offer.agent.equals(agent), "somebody else's", e);
    TRUE_HISTORY.check(offer.state == state, "not in that state", e);
    return offer;
  }
}
