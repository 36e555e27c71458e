package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmNotice.Answer;
import dev.baton.crm.CrmUnderTest.Task;
import dev.baton.inbox.Inbox;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Offer;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.Stage;
import dev.baton.store.StoreUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A lead from the CRM's notice to its owner, and what can go wrong on the way. */
class WalkOfALeadTest {
  private static final AgentId ANN = new AgentId("ann");
  private static final AgentId BOB = new AgentId("bob");

  private Walk walk =
      new Walk(
              StoreUnderTest.inMemory(),
              Map.of(HearingAnswers.COMPLETED_TASK, HearingAnswers.ACCEPTS))
          .agent("ann", false)
          .agent("bob", false)
          .agent("cat", true);

  @AfterEach
  void close() {
    walk.close();
  }

  private OfferId offer(CrmRecord record, int number) {
    return new OfferId(walk.file(record).lead().id(), number);
  }

  private Task lastTask(CrmRecord record) {
    return walk.crm.tasksOf(record).getLast();
  }

  @Test
  void a_new_record_is_offered_by_a_task_that_holds_no_contact_data() {
    CrmRecord record = walk.leadArrives();

    Task task = lastTask(record);
    assertThat(task.owner()).isEqualTo(walk.owner("ann"));
    assertThat(task.due()).isEqualTo(walk.now().plus(Walk.WINDOW));
    assertThat(task.subject() + task.text())
        .contains("10:05", "Harbour", "https://baton.example/o/")
        .doesNotContain("Cleo", "cleo@", "555");
    assertThat(walk.crm.ownerOf(record)).isEmpty();
  }

  @Test
  void who_accepts_becomes_owner_in_the_crm_and_the_task_is_closed() {
    CrmRecord record = walk.leadArrives();

    assertThat(walk.rotating.accept(offer(record, 1), ANN, Channel.PAGE))
        .isInstanceOf(Decided.class);
    walk.settle();

    assertThat(walk.crm.ownerOf(record)).isEqualTo(walk.owner("ann"));
    assertThat(walk.crm.tasksOf(record)).singleElement().matches(Task::completed);
  }

  @Test
  void a_lead_nobody_answers_goes_from_agent_to_agent_to_catchall_to_delinquent() {
    CrmRecord record = walk.leadArrives();
    walk.passes(Walk.WINDOW);
    assertThat(lastTask(record).owner()).isEqualTo(walk.owner("bob"));
    walk.passes(Walk.WINDOW);
    assertThat(lastTask(record).owner()).isEqualTo(walk.owner("cat"));
    assertThat(walk.file(record).rotation().stage()).isEqualTo(Stage.CATCHALL);
    walk.passes(Duration.ofHours(24));

    assertThat(walk.file(record).rotation().stage()).isEqualTo(Stage.DELINQUENT);
    assertThat(walk.crm.tasksOf(record)).hasSize(3);
    assertThat(walk.crm.tasksOf(record).subList(0, 2)).allMatch(Task::completed);
  }

  @Test
  void ticking_off_the_task_accepts_the_lead_where_the_company_says_so() {
    CrmRecord record = walk.leadArrives();
    String task = lastTask(record).id();
    walk.crm.completeTask(task);
    walk.tell(new CrmNotice.TaskChanged(task, walk.user("ann"), walk.now()));
    walk.settle();

    assertThat(walk.file(record).rotation().owner()).contains(ANN);
  }

  @Test
  void ticking_off_the_task_means_nothing_where_the_company_does_not_say_so() {
    walk.close();
    walk = new Walk(StoreUnderTest.inMemory(), Map.of()).agent("ann", false);
    CrmRecord record = walk.leadArrives();
    walk.crm.completeTask(lastTask(record).id());
    walk.tell(new CrmNotice.TaskChanged(lastTask(record).id(), "", walk.now()));
    walk.settle();

    assertThat(walk.file(record).rotation().stage()).isEqualTo(Stage.OFFERED);
  }

