package dev.baton.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.crm.CrmWrite.AddComment;
import dev.baton.crm.CrmWrite.SetFeedback;
import dev.baton.crm.RecordRead.Present;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.crm.WriteResult.TryAgain;
import dev.baton.crm.WriteResult.Written;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.ExpectedValue;
import dev.baton.feedback.Feedback;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every CRM connector does with feedback and comments; part of its whole contract. */
public abstract class CrmFeedbackContract {
  protected static final Instant DUE = Instant.parse("2026-11-22T10:05:00Z");
  protected static final LeadContent ANN_ASKS =
      new LeadContent(
          new LeadText("Warehouse wanted", "About 400 m² in the harbour, commercial", Map.of()),
          new Contact("Ann Example", "ann@example.org", "+1 555 0100"),
          Set.of(),
          "");

  protected CrmUnderTest crm;

  protected abstract CrmUnderTest open();

  @BeforeEach
  void openCrm() {
    crm = open();
  }

  @AfterEach
  void closeCrm() {
    crm.close();
  }

  @Test
  void a_record_nobody_has_said_anything_of_says_nothing_new() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);

    assertThat(read(record).feedback().orElse(Feedback.NONE)).isEqualTo(Feedback.NONE);
    assertThat(read(record).comment()).isEmpty();
  }

  @Test
  void feedback_set_twice_reads_back_equal() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    Feedback won =
        new Feedback(ContactStatus.CONTACTED, DealStatus.CLOSED_WON)
            .worth(ExpectedValue.of("1200.50", "EUR"))
            .because("Liked the harbour");

    assertThat(crm.connector().write(new SetFeedback(record, won), 1)).isInstanceOf(Written.class);
    assertThat(crm.connector().write(new SetFeedback(record, won), 2)).isInstanceOf(Written.class);

    assertThat(read(record).feedback()).contains(won);
  }

  @Test
  void feedback_of_each_status_reads_back_as_written_whatever_was_said_before() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    for (Feedback said : everyFeedbackThereAndBack()) {
      crm.connector().write(new SetFeedback(record, said), 1);

      assertThat(read(record).feedback()).contains(said);
    }
  }

  @Test
  void feedback_without_value_and_reason_takes_back_those_said_before() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    Feedback plain = new Feedback(ContactStatus.CONTACTED, DealStatus.IN_PROGRESS);
    Feedback full = plain.worth(ExpectedValue.of("300", "USD")).because("Budget is there");

    crm.connector().write(new SetFeedback(record, full), 1);
    crm.connector().write(new SetFeedback(record, plain), 1);

    assertThat(read(record).feedback()).contains(plain);
  }

  @Test
  void feedback_and_a_comment_given_by_hand_are_read_back() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    Feedback lost =
        new Feedback(ContactStatus.CONTACTED, DealStatus.CLOSED_LOST).because("Too expensive");

    crm.setFeedbackByHand(record, lost);
    crm.setCommentByHand(record, "Please call again in May");

    assertThat(read(record).feedback()).contains(lost);
    assertThat(read(record).comment()).isEqualTo("Please call again in May");
  }

  @Test
  void feedback_of_a_deleted_record_needs_a_person() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    crm.givenRecordDeleted(record);
    var write =
        new SetFeedback(record, new Feedback(ContactStatus.CONTACTED, DealStatus.IN_PROGRESS));

    var result = (NeedsPerson) crm.connector().write(write, 1);

    assertThat(result.cause()).isEqualTo(Cause.RECORD_GONE);
  }

  @Test
  void a_feedback_value_refused_by_a_rule_needs_a_person() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    crm.refuseValuesOf(record);
    var write =
        new SetFeedback(record, new Feedback(ContactStatus.CONTACTED, DealStatus.CLOSED_WON));

    var result = (NeedsPerson) crm.connector().write(write, 1);

    assertThat(result.cause()).isEqualTo(Cause.VALIDATION);
    assertThat(result.why()).isNotBlank();
  }

  @Test
  void a_comment_is_there_with_its_author_and_words() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);

    assertThat(crm.connector().write(comment(record, "c-1", "Wants < 400 m²\nand a crane"), 1))
        .isInstanceOf(Written.class);

    assertThat(crm.commentsOf(record))
        .singleElement()
        .asString()
        .contains("Bob Builder")
        .contains("Wants < 400 m²")
        .contains("and a crane");
  }

  @Test
  void a_comment_whose_answer_was_lost_is_there_once() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    crm.loseNextAnswer();

    assertThat(crm.connector().write(comment(record, "c-1", "No answer yet"), 1))
        .isInstanceOf(TryAgain.class);
    assertThat(crm.connector().write(comment(record, "c-1", "No answer yet"), 2))
        .isInstanceOf(Written.class);

    assertThat(crm.commentsOf(record)).hasSize(1);
  }

  @Test
  void two_comments_are_two_even_in_the_same_words() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);

    crm.connector().write(comment(record, "c-1", "No answer yet"), 1);
    crm.connector().write(comment(record, "c-11", "No answer yet"), 2);

    assertThat(crm.commentsOf(record)).hasSize(2);
  }

  private Present read(CrmRecord record) {
    return (Present) crm.connector().read(List.of(record)).getFirst();
  }

  /** Up and down again, so that each comes after a better and after a worse one. */
  private static List<Feedback> everyFeedbackThereAndBack() {
    List<Feedback> there =
        Stream.concat(
                Arrays.stream(ContactStatus.values()).map(c -> new Feedback(c, DealStatus.NONE)),
                Arrays.stream(DealStatus.values())
                    .filter(DealStatus::impliesContact)
                    .map(d -> new Feedback(ContactStatus.CONTACTED, d)))
            .toList();
    return Stream.concat(there.stream(), there.reversed().stream()).toList();
  }

  private static AddComment comment(CrmRecord record, String key, String text) {
    return new AddComment(record, key, "Bob Builder", DUE, text);
  }
}
