package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.RecordRead;
import dev.baton.crm.RecordRead.Absent;
import dev.baton.crm.RecordRead.Present;
import dev.baton.feedback.Feedback;
import dev.baton.inbox.Notice;
import dev.baton.inbox.NoticeOutcome;
import dev.baton.inbox.NoticeOutcome.Again;
import dev.baton.inbox.NoticeOutcome.Done;
import dev.baton.inbox.NoticeOutcome.Later;
import dev.baton.inbox.NoticeOutcome.Skipped;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.outbox.RetryDelay;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.End;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings a lead into line with what the CRM says of its record: an owner set by hand wins, feedback
 * and comments of people arrive, and our own writes start nothing.
 *
 * <p>A record that was read before one of our writes landed says something old. So where a record
 * seems to say something new it is read once more, after the lead was looked at, and what it says
 * counts only if nothing happened to the lead meanwhile; and once it has counted, the record is
 * read again.
 */
final class ComparingWithCrm {
  /** If somebody is that busy with the lead, the notice of what he did comes anyway. */
  private static final int LOOKS = 5;

  private final Leads leads;
  private final RoutingBooks books;
  private final RotatingLeads rotating;
  private final RecordingFeedback feedback;

  ComparingWithCrm(
      Leads leads, RoutingBooks books, RotatingLeads rotating, RecordingFeedback feedback) {
    this.leads = leads;
    this.books = books;
    this.rotating = rotating;
    this.feedback = feedback;
  }

  /**
   * Acts on what a record says.
   *
   * @param read may be older than what has happened to the lead since
   */
  NoticeOutcome compare(Notice notice, LeadId lead, RecordRead read, CrmConnector connector) {
    RecordRead latest = read;
    boolean acted = false;
    for (int look = 0; look < LOOKS; look++) {
      LeadFile before = leads.file(notice.company(), lead).orElseThrow();
      if (!saysSomethingNew(before, latest)) {
        if (!acted && cannotTell(before, latest)) return lookLater(notice);
        break;
      }
      latest = read(read.record(), connector);
      Optional<Instant> later = whenToListen(before, latest);
      if (later.isPresent()) {
        return new Later(later.get(), "the owner of lead " + lead + " is contested");
      }
      if (!act(before, latest)) continue;
      acted = true;
      // A write of ours may have landed while this was decided, and its notice may be through.
      latest = read(read.record(), connector);
    }
    return acted ? Done.about(lead) : new Skipped("nothing new for lead " + lead);
  }

  /**
   * While an owner of ours is on its way, the owner of before may mean that it has not arrived, or
   * that somebody has undone it.
   */
  private static boolean cannotTell(LeadFile lead, RecordRead read) {
    return read instanceof Present present
        && !present.owner().isEmpty()
        && present.owner().equals(lead.lead().crmOwner())
        && lead.ownerIsOnItsWay();
  }

  private NoticeOutcome lookLater(Notice notice) {
    String why = "an owner of ours is on its way";
    return RetryDelay.after(notice.tries() + 1, 0)
        .<NoticeOutcome>map(wait -> new Again(rotating.now().plus(wait), why))
        .orElse(new Skipped(why));
  }

  private static RecordRead read(CrmRecord record, CrmConnector connector) {
    return connector.read(List.of(record)).getFirst();
  }

  /**
   * When an owner set by hand is heard, where not now: two automations fight over the lead. The
   * notice is taken up again then, and the record read again, so the last word is always heard. A
   * lead that is on offer has no owner to be fought over: that the CRM has one is heard at once.
   */
  private Optional<Instant> whenToListen(LeadFile lead, RecordRead read) {
    return lead.rotation().owned() && read instanceof Present present
        ? newOwner(lead, present)
            .flatMap(o -> lead.rotation().contest().listensAgain(rotating.now()))
        : Optional.empty();
  }

  private boolean saysSomethingNew(LeadFile lead, RecordRead read) {
    return switch (read) {
      case Absent unused -> !lead.rotation().owned() && lead.rotation().ended().isEmpty();
      case Present present ->
          newOwner(lead, present).isPresent()
              || newFeedback(lead, present).isPresent()
              || newComment(lead, present).isPresent();
    };
  }

  private boolean act(LeadFile lead, RecordRead read) {
    return switch (read) {
      case Absent unused -> happens(lead, new End(EndReason.RECORD_GONE));
      case Present present -> {
        Optional<RotationCommand> owner = newOwner(lead, present);
        // The rest is about the owner who is there then: it comes with the next look.
        if (owner.isPresent()) yield happens(lead, owner.get());
        boolean said =
            newFeedback(lead, present)
                .filter(given -> feedback.heard(lead, given) instanceof Decided)
                .isPresent();
        boolean commented =
            newComment(lead, present)
                .filter(text -> feedback.heardComment(lead, text) instanceof Decided)
                .isPresent();
        yield said || commented;
      }
    };
  }

  /** Decides only about the lead that was looked at: one that has moved on is looked at again. */
  private boolean happens(LeadFile before, RotationCommand command) {
    Decision decision =
        rotating.carryOut(
            before.lead().id(),
            sheet -> before.isStill(sheet) ? Optional.of(command) : Optional.empty());
    return decision instanceof Decided;
  }

  /**
   * An owner set by hand. One that is the one last read or written, or that we are about to write,
   * or may have written without hearing of it, is no change.
   */
  private Optional<RotationCommand> newOwner(LeadFile lead, Present read) {
    String owner = read.owner();
    if (owner.isEmpty() || owner.equals(lead.lead().crmOwner())) return Optional.empty();
    RoutingBook book = books.current(lead.lead().company());
    Optional<AgentId> agent =
        book.agentOwning(lead.lead().record().connection(), owner).map(a -> a.id());
    boolean asWeWant = agent.isPresent() && agent.equals(lead.rotation().owner());
    boolean maybeOurs = agent.filter(lead::mayHaveGivenTo).isPresent();
    return asWeWant || maybeOurs ? Optional.empty() : Optional.of(new ChangeOwner(owner, agent));
  }

  /** Feedback of somebody in the CRM; while ours is on its way there, the record says the old. */
  private static Optional<Feedback> newFeedback(LeadFile lead, Present read) {
    if (!lead.rotation().owned() || lead.owesFeedback()) return Optional.empty();
    return read.feedback()
        .filter(said -> !said.progress().equals(lead.rotation().care().progress()));
  }

  private Optional<String> newComment(LeadFile lead, Present read) {
    if (!lead.rotation().owned() || read.comment().isBlank()) return Optional.empty();
    return Optional.of(read.comment())
        .filter(text -> !feedback.isKnown(lead.lead().company(), lead.lead().id(), text));
  }
}