  @Test
  void somebody_else_ticking_off_the_task_does_not_accept_for_the_agent() {
    CrmRecord record = walk.leadArrives();
    walk.crm.completeTask(lastTask(record).id());
    walk.tell(new CrmNotice.TaskChanged(lastTask(record).id(), walk.user("bob"), walk.now()));
    walk.settle();

    assertThat(walk.file(record).rotation().held().orElseThrow().agent()).isEqualTo(ANN);
  }

  @Test
  void closing_our_own_task_answers_nothing() {
    CrmRecord record = walk.leadArrives();
    walk.passes(Walk.WINDOW);
    String closed = walk.crm.tasksOf(record).getFirst().id();
    walk.tell(new CrmNotice.TaskChanged(closed, "", walk.now()));
    walk.settle();

    assertThat(walk.file(record).rotation().held().orElseThrow().agent()).isEqualTo(BOB);
  }

  @Test
  void an_answer_in_the_record_is_that_of_the_user_who_gave_it() {
    CrmRecord record = walk.leadArrives();
    answer(record, Answer.DECLINE, walk.user("bob"));
    assertThat(walk.file(record).rotation().held().orElseThrow().agent()).isEqualTo(ANN);

    answer(record, Answer.DECLINE, walk.user("ann"));
    assertThat(walk.file(record).rotation().held().orElseThrow().agent()).isEqualTo(BOB);

    answer(record, Answer.ACCEPT, "");
    assertThat(walk.crm.ownerOf(record)).isEqualTo(walk.owner("bob"));
  }

  private void answer(CrmRecord record, Answer answer, String by) {
    walk.tell(new CrmNotice.OfferAnswered("contacts", record.id(), answer, by, walk.now()));
    walk.settle();
  }

  @Test
  void an_answer_given_before_the_current_offer_is_not_taken_for_its_agent() {
    CrmRecord record = walk.leadArrives();
    var late = new CrmNotice.OfferAnswered("contacts", record.id(), Answer.DECLINE, "", walk.now());
    walk.passes(Walk.WINDOW);
    walk.tell(late);
    walk.settle();

    assertThat(walk.file(record).rotation().declined()).isEmpty();
  }

  @Test
  void the_echo_of_our_own_owner_write_starts_nothing() {
    CrmRecord record = walk.leadArrives();
    walk.rotating.accept(offer(record, 1), ANN, Channel.PAGE);
    walk.settle();
    int before = walk.file(record).history().size();

    walk.tell(new CrmNotice.RecordChanged("contacts", record.id(), "hubspot_owner_id", walk.now()));
    walk.settle();

    assertThat(walk.file(record).history()).hasSize(before);
    assertThat(walk.file(record).rotation().owner()).contains(ANN);
  }

  @Test
  void an_owner_set_by_hand_ends_the_rotation_and_is_not_written_over() {
    CrmRecord record = walk.leadArrives();
    walk.crm.setOwnerByHand(record, walk.owner("bob"));
    walk.tell(new CrmNotice.RecordChanged("contacts", record.id(), "hubspot_owner_id", walk.now()));
    walk.settle();

    assertThat(walk.file(record).rotation().owner()).contains(BOB);
    assertThat(walk.crm.ownerOf(record)).isEqualTo(walk.owner("bob"));
    assertThat(walk.crm.tasksOf(record)).allMatch(Task::completed);
  }

  @Test
  void an_older_owner_write_is_not_delivered_over_a_newer_owner() {
    CrmRecord record = walk.leadArrives();
    walk.crm.beDown(true);
    walk.rotating.accept(offer(record, 1), ANN, Channel.PAGE);
    walk.settle();
    walk.crm.beDown(false);
    walk.crm.setOwnerByHand(record, walk.owner("bob"));
    walk.tell(new CrmNotice.RecordChanged("contacts", record.id(), "hubspot_owner_id", walk.now()));
    walk.store.clock().tick(Duration.ofSeconds(2));
    walk.settle();
    walk.passes(Duration.ofHours(1));

    assertThat(walk.crm.ownerOf(record)).isEqualTo(walk.owner("bob"));
  }

