package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.agent.Sla;
import dev.baton.crm.CrmNotice.RecordChanged;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile.Delivery;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.rotation.Contest;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.LeadContested;
import dev.baton.rotation.RotationEvent.LeadReturned;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.SlaMissed;
import dev.baton.store.StoreUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Another automation in the CRM works on the same leads, and against Baton. */
class FightingAutomationsTest {
  private static final AgentId ANN = new AgentId("ann");
  private static final AgentId BOB = new AgentId("bob");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Walk walk =
      new Walk(StoreUnderTest.inMemory(), Map.of()).agent("ann", false).agent("bob", false);
  private CrmRecord record = walk.leadArrives();

  @AfterEach
  void close() {
    walk.close();
  }

  private void accept(AgentId agent) {
    LeadId lead = walk.file(record).lead().id();
    walk.rotating.accept(
        new OfferId(lead, walk.file(record).rotation().held().orElseThrow().number()),
        agent,
        Channel.PAGE);
    walk.settle();
  }

  private void automationGivesTo(String agent) {
    walk.crm.setOwnerByHand(record, walk.owner(agent));
    crmTells();
  }

  private void crmTells() {
    walk.tell(new RecordChanged("contacts", record.id(), "", walk.now()));
    walk.settle();
  }

  private <E extends RotationEvent> List<E> happened(Class<E> kind) {
    return walk.file(record).history().stream()
        .map(Recorded::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private long written(String what) {
    return walk.file(record).deliveries().stream()
        .map(Delivery::what)
        .filter(w -> w.startsWith(what))
        .count();
  }

  // Two automations of the CRM -------------------------------------------------------------------

  @Test
  void a_hundred_changes_an_hour_are_heard_every_few_minutes_and_said_once() {
    accept(ANN);
    for (int i = 0; i < 120; i++) {
      walk.passes(Duration.ofSeconds(30));
      automationGivesTo(i % 2 == 0 ? "bob" : "ann");
    }

    assertThat(happened(LeadContested.class)).hasSize(1);
    assertThat(happened(OwnerChangedInCrm.class)).hasSizeBetween(5, 4 + 12);
    assertThat(walk.store.leads().contested(walk.now())).isEqualTo(1);
  }

  @Test
  void the_last_word_of_the_crm_is_always_heard() {
    accept(ANN);
    for (int i = 0; i < 7; i++) automationGivesTo(i % 2 == 0 ? "bob" : "ann");
    assertThat(walk.crm.ownerOf(record)).isEqualTo(walk.owner("bob"));
    assertThat(walk.file(record).rotation().owner()).contains(ANN);

    walk.passes(Contest.INTERVAL);

    assertThat(walk.file(record).rotation().owner()).contains(BOB);
    assertThat(walk.file(record).lead().crmOwner()).isEqualTo(walk.owner("bob"));
    assertThat(written("GiveOwner")).isEqualTo(1);
  }

  @Test
  void when_the_owner_has_been_still_for_an_hour_changes_are_heard_at_once_again() {
    accept(ANN);
    for (int i = 0; i < 4; i++) automationGivesTo(i % 2 == 0 ? "bob" : "ann");
    walk.passes(Contest.HOUR);
    assertThat(walk.store.leads().contested(walk.now())).isZero();

    automationGivesTo("bob");

    assertThat(walk.file(record).rotation().owner()).contains(BOB);
  }

  @Test
  void a_contested_lead_that_an_owner_gives_back_is_on_offer_and_the_crm_s_owner_heard_at_once() {
    accept(ANN);
    for (int i = 0; i < 4; i++) automationGivesTo(i % 2 == 0 ? "bob" : "ann");
    walk.rotating.carryOut(
        walk.file(record).lead().id(),
        new dev.baton.rotation.RotationCommand.GiveBack(ANN, Channel.PAGE));
    walk.settle();
    assertThat(walk.file(record).rotation().owned()).isFalse();

    automationGivesTo("bob");

    assertThat(walk.file(record).rotation().owner()).contains(BOB);
  }

  // An automation against Baton ------------------------------------------------------------------

  @Test
  void an_automation_that_undoes_each_of_our_owners_is_not_fought_for_ever() {
    var sla =
        new Sla(
            Sla.Goal.ACTED_ON,
            Duration.ofMinutes(10),
            Sla.Consequence.TAKE_BACK,
            /* switchOff= */ false);
    walk.agent("robot", true).promising(sla);
    record = walk.leadArrives("fought-over@example.org");
    String robot = walk.owner("robot");

    for (int minute = 0; minute < 240; minute++) {
      walk.passes(MINUTE);
      walk.file(record).rotation().held().ifPresent(offer -> accept(offer.agent()));
      if (!walk.crm.ownerOf(record).equals(robot)) {
        automationGivesTo("robot");
      }
    }

    assertThat(happened(LeadContested.class)).hasSize(1);
    assertThat(written("GiveOwner")).isLessThanOrEqualTo(Contest.MANY + 1);
    assertThat(happened(LeadReturned.class)).hasSizeLessThanOrEqualTo(Contest.MANY);
    assertThat(walk.file(record).rotation().owner()).contains(new AgentId("robot"));
    assertThat(happened(SlaMissed.class)).anyMatch(SlaMissed::contested);
  }

  // A status that another automation rewrites ----------------------------------------------------

  @Test
  void an_automation_that_rewrites_each_status_of_ours_is_heard_and_never_answered() {
    var ours = new Feedback(ContactStatus.CONTACTED, DealStatus.IN_PROGRESS);
    var theirs = new Feedback(ContactStatus.ATTEMPTED, DealStatus.NONE);
    accept(ANN);
    walk.feedback.give(Walk.ACME, walk.file(record).lead().id(), ours, Optional.of(ANN), "Ann");
    walk.settle();

    for (int i = 0; i < 50; i++) {
      walk.crm.setFeedbackByHand(record, i % 2 == 0 ? theirs : ours);
      crmTells();
      walk.passes(MINUTE);
    }

    assertThat(written("SayFeedback")).isEqualTo(1);
    assertThat(walk.file(record).rotation().care().progress()).isEqualTo(ours.progress());
  }
}
