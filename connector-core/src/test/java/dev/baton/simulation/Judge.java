package dev.baton.simulation;

import static dev.baton.simulation.Invariant.BEST_FIRST;
import static dev.baton.simulation.Invariant.CHANCES_FIRST;
import static dev.baton.simulation.Invariant.DECLINED_FOR_GOOD;
import static dev.baton.simulation.Invariant.LINE_LIMIT;
import static dev.baton.simulation.Invariant.NEVER_EARLY;
import static dev.baton.simulation.Invariant.NEVER_TOO_LATE;
import static dev.baton.simulation.Invariant.NOBODY_LOST;
import static dev.baton.simulation.Invariant.NOTHING_LEFT_OPEN;
import static dev.baton.simulation.Invariant.ONCE_PER_MISSED_OFFER;
import static dev.baton.simulation.Invariant.ONE_HOLDER;
import static dev.baton.simulation.Invariant.ONE_OWNER;
import static dev.baton.simulation.Invariant.ONE_WRITE_PER_OWNER;
import static dev.baton.simulation.Invariant.ONLY_ELIGIBLE;
import static dev.baton.simulation.Invariant.SAME_FOLD;
import static dev.baton.simulation.Invariant.SETTLED_WHEN_DUE;
import static dev.baton.simulation.Invariant.TRUE_HISTORY;
import static dev.baton.simulation.Invariant.WINDOW_AS_SET;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.Offer.State;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.AnotherChanceAsked;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferDeclined;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.OfferWithdrawn;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationBegun;
import dev.baton.rotation.RotationEvent.RotationEnded;
import dev.baton.simulation.Notes.Noted;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Watches one lead: holds everything recorded of it against what always holds. */
final class Judge {
  /** Stages in which a lead may stay without a due next step. */
  static final Set<String> AT_REST = Set.of("OWNED", "ENDED", "DELINQUENT");

  private final Notes notes;
  private final Lookout lookout;

  Judge(Notes notes, Lookout lookout) {
    this.notes = notes;
    this.lookout = lookout;
  }

  /** Judges events recorded together; the first broken invariant is thrown. */
  void entered(List<RotationEvent> events, Seen seen) {
    for (RotationEvent event : events) {
      judge(event, seen);
      lookout.entered(event, notes, seen);
      notes.add(event);
    }
  }

  void refused(RotationCommand command, Why why) {
    lookout.refused(command, why);
  }

  /** Judges what the lead has come to. */
  void leftIn(Rotation after, Instant due) {
    if (notes.strange) notes.takeOver(after);
    check(notes.open == 0 || !notes.owned && !notes.ended, NOTHING_LEFT_OPEN, "open", after);
    if (due.equals(Notes.NEVER) && !AT_REST.contains(after.stage().name())) {
      throw broken(NOBODY_LOST, "nothing is due: " + after);
    }
    check(due.equals(notes.due()) || notes.strange, SAME_FOLD, "due", after);
    check(after.version() == notes.events, SAME_FOLD, "version", after);
    check(after.offers().size() == notes.offers.size(), SAME_FOLD, "offers", after);
    check(after.owned() == notes.owned, SAME_FOLD, "owned", after);
    check(after.owner().map(People::of).orElse(-1) == notes.owner, SAME_FOLD, "owner", after);
    check(
        after.declined().size() == Integer.bitCount(notes.declined), SAME_FOLD, "declined", after);
    check(after.chances().equals(notes.waiting), SAME_FOLD, "chances", after);
  }

  /** The whole history, folded again. */
  void addsUp(List<RotationEvent> history, Rotation rotation) {
    check(Rotation.of(history).equals(rotation), SAME_FOLD, "the whole history", rotation);
  }

