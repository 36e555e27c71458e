package dev.baton.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.crm.CrmWrite.CloseTask;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.crm.CrmWrite.SetOwner;
import dev.baton.crm.RecordRead.Absent;
import dev.baton.crm.RecordRead.Present;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.crm.WriteResult.TryAgain;
import dev.baton.crm.WriteResult.Written;
import dev.baton.lead.CrmRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every CRM connector does, in sentences; each implementation runs them all. */
public abstract class CrmConnectorContract extends CrmFeedbackContract {
  @Test
  void a_record_is_read_back_with_its_words_person_and_owner() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);

    var read = (Present) crm.connector().read(List.of(record)).getFirst();

    assertThat(read.record()).isEqualTo(record);
    assertThat(read.content().contact()).isEqualTo(ANN_ASKS.contact());
    assertThat(read.content().text().subject() + read.content().text().body())
        .contains("Warehouse wanted")
        .contains("harbour");
    assertThat(read.owner()).isEmpty();
  }

  @Test
  void records_are_answered_in_the_order_asked_and_a_missing_one_is_absent() {
    CrmRecord first = crm.givenRecord(ANN_ASKS);
    CrmRecord gone = crm.givenRecord(ANN_ASKS);
    CrmRecord last = crm.givenRecord(ANN_ASKS);
    crm.givenRecordDeleted(gone);

    List<RecordRead> reads = crm.connector().read(List.of(last, gone, first));

    assertThat(reads).extracting(RecordRead::record).containsExactly(last, gone, first);
    assertThat(reads.get(1)).isInstanceOf(Absent.class);
    assertThat(reads.get(0)).isInstanceOf(Present.class);
  }

  @Test
  void a_hundred_records_are_read_at_once() {
    List<CrmRecord> records =
        IntStream.range(0, 100).mapToObj(i -> crm.givenRecord(ANN_ASKS)).toList();

    assertThat(crm.connector().read(records)).hasSize(100).allMatch(r -> r instanceof Present);
  }

  @Test
  void an_owner_is_set_and_setting_it_again_changes_nothing() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String bob = crm.givenUser("Bob", "bob@example.org");

    assertThat(crm.connector().write(new SetOwner(record, bob), 1)).isInstanceOf(Written.class);
    assertThat(crm.connector().write(new SetOwner(record, bob), 2)).isInstanceOf(Written.class);

    assertThat(crm.ownerOf(record)).isEqualTo(bob);
  }

  @Test
  void an_offer_becomes_a_task_of_the_agent_with_its_due_time_facts_and_link() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String bob = crm.givenUser("Bob", "bob@example.org");

    var written = (Written) crm.connector().write(offer(record, "lead-1", bob), 1);

    assertThat(crm.tasksOf(record))
        .singleElement()
        .satisfies(
            task -> {
              assertThat(written.taskId()).contains(task.id());
              assertThat(task.owner()).isEqualTo(bob);
              assertThat(task.due()).isEqualTo(DUE);
              assertThat(task.subject()).isEqualTo("New lead: answer by 10:05");
              assertThat(task.text())
                  .contains("Commercial")
                  .contains("https://baton.example/o/abc");
              assertThat(task.completed()).isFalse();
            });
  }

  @Test
  void an_offer_whose_answer_was_lost_still_has_one_task() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String bob = crm.givenUser("Bob", "bob@example.org");
    crm.loseNextAnswer();

    assertThat(crm.connector().write(offer(record, "lead-1", bob), 1)).isInstanceOf(TryAgain.class);
    var written = (Written) crm.connector().write(offer(record, "lead-1", bob), 2);

    assertThat(crm.tasksOf(record))
        .singleElement()
        .extracting("id")
        .isEqualTo(written.taskId().get());
  }

  @Test
  void two_offers_of_one_lead_are_two_tasks() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String bob = crm.givenUser("Bob", "bob@example.org");

    crm.connector().write(offer(record, "lead-1", bob), 1);
    crm.connector().write(offer(record, "lead-11", bob), 2);

    assertThat(crm.tasksOf(record)).hasSize(2);
  }

  @Test
  void an_ended_offer_closes_its_task_whether_or_not_its_id_is_known() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String bob = crm.givenUser("Bob", "bob@example.org");
    var first = (Written) crm.connector().write(offer(record, "lead-1", bob), 1);
    crm.connector().write(offer(record, "lead-2", bob), 1);

    crm.connector().write(close(record, "lead-1", first.taskId()), 1);
    crm.connector().write(close(record, "lead-2", Optional.empty()), 1);
    WriteResult again = crm.connector().write(close(record, "lead-2", Optional.empty()), 2);

    assertThat(crm.tasksOf(record)).hasSize(2).allMatch(CrmUnderTest.Task::completed);
    assertThat(again).isInstanceOf(Written.class);
  }

  @Test
  void closing_a_task_that_never_came_to_be_is_no_failure() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);

    assertThat(crm.connector().write(close(record, "lead-9", Optional.empty()), 1))
        .isInstanceOf(Written.class);
    assertThat(crm.tasksOf(record)).isEmpty();
  }

  @Test
  void a_task_says_which_offer_it_stands_for_and_whether_it_is_done() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String bob = crm.givenUser("Bob", "bob@example.org");
    String task =
        ((Written) crm.connector().write(offer(record, "lead-1", bob), 1)).taskId().orElseThrow();

    assertThat(crm.connector().readTask(task)).isEqualTo(new TaskRead.OfOffer("lead-1", false));
    crm.completeTask(task);
    assertThat(crm.connector().readTask(task)).isEqualTo(new TaskRead.OfOffer("lead-1", true));
    assertThat(crm.connector().readTask("999999999")).isInstanceOf(TaskRead.NotOurs.class);
  }

  @Test
  void everybody_who_can_own_records_is_listed() {
    String bob = crm.givenUser("Bob", "bob@example.org");
    String eve = crm.givenUser("Eve", "eve@example.org");
    crm.givenUserLeft(eve);

    List<CrmUser> users = crm.connector().users();

    assertThat(users)
        .anySatisfy(
            user -> {
              assertThat(user.owner()).isEqualTo(bob);
              assertThat(user.email()).isEqualTo("bob@example.org");
              assertThat(user.active()).isTrue();
            });
    assertThat(users).filteredOn(CrmUser::active).extracting(CrmUser::owner).doesNotContain(eve);
  }

  @Test
  void too_many_calls_means_try_again_after_the_time_the_crm_named() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String bob = crm.givenUser("Bob", "bob@example.org");
    crm.limitCalls(Duration.ofSeconds(8));

    var result = (TryAgain) crm.connector().write(new SetOwner(record, bob), 1);

    assertThat(result.everything()).isTrue();
    assertThat(result.notBefore().orElseThrow()).isPositive();
    assertThat(crm.ownerOf(record)).isEmpty();
  }

  @Test
  void a_crm_that_is_down_means_try_again_for_writes_and_unavailable_for_reads() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String bob = crm.givenUser("Bob", "bob@example.org");
    crm.beDown(true);

    assertThat(crm.connector().write(new SetOwner(record, bob), 1)).isInstanceOf(TryAgain.class);
    assertThatThrownBy(() -> crm.connector().read(List.of(record)))
        .isInstanceOfSatisfying(
            CrmUnavailable.class, thrown -> assertThat(thrown.needsPerson()).isFalse());
    crm.beDown(false);

    assertThat(crm.connector().write(new SetOwner(record, bob), 2)).isInstanceOf(Written.class);
  }

  @Test
  void a_locked_record_means_try_again_for_that_record_alone() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String bob = crm.givenUser("Bob", "bob@example.org");
    crm.lock(record);

    var result = (TryAgain) crm.connector().write(new SetOwner(record, bob), 1);

    assertThat(result.everything()).isFalse();
  }

  @Test
  void an_access_token_that_ended_early_is_renewed_once_and_unnoticed() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String bob = crm.givenUser("Bob", "bob@example.org");
    crm.expireAccess();

    assertThat(crm.connector().write(new SetOwner(record, bob), 1)).isInstanceOf(Written.class);
    assertThat(crm.ownerOf(record)).isEqualTo(bob);
  }

  @Test
  void a_withdrawn_authorisation_needs_a_person() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String bob = crm.givenUser("Bob", "bob@example.org");
    crm.withdrawAccess();

    var result = (NeedsPerson) crm.connector().write(new SetOwner(record, bob), 1);

    assertThat(result.cause()).isEqualTo(Cause.NO_ACCESS);
    assertThatThrownBy(() -> crm.connector().read(List.of(record)))
        .isInstanceOfSatisfying(
            CrmUnavailable.class, thrown -> assertThat(thrown.needsPerson()).isTrue());
  }

  @Test
  void a_value_refused_by_a_rule_needs_a_person() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String bob = crm.givenUser("Bob", "bob@example.org");
    crm.refuseValuesOf(record);

    var result = (NeedsPerson) crm.connector().write(new SetOwner(record, bob), 1);

    assertThat(result.cause()).isEqualTo(Cause.VALIDATION);
    assertThat(result.why()).isNotBlank();
  }

  @Test
  void an_owner_who_left_needs_a_person() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String eve = crm.givenUser("Eve", "eve@example.org");
    crm.givenUserLeft(eve);

    var result = (NeedsPerson) crm.connector().write(new SetOwner(record, eve), 1);

    assertThat(result.cause()).isEqualTo(Cause.INACTIVE_OWNER);
  }

  @Test
  void a_write_to_a_deleted_record_needs_a_person() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String bob = crm.givenUser("Bob", "bob@example.org");
    crm.givenRecordDeleted(record);

    var result = (NeedsPerson) crm.connector().write(new SetOwner(record, bob), 1);

    assertThat(result.cause()).isEqualTo(Cause.RECORD_GONE);
  }

  private static OfferTask offer(CrmRecord record, String key, String owner) {
    return new OfferTask(
        record,
        key,
        owner,
        DUE,
        DUE.minusSeconds(120),
        "New lead: answer by 10:05",
        "Tags: Commercial, Harbour\nSource: web",
        "https://baton.example/o/abc");
  }

  private static CloseTask close(CrmRecord record, String key, Optional<String> taskId) {
    return new CloseTask(record, key, taskId, "Declined by Bob", false);
  }
}
