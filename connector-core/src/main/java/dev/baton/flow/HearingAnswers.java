package dev.baton.flow;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmNotice.Answer;
import dev.baton.crm.TaskRead;
import dev.baton.inbox.Notice;
import dev.baton.inbox.NoticeOutcome;
import dev.baton.inbox.NoticeOutcome.Done;
import dev.baton.inbox.NoticeOutcome.Skipped;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Leads;
import dev.baton.ledger.Sheet;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.Offer;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import java.time.Instant;
import java.util.Optional;

/**
 * Acts on what an agent answered in the CRM itself: in the record, in the task, or by ticking the
 * task off.
 */
public final class HearingAnswers {
  /** Connection setting: what it means when an agent ticks off the task of an open offer. */
  public static final String COMPLETED_TASK = "completed-task";

  /** Value of {@link #COMPLETED_TASK}: it accepts the lead. Any other value: it means nothing. */
  public static final String ACCEPTS = "accepts";

  private final Connectors connectors;
  private final Leads leads;
  private final RotatingLeads rotating;

  public HearingAnswers(Connectors connectors, Leads leads, RotatingLeads rotating) {
    this.connectors = connectors;
    this.leads = leads;
    this.rotating = rotating;
  }

  /** An agent set the answer field of the record. */
  NoticeOutcome inRecord(Notice notice, CrmNotice.OfferAnswered answered) {
    var record = new CrmRecord(notice.connection(), answered.object(), answered.id());
    Optional<LeadId> lead = leads.of(notice.company(), record);
    if (lead.isEmpty()) return new Skipped("the record is not a lead here");
    return outcome(
        lead.get(),
        rotating.carryOut(
            lead.get(),
            sheet -> whose(sheet, answered).flatMap(offer -> command(answered.answer(), offer))));
  }

  /** An agent ticked off a task; whether that accepts the lead is the company's choice. */
  NoticeOutcome inTask(Notice notice, CrmNotice.TaskChanged changed, CrmConnector connector) {
    String meaning =
        connectors.connection(notice.connection()).settings().getOrDefault(COMPLETED_TASK, "");
    if (!meaning.equals(ACCEPTS)) return new Skipped("ticking off a task means nothing here");
    if (!(connector.readTask(changed.taskId()) instanceof TaskRead.OfOffer task)) {
      return new Skipped("not a task of an offer");
    }
    Optional<OfferId> offer = OfferId.parse(task.offerKey());
    if (!task.completed() || offer.isEmpty()) return new Skipped("the task is not ticked off");
    return outcome(
        offer.get().lead(),
        rotating.carryOut(
            offer.get().lead(),
            sheet ->
                sheet
                    .rotation()
                    .offer(offer.get().number())
                    .filter(o -> sheet.lead().company().equals(notice.company()))
                    .filter(o -> o.open() && isBy(changed.by(), o.agent(), sheet))
                    .map(o -> new Accept(o.number(), o.agent(), Channel.CRM))));
  }

  /** An agent answered in the task; it stands for one offer, so no other is answered by it. */
  NoticeOutcome inTask(Notice notice, CrmNotice.TaskAnswered answered, CrmConnector connector) {
    if (!(connector.readTask(answered.taskId()) instanceof TaskRead.OfOffer task)) {
      return new Skipped("not a task of an offer");
    }
    Optional<OfferId> offer = OfferId.parse(task.offerKey());
    if (offer.isEmpty()) return new Skipped("the task names no offer");
    return outcome(
        offer.get().lead(),
        rotating.carryOut(
            offer.get().lead(),
            sheet ->
                sheet
                    .rotation()
                    .offer(offer.get().number())
                    .filter(o -> sheet.lead().company().equals(notice.company()))
                    .filter(o -> isBy(answered.by(), o.agent(), sheet))
                    .flatMap(o -> command(answered.answer(), o))));
  }

  /**
   * The offer an answer is about: the latest of the person who answered, or, where the CRM does not
   * say who it was, the one that held the lead when the answer was given.
   */
  private static Optional<Offer> whose(Sheet sheet, CrmNotice.OfferAnswered answered) {
    if (answered.by().isEmpty()) {
      return sheet.rotation().held().filter(o -> !answered.at().isBefore(o.offeredAt()));
    }
    Instant at = answered.at();
    return sheet.rotation().offers().reversed().stream()
        .filter(o -> isBy(answered.by(), o.agent(), sheet) && !at.isBefore(o.offeredAt()))
        .findFirst();
  }

  private static Optional<RotationCommand> command(Answer answer, Offer offer) {
    return Optional.of(
        switch (answer) {
          case ACCEPT -> new Accept(offer.number(), offer.agent(), Channel.CRM);
          case DECLINE -> new Decline(offer.number(), offer.agent(), Channel.CRM);
          case ANOTHER_CHANCE -> new GiveAnotherChance(offer.number(), offer.agent(), Channel.CRM);
        });
  }

  /** Whether the CRM's user is that agent; nobody else may answer for him. */
  private static boolean isBy(String crmUser, AgentId agent, Sheet sheet) {
    if (crmUser.isEmpty()) return true;
    Optional<Agent> known = sheet.circumstances().book().agent(agent);
    return known
        .flatMap(a -> a.in(sheet.lead().record().connection()))
        .filter(crm -> crm.user().isEmpty() || crm.user().equals(crmUser))
        .isPresent();
  }

  private static NoticeOutcome outcome(LeadId lead, Decision decision) {
    return switch (decision) {
      case Decided unused -> new Done("answered for lead " + lead, Optional.of(lead));
      case Refused refused ->
          new Skipped("answer for lead " + lead + " refused: " + refused.refusal().why());
    };
  }
}