  @Test
  void a_record_an_agent_owns_already_is_his_and_is_not_offered() {
    CrmRecord record = walk.crm.givenRecord(dev.baton.lead.LeadContent.NONE);
    walk.crm.setOwnerByHand(record, walk.owner("bob"));
    walk.tell(new CrmNotice.RecordCreated("contacts", record.id(), walk.now()));
    walk.settle();

    assertThat(walk.file(record).rotation().owner()).contains(BOB);
    assertThat(walk.crm.tasksOf(record)).isEmpty();
  }

  /** Found by the simulation: it went on as a lead without tags, and to nobody. */
  @Test
  void a_lead_that_came_with_an_owner_is_routed_by_its_tags_when_he_gives_it_back() {
    CrmRecord record = walk.crm.givenRecord(Walk.from("cleo@example.org"));
    walk.crm.setOwnerByHand(record, walk.owner("bob"));
    walk.tell(new CrmNotice.RecordCreated("contacts", record.id(), walk.now()));
    walk.settle();

    LeadId lead = walk.file(record).lead().id();
    walk.rotating.carryOut(lead, new GiveBack(BOB, Channel.PAGE));

    assertThat(walk.file(record).rotation().held()).map(Offer::agent).contains(ANN);
  }

  @Test
  void a_notice_that_comes_twice_makes_no_second_lead_offer_or_task() {
    CrmRecord record = walk.leadArrives();
    walk.keep("notice1");
    walk.tell(new CrmNotice.RecordCreated("contacts", record.id(), walk.now()));
    walk.settle();

    assertThat(walk.store.leads().latest(Walk.ACME, java.util.Optional.empty(), 10)).hasSize(1);
    assertThat(walk.crm.tasksOf(record)).hasSize(1);
  }