  /** Events of kinds not named here are only followed, see {@link Notes#strange}. */
  private void judge(RotationEvent event, Seen seen) {
    if (event instanceof OfferTimedOut e) timedOut(e, seen.now());
    else if (event instanceof LeadBecameDelinquent e) delinquent(e, seen);
    else if (event instanceof LeadOffered e) offered(e, seen);
    else if (event instanceof OfferDeclined e) declined(e, seen.now());
    else if (event instanceof AnotherChanceAsked e) chanceAsked(e);
    else if (event instanceof OfferAccepted e) accepted(e, seen.now());
    else if (event instanceof CatchallTold e) told(e, seen);
    else if (event instanceof LeadAssigned e) assigned(e, seen);
    else if (event instanceof OwnerChangedInCrm e) changed(e);
    else if (event instanceof OfferWithdrawn e) theirs(e.offer(), e.agent(), e, State.OPEN);
    else if (event instanceof RotationBegun) check(notes.events == 0, TRUE_HISTORY, "twice", event);
    else if (event instanceof RotationEnded) check(!notes.owned, TRUE_HISTORY, "owned", event);
    else return;
    boolean dated = event instanceof OfferTimedOut || event instanceof LeadBecameDelinquent;
    check(dated || event.at().equals(seen.now()), TRUE_HISTORY, "not now", event);
    check(!notes.ended || event instanceof OfferWithdrawn, TRUE_HISTORY, "after the end", event);
  }

