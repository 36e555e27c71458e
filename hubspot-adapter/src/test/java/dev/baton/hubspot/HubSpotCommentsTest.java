package dev.baton.hubspot;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.crm.CrmWrite.AddComment;
import dev.baton.crm.WriteResult;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.lead.CrmRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments as notes, over the wire. */
class HubSpotCommentsTest extends OverTheWire {
  private static final String NOTES = "/crm/objects/2026-09/notes";
  private static final String BODY = "<p>Bob: No answer</p><p>Baton comment c-1</p>";

  @ParameterizedTest
  @CsvSource({"contacts, 202", "tickets, 228", "deals, 214"})
  void a_comment_is_one_post_that_hangs_on_its_record(String object, int number) throws Exception {
    stub(post(NOTES), "{\"id\":\"7\"}");

    assertThat(connector.write(comment(new CrmRecord(HUB, object, "501")), 1))
        .isEqualTo(WriteResult.written());

    sent(
        "POST %s {\"properties\":{\"hs_timestamp\":\"1795341600000\",\"hs_note_body\":\"%s\"},"
                .formatted(NOTES, BODY)
            + "\"associations\":[{\"to\":{\"id\":\"501\"},\"types\":[{\"associationCategory\":"
            + "\"HUBSPOT_DEFINED\",\"associationTypeId\":%d}]}]}".formatted(number));
  }

  @Test
  void a_lead_lends_its_contact_and_gets_the_note_in_a_second_call() {
    stub(
        post("/crm/associations/2026-09/leads/contacts/batch/read"),
        "{\"results\":[{\"from\":{\"id\":\"901\"},\"to\":[{\"toObjectId\":\"501\"}]}]}");
    stub(post(NOTES), "{\"id\":\"7\"}");
    stub(put(NOTES + "/7/associations/default/leads/901"), "{}");

    assertThat(connector.write(comment(LEAD), 1)).isEqualTo(WriteResult.written());

    assertThat(HUBSPOT.getAllServeEvents()).hasSize(3);
    assertThat(bodyOf(NOTES)).contains("{\"to\":{\"id\":\"501\"}", "202");
  }

  @Test
  void a_second_try_looks_for_the_note_of_the_first() throws Exception {
    stub(
        post("/crm/associations/2026-09/contacts/notes/batch/read"),
        "{\"results\":[{\"from\":{\"id\":\"501\"},\"to\":[{\"toObjectId\":\"7\"}]}]}");
    stub(
        post(NOTES + "/batch/read"),
        "{\"results\":[{\"id\":\"7\",\"properties\":{\"hs_note_body\":\"" + BODY + "\"}}]}");

    assertThat(connector.write(comment(RECORD), 2)).isEqualTo(WriteResult.written());

    sent(
        "POST /crm/associations/2026-09/contacts/notes/batch/read {\"inputs\":[{\"id\":\"501\"}]}",
        "POST "
            + NOTES
            + "/batch/read {\"properties\":[\"hs_note_body\"],\"inputs\":[{\"id\":\"7\"}]}");
  }

  @Test
  void a_comment_on_a_record_that_is_gone_needs_a_person() {
    stub(
        post(NOTES),
        400,
        """
        {"status":"error","message":"One or more associations are invalid","category":
         "VALIDATION_ERROR","context":{"INVALID_OBJECT_IDS":["CONTACT=501 is not valid"]}}""");

    var result = (NeedsPerson) connector.write(comment(RECORD), 1);

    assertThat(result.cause()).isEqualTo(Cause.RECORD_GONE);
    assertThat(result.why()).doesNotContain("501");
  }

  private static AddComment comment(CrmRecord record) {
    return new AddComment(record, "c-1", "Bob", NOW, "No answer");
  }
}
