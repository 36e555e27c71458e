package dev.baton.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmWrite;
import dev.baton.crm.WriteResult;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.ExpectedValue;
import dev.baton.feedback.Feedback;
import dev.baton.lead.CrmRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No word of a customer, and no token, in what people read of deliveries. */
class InWordsTest {
  private static final CrmRecord RECORD =
      new CrmRecord(new ConnectionId("crm"), "contacts", "12345678901");
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void a_task_is_told_without_its_link_and_what_it_says_of_the_lead() {
    var task =
        new CrmWrite.OfferTask(
            RECORD, "key", "11", AT, AT, "New lead", "Tags: Harbour", "https://x/o/secret");

    assertThat(InWords.of(task))
        .isEqualTo("Create a task for owner 11 on contacts 12345678901, 2026-11-22T10:00:00Z");
  }

  @Test
  void feedback_is_told_without_its_reason_and_a_comment_without_its_text() {
    var feedback =
        new Feedback(ContactStatus.CONTACTED, DealStatus.CLOSED_LOST)
            .because("Cleo moved away")
            .worth(ExpectedValue.of("12.50", "EUR"));

    assertThat(InWords.of(new CrmWrite.SetFeedback(RECORD, feedback)))
        .isEqualTo("Set the feedback of contacts 12345678901 to Contacted, Closed lost, 12.50 EUR");
    assertThat(InWords.of(new CrmWrite.AddComment(RECORD, "key", "Ann", AT, "Cleo moved")))
        .isEqualTo("Add a comment of 10 characters to contacts 12345678901");
  }

  @Test
  void what_a_crm_complains_about_is_told_without_addresses_numbers_and_tokens() {
    assertThat(InWords.discreet("cleo.c+x@example.org is not valid")).startsWith("(e-mail) is");
    assertThat(InWords.discreet("phone +1 (555) 010-1234 refused"))
        .isEqualTo("phone (number) refused");
    assertThat(InWords.discreet("Bearer eyJhbGciOiJIUzI1NiJ9abcdefgh ended"))
        .isEqualTo("Bearer (hidden) ended");
    assertThat(InWords.discreet("error 429 after 3 tries")).isEqualTo("error 429 after 3 tries");
    assertThat(InWords.discreet("x ".repeat(1000))).hasSizeLessThanOrEqualTo(300);
  }

  @Test
  void an_answer_has_one_word_for_its_kind() {
    WriteResult limited =
        new WriteResult.TryAgain("too many", Optional.of(Duration.ofSeconds(9)), true);
    WriteResult refused = new WriteResult.NeedsPerson(Cause.VALIDATION, "cleo@example.org");

    assertThat(InWords.status(limited)).isEqualTo("TRY_AGAIN");
    assertThat(InWords.of(limited)).isEqualTo("too many; wait 9 s");
    assertThat(InWords.status(refused)).isEqualTo("VALIDATION");
    assertThat(InWords.of(refused)).isEqualTo("(e-mail)");
    assertThat(InWords.of(WriteResult.written())).isEqualTo("Written");
  }
}