  private void offered(LeadOffered e, Seen seen) {
    int agent = People.of(e.agent());
    int eligible = seen.eligible(notes.tags, notes.declined);
    check(!notes.owned, ONE_OWNER, "offered though owned", e);
    check(notes.held == 0, ONE_HOLDER, "beside another offer", e);
    check(e.offer() == notes.offers.size() + 1, TRUE_HISTORY, "not the next number", e);
    check((notes.declined >> agent & 1) == 0, DECLINED_FOR_GOOD, "asked again", e);
    check((eligible >> agent & 1) != 0, ONLY_ELIGIBLE, "not to be asked now", e);
    Instant end = seen.now().plus(seen.edition().settings().window().length());
    check(e.expiresAt().equals(end), WINDOW_AS_SET, "until another time", e);
    int waiting = firstWaiting(eligible);
    if (e.kind() == Kind.LINE) {
      check(placesLeft(seen), LINE_LIMIT, "one too many", e);
      check(waiting < 0, CHANCES_FIRST, "somebody waits", e);
      int first = seen.first(eligible & ~notes.asked, notes.tags);
      check(agent == first, BEST_FIRST, "not his turn", e);
    } else if (e.kind() == Kind.ANOTHER_CHANCE) {
      check(agent == waiting, CHANCES_FIRST, "not the first who waits", e);
    }
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

  private void told(CatchallTold e, Seen seen) {
    int agents = 0;
    for (AgentId agent : e.agents()) agents |= People.bit(agent);
    check(!notes.owned, ONE_OWNER, "told though owned", e);
    check(notes.held == 0, ONE_HOLDER, "told beside a holder", e);
    check((agents & notes.declined) == 0, DECLINED_FOR_GOOD, "had declined", e);
    check(agents == reachable(seen), ONLY_ELIGIBLE, "not those who are there", e);
    check(e.firstOffer() == notes.offers.size() + 1, TRUE_HISTORY, "not the next number", e);
    Instant end = seen.now().plus(seen.edition().settings().catchallWindow());
    check(e.until().equals(end), WINDOW_AS_SET, "until another time", e);
    nobodyElse(seen, e);
  }

  private int reachable(Seen seen) {
    return seen.edition().catchalls & seen.available() & ~notes.declined;
  }

  private void nobodyElse(Seen seen, RotationEvent e) {
    int eligible = seen.eligible(notes.tags, notes.declined);
    check(firstWaiting(eligible) < 0, CHANCES_FIRST, "somebody waits", e);
    check(
        (eligible & ~notes.asked) == 0 || !placesLeft(seen),
        BEST_FIRST,
        "the line was not at its end",
        e);
  }

  private void delinquent(LeadBecameDelinquent e, Seen seen) {
    check(!notes.owned && notes.held == 0, TRUE_HISTORY, "owned or held", e);
    check(!notes.delinquent, TRUE_HISTORY, "delinquent already", e);
    if (notes.catchallUntil != Notes.NEVER) {
      check(!seen.now().isBefore(notes.catchallUntil), NEVER_EARLY, "the catchalls have time", e);
      boolean heldLonger = notes.catchallUntil.isBefore(notes.heldUntil);
      Instant since = heldLonger ? notes.heldUntil : notes.catchallUntil;
      check(e.at().equals(since), SETTLED_WHEN_DUE, "another time", e);
    } else {
      check(e.at().equals(seen.now()), SETTLED_WHEN_DUE, "another time", e);
      check(reachable(seen) == 0, NOBODY_LOST, "given up though a catchall is there", e);
      nobodyElse(seen, e);
    }
  }

  private void accepted(OfferAccepted e, Instant now) {
    unowned(e.agent(), e);
    Noted offer = theirs(e.offer(), e.agent(), e, State.OPEN);
    inTime(offer, now, e);
    boolean declined = (notes.declined & People.bit(e.agent())) != 0;
    check(!declined, DECLINED_FOR_GOOD, "had declined", e);
  }

  private void declined(OfferDeclined e, Instant now) {
    check(!notes.owned, TRUE_HISTORY, "declined though owned", e);
    Noted offer = theirs(e.offer(), e.agent(), e, State.OPEN);
    inTime(offer, now, e);
    check(offer.kind.exclusive(), TRUE_HISTORY, "was not asked alone", e);
  }

  private static void inTime(Noted offer, Instant now, RotationEvent e) {
    boolean over = offer.kind.exclusive() && !now.isBefore(offer.end);
    check(!over, NEVER_TOO_LATE, "the window was over", e);
  }

  private void timedOut(OfferTimedOut e, Instant now) {
    Noted offer = theirs(e.offer(), e.agent(), e, State.OPEN);
    check(!now.isBefore(offer.end), NEVER_EARLY, "the window is not over", e);
    check(e.at().equals(offer.end), SETTLED_WHEN_DUE, "another time", e);
  }

  private void chanceAsked(AnotherChanceAsked e) {
    check(!notes.owned, ONE_OWNER, "asked though owned", e);
    check((notes.declined & People.bit(e.agent())) == 0, DECLINED_FOR_GOOD, "had declined", e);
    Noted offer = theirs(e.offer(), e.agent(), e, State.TIMED_OUT);
    check(!offer.chanceAsked, ONCE_PER_MISSED_OFFER, "asked before", e);
  }

  private void assigned(LeadAssigned e, Seen seen) {
    unowned(e.agent(), e);
    int agent = People.bit(e.agent());
    check((notes.declined & agent) == 0, DECLINED_FOR_GOOD, "had declined", e);
    check((seen.edition().active & agent) != 0, ONLY_ELIGIBLE, "has left", e);
  }

  private void unowned(AgentId agent, RotationEvent e) {
    check(!notes.owned || People.of(agent) != notes.owner, ONE_WRITE_PER_OWNER, "owner already", e);
    check(!notes.owned, ONE_OWNER, "beside the owner", e);
  }

  /** The CRM wins over any owner, but an owner who is the same is no change. */
  private void changed(OwnerChangedInCrm e) {
    boolean same =
        notes.owned && e.agent().isPresent() && People.of(e.agent().get()) == notes.owner;
    check(!same, ONE_WRITE_PER_OWNER, "owner already", e);
  }

  private Noted theirs(int number, AgentId agent, RotationEvent e, State state) {
    check(number >= 1 && number <= notes.offers.size(), TRUE_HISTORY, "no such offer", e);
    Noted offer = notes.offers.get(number - 1);
    check(offer.agent.equals(agent), TRUE_HISTORY, "somebody else's", e);
    check(offer.state == state, TRUE_HISTORY, "not in that state", e);
    return offer;
  }

  /** The words are put together only when they are needed: this runs all the time. */
  private static void check(boolean holds, Invariant invariant, String what, Object about) {
    if (!holds) throw broken(invariant, what + ": " + about);
  }

  static InvariantBroken broken(Invariant invariant, String what) {
    return new InvariantBroken(invariant, what);
  }
}
