package dev.baton.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.lead.CrmRecord;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SalesforceTaskTextTest {
  @Test
  void a_subject_is_one_line_of_at_most_255_characters() {
    assertThat(SalesforceTaskText.subject(task(" New\nlead \t now ", "")))
        .isEqualTo("New lead now");
    assertThat(SalesforceTaskText.subject(task("x".repeat(300), ""))).hasSize(255).endsWith("…");
  }

  @Test
  void no_character_is_cut_in_two() {
    String subject = SalesforceTaskText.subject(task("x".repeat(253) + "🙂🙂", ""));

    assertThat(subject).hasSize(254).endsWith("x…");
  }

  @Test
  void the_link_stays_whole_however_long_the_facts_are() {
    assertThat(SalesforceTaskText.description(task("s", "f".repeat(50_000))))
        .hasSizeLessThan(32_000)
        .endsWith("\n\nhttps://baton.example/o/abc");
  }

  @Test
  void an_outcome_is_added_as_one_line_and_once() {
    String closed = SalesforceTaskText.withOutcome("Facts", "Declined\nby Bob");

    assertThat(closed).isEqualTo("Facts\n\nDeclined by Bob");
    assertThat(SalesforceTaskText.withOutcome(closed, "Declined\nby Bob")).isEqualTo(closed);
    assertThat(SalesforceTaskText.withOutcome("Facts", " ")).isEqualTo("Facts");
  }

  private static OfferTask task(String subject, String facts) {
    return new OfferTask(
        new CrmRecord(new ConnectionId("sf"), "Lead", OutboundMessage.LEAD),
        "lead-1",
        OutboundMessage.ANN,
        Instant.EPOCH,
        Instant.EPOCH,
        subject,
        facts,
        "https://baton.example/o/abc");
  }
}