  @Test
  void a_lead_whose_record_is_gone_ends_with_that_reason_and_its_notice_says_so() {
    CrmRecord record = walk.crm.givenRecord(dev.baton.lead.LeadContent.NONE);
    walk.crm.givenRecordDeleted(record);
    walk.tell(new CrmNotice.RecordCreated("contacts", record.id(), walk.now()));
    walk.settle();

    assertThat(walk.file(record).rotation().stage()).isEqualTo(Stage.ENDED);
    assertThat(walk.store.inbox().latest(Walk.ACME, 1))
        .extracting(Inbox.Kept::state, Inbox.Kept::note)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("FAILED", "the record is gone in the CRM"));
  }

  @Test
  void a_record_deleted_while_it_is_offered_ends_the_rotation() {
    CrmRecord record = walk.leadArrives();
    walk.crm.givenRecordDeleted(record);
    walk.tell(new CrmNotice.RecordDeleted("contacts", record.id(), walk.now()));
    walk.settle();

    assertThat(walk.file(record).rotation().stage()).isEqualTo(Stage.ENDED);
  }

  @Test
  void a_record_said_to_be_deleted_that_is_still_there_goes_on() {
    CrmRecord record = walk.leadArrives();
    walk.tell(new CrmNotice.RecordDeleted("contacts", record.id(), walk.now()));
    walk.settle();

    assertThat(walk.file(record).rotation().stage()).isEqualTo(Stage.OFFERED);
  }

  @Test
  void a_merged_lead_ends_and_the_record_it_went_into_is_offered_instead() {
    CrmRecord record = walk.leadArrives();
    CrmRecord into = walk.crm.givenRecord(walk.file(record).content());
    walk.crm.givenRecordDeleted(record);
    walk.tell(
        new CrmNotice.RecordsMerged(
            "contacts", List.of(record.id(), into.id()), into.id(), walk.now()));
    walk.settle();

    assertThat(walk.file(record).rotation().stage()).isEqualTo(Stage.ENDED);
    assertThat(walk.file(into).rotation().stage()).isEqualTo(Stage.OFFERED);
  }

  @Test
  void a_merge_heard_while_the_crm_is_away_is_carried_out_when_it_is_back() {
    CrmRecord record = walk.leadArrives();
    CrmRecord into = walk.crm.givenRecord(walk.file(record).content());
    walk.crm.givenRecordDeleted(record);
    walk.crm.beDown(true);
    walk.tell(
        new CrmNotice.RecordsMerged(
            "contacts", List.of(record.id(), into.id()), into.id(), walk.now()));
    walk.settle();
    assertThat(walk.file(record).rotation().stage()).isEqualTo(Stage.OFFERED);

    walk.crm.beDown(false);
    for (int i = 0; i < 3; i++) walk.passes(Duration.ofMinutes(1));

    assertThat(walk.file(record).rotation().stage()).isEqualTo(Stage.ENDED);
    assertThat(walk.file(into).rotation().stage()).isEqualTo(Stage.OFFERED);
  }

  @Test
  void while_the_crm_is_away_offers_go_on_and_nothing_is_lost() {
    CrmRecord record = walk.leadArrives();
    walk.crm.beDown(true);
    walk.passes(Walk.WINDOW);
    walk.rotating.accept(offer(record, 2), BOB, Channel.PAGE);
    CrmRecord second = walk.crm.givenRecord(Walk.from("second@example.org"));
    walk.tell(new CrmNotice.RecordCreated("contacts", second.id(), walk.now()));
    walk.settle();
    assertThat(walk.crm.ownerOf(record)).isEmpty();

    walk.crm.beDown(false);
    for (int i = 0; i < 10; i++) walk.passes(Duration.ofMinutes(1));

    assertThat(walk.crm.ownerOf(record)).isEqualTo(walk.owner("bob"));
    assertThat(walk.file(second).rotation().stage()).isNotEqualTo(Stage.NEW);
    assertThat(walk.store.outbox().depth().waiting()).isZero();
  }

  @Test
  void the_task_of_an_offer_that_ended_before_it_could_be_created_is_never_created() {
    walk.crm.beDown(false);
    walk.leadArrives();
    CrmRecord record = walk.crm.givenRecord(Walk.from("stranger@example.org"));
    walk.store.breakers().pause(Walk.CRM, walk.now(), false);
    walk.tell(new CrmNotice.RecordCreated("contacts", record.id(), walk.now()));
    walk.settle();
    walk.store.breakers().pause(Walk.CRM, walk.now().plus(Walk.WINDOW).plusSeconds(1), false);
    walk.rotating.decline(offer(record, 1), currentAgent(record), Channel.PAGE);
    walk.passes(Walk.WINDOW);
    walk.passes(Duration.ofSeconds(1));

    assertThat(walk.crm.tasksOf(record))
        .extracting(Task::owner)
        .doesNotHaveDuplicates()
        .doesNotContain(ownerOfOffer(record, 2));
  }

  private AgentId currentAgent(CrmRecord record) {
    return walk.file(record).rotation().held().orElseThrow().agent();
  }

  private String ownerOfOffer(CrmRecord record, int number) {
    return walk.owner(walk.file(record).rotation().offer(number).orElseThrow().agent().value());
  }

  @Test
  void an_agent_without_a_crm_user_owns_here_and_the_write_is_on_hold() {
    walk.close();
    walk = new Walk(StoreUnderTest.inMemory(), Map.of()).agentOutsideTheCrm("max", "");
    CrmRecord record = walk.leadArrives();
    walk.rotating.accept(offer(record, 1), new AgentId("max"), Channel.PAGE);
    walk.settle();

    LeadFile file = walk.file(record);
    assertThat(file.rotation().owner()).contains(new AgentId("max"));
    assertThat(file.deliveries())
        .filteredOn(d -> d.what().startsWith("GiveOwner"))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.state()).isEqualTo("ON_HOLD");
              assertThat(d.note()).contains("OWNER_NOT_MAPPED");
            });
  }

  @Test
  void a_notice_that_cannot_be_understood_fails_with_its_reason() {
    walk.keep("nonsense");
    walk.settle();

    assertThat(walk.store.inbox().latest(Walk.ACME, 1).getFirst().state()).isEqualTo("FAILED");
  }
}
