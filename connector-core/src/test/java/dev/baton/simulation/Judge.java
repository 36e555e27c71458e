package dev.baton.simulation;

import static dev.baton.simulation.Invariant.AT_ONCE_WHERE_SET;
import static dev.baton.simulation.Invariant.NOBODY_LOST;
import static dev.baton.simulation.Invariant.NOTHING_LEFT_OPEN;
import static dev.baton.simulation.Invariant.SAME_FOLD;
import static dev.baton.simulation.Invariant.TRUE_HISTORY;

import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationEvent;
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
import dev.baton.rotation.Stage;
import java.time.Instant;
import java.util.List;

/**
 * Watches one lead: holds everything recorded of it against what always holds. What is said of
 * arrivals, offers and owners stands in {@link Arrivals}, {@link Offers} and {@link Owners}.
 */
final class Judge {
  private final Notes notes;
  private final Lookout lookout;
  private final Arrivals arrivals;
  private final Offers offers;
  private final Owners owners;
  private boolean offeredNow;

  /**
   * @param spam whether the lead's sender stands on the spam list
   */
  Judge(Notes notes, Lookout lookout, boolean spam) {
    this.notes = notes;
    this.lookout = lookout;
    this.arrivals = new Arrivals(notes, spam);
    this.offers = new Offers(notes, arrivals);
    this.owners = new Owners(notes);
  }

  /** Judges an event before it is noted; the first broken invariant is thrown. */
  void entered(RotationEvent event, Seen seen) {
    judge(event, seen);
    lookout.entered(event, notes, seen);
    owners.follow(event, seen);
    notes.add(event);
    offeredNow |= event instanceof LeadOffered;
  }

  Offers offers() {
    return offers;
  }

  void refused(RotationCommand command, Why why) {
    lookout.refused(command, why);
  }

  /** Judges what the lead has come to by a decision. */
  void leftIn(Rotation after, Instant due, Seen seen) {
    boolean mayBeOpen = !notes.owned && !notes.ended;
    NOTHING_LEFT_OPEN.check(notes.open == 0 || mayBeOpen, "open", after);
    boolean queues = seen.edition().settings().intake().queuing();
    AT_ONCE_WHERE_SET.check(!offeredNow || queues || notes.owned, "offered", after);
    offeredNow = false;
    owners.leftIn(after, seen.now());
    if (notes.stage() == Stage.NEW) throw NOBODY_LOST.broken("nothing is due: " + after);
    SAME_FOLD.check(after.stage() == notes.stage(), "stage " + notes.stage(), after);
    SAME_FOLD.check(due.equals(notes.due()), "due", after);
    SAME_FOLD.check(after.version() == notes.events, "version", after);
    SAME_FOLD.check(after.offers().size() == notes.offers.size(), "offers", after);
    SAME_FOLD.check(after.owner().map(People::of).orElse(-1) == notes.owner, "owner", after);
    SAME_FOLD.check(People.agentSet(after.declined()) == notes.declined, "declined", after);
    SAME_FOLD.check(People.agentSet(after.excluded()) == notes.former, "excluded", after);
    SAME_FOLD.check(People.agentSet(after.asked()) == notes.asked, "asked", after);
    SAME_FOLD.check(after.chances().equals(notes.waiting), "chances", after);
    SAME_FOLD.check(after.care().expected().size() == notes.duties.size(), "expected", after);
  }

  /** The whole history, folded again. */
  void addsUp(List<RotationEvent> history, Rotation rotation) {
    SAME_FOLD.check(Rotation.of(history).equals(rotation), "the whole history", rotation);
  }

  private void judge(RotationEvent event, Seen seen) {
    switch (event) {
      case RotationBegun e -> TRUE_HISTORY.check(notes.events == 0, "twice", e);
      case LeadQuarantined e -> arrivals.quarantined(e);
      case LeadRestored e -> arrivals.restored(e);
      case LeadHeld e -> arrivals.held(e, seen);
      case LeadReleased e -> arrivals.released(e, seen.now());
      case LeadFollows e -> arrivals.follows(e, seen);
      case LeadStandsAlone e -> arrivals.standsAlone(e, seen);
      case LeadCoalesced e -> arrivals.coalesced(e, seen);
      case LeadOffered e -> offers.offered(e, seen);
      case OfferAccepted e -> offers.accepted(e, seen.now());
      case OfferDeclined e -> offers.declined(e, seen.now());
      case OfferTimedOut e -> offers.timedOut(e, seen.now());
      case OfferWithdrawn e -> offers.withdrawn(e, seen);
      case AnotherChanceAsked e -> offers.chanceAsked(e);
      case SharkTankOpened e -> offers.tankOpened(e, seen);
      case SharkTankReminded e -> offers.reminded(e, seen.now());
      case CatchallTold e -> offers.told(e, seen);
      case LeadBecameDelinquent e -> offers.delinquent(e, seen);
      case LeadAssigned e -> owners.assigned(e, seen);
      case OwnerChangedInCrm e -> owners.changed(e);
      case LeadContested e -> owners.contested(e, seen.now());
      case RotationResubmitted e -> owners.resubmitted(e);
      case LeadReturned e -> owners.returned(e, seen.now());
      case FeedbackGiven e -> owners.speaks(e.agent(), e);
      case CommentAdded e -> owners.speaks(e.agent(), e);
      case CareExpected e -> owners.expected(e);
      case SlaMissed e -> owners.missed(e, seen.now());
      case RotationEnded e -> TRUE_HISTORY.check(!notes.owned, "owned", e);
    }
    boolean now = event.at().equals(seen.now());
    TRUE_HISTORY.check(now || isSettled(event), "not now", event);
    boolean atTheEnd = event instanceof OfferWithdrawn;
    TRUE_HISTORY.check(!notes.ended || atTheEnd, "after the end", event);
  }

  /** What is settled with the instant it was due, which is looked at where it is judged. */
  private static boolean isSettled(RotationEvent event) {
    return event instanceof OfferTimedOut
        || event instanceof LeadBecameDelinquent
        || event instanceof LeadReleased
        || event instanceof SharkTankReminded
        || event instanceof SlaMissed
        || event instanceof OfferWithdrawn;
  }
}
