package dev.baton.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmWrite.AddComment;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.lead.CrmRecord;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubSpotTaskTextTest {
  @Test
  void facts_are_escaped_the_link_is_a_link_and_the_key_is_the_last_line() {
    OfferTask task =
        task(
            "lead-1",
            "New lead",
            "Tags: <b>Harbour</b> & \"more\"\nSource: web",
            "https://b.example/o?a=1&b='2'");

    assertThat(HubSpotTaskText.body(task))
        .isEqualTo(
            "<p>Tags: &lt;b&gt;Harbour&lt;/b&gt; &amp; &quot;more&quot;<br>Source: web</p>"
                + "<p><a href=\"https://b.example/o?a=1&amp;b=&#39;2&#39;\">"
                + "https://b.example/o?a=1&amp;b=&#39;2&#39;</a></p>"
                + "<p>Baton offer lead-1</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lead-1", "lead-11", "0b7c1d9e-1111-2222-3333-444455556666/2", "a<b>&c"})
  void a_key_is_read_back_as_it_was_written(String key) {
    String body = HubSpotTaskText.body(task(key, "New lead", "Facts", "https://b.example"));

    assertThat(HubSpotTaskText.offerKey(body)).contains(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div style=\"\" dir=\"auto\"><p style=\"margin:0;\">Facts</p><p>Baton&nbsp;offer lead-1</p></div>",
        "Facts\nBaton offer lead-1\n",
        "Facts<BR/>Baton offer <span>lead</span>-1",
        "<ul><li>Facts</li><li>Baton offer lead&#45;1</li></ul>",
        "<p>Facts</p>\r\n<p>\r\n  Baton   offer&#x20;lead-1 \u00a0</p><p></p><p>&nbsp;</p>"
      })
  void a_key_is_read_back_from_html_that_was_written_anew(String body) {
    assertThat(HubSpotTaskText.offerKey(body)).contains("lead-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<p>Call Ann</p>",
        "Baton offer",
        "The Baton offer lead-1",
        "Baton offer lead-1 is late",
        "<<>>&&;&#x110000;&#99999999;"
      })
  void a_body_without_the_line_is_none_of_batons(String body) {
    assertThat(HubSpotTaskText.offerKey(body)).isEmpty();
  }

  @Test
  void facts_cannot_pass_for_the_key() {
    String body =
        HubSpotTaskText.body(
            task(
                "lead-1",
                "New lead",
                "Facts\nBaton offer lead-9\n  Baton offer lead-8",
                "https://b.example"));
    String mutilated = body.substring(0, body.lastIndexOf("<p>"));

    assertThat(HubSpotTaskText.offerKey(body)).contains("lead-1");
    assertThat(HubSpotTaskText.offerKey(mutilated)).isEmpty();
  }

  @Test
  void a_comment_is_known_by_its_key_and_by_no_other() {
    String note = HubSpotTaskText.note(comment("c-1", "Wants a <crane>\nBaton comment c-9"));

    assertThat(note)
        .startsWith("<p>Bob: Wants a &lt;crane&gt;<br>")
        .endsWith("<p>Baton comment c-1</p>");
    assertThat(HubSpotTaskText.isNote(note, "c-1")).isTrue();
    assertThat(HubSpotTaskText.isNote(note, "c-9")).isFalse();
    assertThat(HubSpotTaskText.isNote(note, "c-11")).isFalse();
    assertThat(HubSpotTaskText.isNote("<div>Bob: x</div>Baton&nbsp;comment c-1<br>", "c-1"))
        .isTrue();
  }

  @Test
  void an_outcome_is_added_once_and_leaves_the_key_readable() {
    String body = HubSpotTaskText.body(task("lead-1", "New lead", "Facts", "https://b.example"));

    String closed = HubSpotTaskText.withOutcome(body, "Declined by <Bob>");

    assertThat(closed).isEqualTo(body + "<p>Declined by &lt;Bob&gt;</p>");
    assertThat(HubSpotTaskText.withOutcome(closed, "Declined by <Bob>")).isEqualTo(closed);
    assertThat(HubSpotTaskText.withOutcome(body, " ")).isEqualTo(body);
    assertThat(HubSpotTaskText.offerKey(closed)).contains("lead-1");
    assertThat(HubSpotTaskText.offerKey(HubSpotTaskText.withOutcome(body, "Baton offer lead-2")))
        .contains("lead-1");
  }

  @Test
  void a_subject_is_one_line_of_a_length_people_read() {
    assertThat(HubSpotTaskText.subject(task("k", " New\nlead \t now ", "", "")))
        .isEqualTo("New lead now");
    String cut = HubSpotTaskText.subject(task("k", "😀".repeat(300), "", ""));
    assertThat(cut).isEqualTo("😀".repeat(199) + "…");
  }

  @Test
  void facts_never_outgrow_what_hubspot_takes() {
    String body =
        HubSpotTaskText.body(task("lead-1", "s", "\"".repeat(100_000), "https://b.example"));

    assertThat(body).hasSizeLessThan(65_536);
    assertThat(HubSpotTaskText.offerKey(body)).contains("lead-1");
  }

  private static AddComment comment(String key, String text) {
    var record = new CrmRecord(new ConnectionId("hub"), "contacts", "501");
    return new AddComment(record, key, "Bob", Instant.EPOCH, text);
  }

  private static OfferTask task(String key, String subject, String facts, String link) {
    var record = new CrmRecord(new ConnectionId("hub"), "contacts", "501");
    return new OfferTask(record, key, "77", Instant.EPOCH, Instant.EPOCH, subject, facts, link);
  }
}
