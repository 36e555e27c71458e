package dev.baton.salesforce;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.crm.WriteResult.TryAgain;
import dev.baton.crm.WriteResult.Written;
import dev.baton.salesforce.client.SalesforceSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What exactly travels, and what is made of an answer that is none of SOAP's. */
class SalesforceWireTest extends OverTheWire {
  @Test
  void a_call_goes_to_the_orgs_own_endpoint_with_its_session_and_no_login() {
    answer(SoapAnswers.saved());

    assertThat(write()).isInstanceOf(Written.class);

    SALESFORCE.verify(1, anyRequestedFor(anyUrl()));
    SALESFORCE.verify(
        1, postRequestedFor(urlEqualTo(SOAP)).withHeader("Content-Encoding", equalTo("gzip")));
    assertThat(sent())
        .contains("<sessionId>first</sessionId>")
        .containsPattern("AssignmentRuleHeader[^/]*(<assignmentRuleId[^>]*/>)?[^/]*false")
        .containsPattern("AllOrNoneHeader[^/]*false")
        .contains(">" + OutboundMessage.ANN + "<")
        .doesNotContain("<m:login");
  }

  @Test
  void a_packed_answer_is_unpacked() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(packed)) {
      packing.write(SoapAnswers.saved().getBytes(UTF_8));
    }
    SALESFORCE.stubFor(
        any(anyUrl())
            .willReturn(
                xml(200).withHeader("Content-Encoding", "gzip").withBody(packed.toByteArray())));

    assertThat(write()).isInstanceOf(Written.class);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_connection_that_breaks_is_no_answer_and_nothing_is_sent_twice(Fault fault) {
    SALESFORCE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

    var result = write();

    assertThat(result).isInstanceOf(TryAgain.class);
    assertThat(((TryAgain) result).everything()).isTrue();
    SALESFORCE.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void an_answer_that_does_not_come_is_not_waited_for() {
    connector = connector(SalesforceSettings.defaults().patientFor(Duration.ofMillis(300)));
    SALESFORCE.stubFor(
        any(anyUrl()).willReturn(xml(200).withBody(SoapAnswers.saved()).withFixedDelay(5_000)));

    assertThat(((TryAgain) write()).why()).contains("in time");
    SALESFORCE.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void an_answer_that_trickles_is_not_waited_for_either() {
    connector = connector(SalesforceSettings.defaults().patientFor(Duration.ofMillis(300)));
    SALESFORCE.stubFor(
        any(anyUrl())
            .willReturn(
                xml(200).withBody(SoapAnswers.saved()).withChunkedDribbleDelay(20, 10_000)));

    assertThat(((TryAgain) write()).why()).contains("in time");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 403, 404, 500, 502, 503})
  void a_page_for_people_tells_its_status_and_is_tried_again(int status) {
    SALESFORCE.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withHeader("Content-Type", "text/html;charset=UTF-8")
                    .withBody("<html><body>Down for ann@example.org</body></html>")));

    var again = (TryAgain) write();

    assertThat(again.everything()).isTrue();
    assertThat(again.why()).contains(Integer.toString(status)).doesNotContain("@");
    assertThatThrownBy(() -> connector.read(List.of(LEAD)))
        .isInstanceOfSatisfying(
            CrmUnavailable.class, thrown -> assertThat(thrown.needsPerson()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void an_empty_answer_is_tried_again(int status) {
    SALESFORCE.stubFor(any(anyUrl()).willReturn(xml(status)));

    assertThat(((TryAgain) write()).why()).contains(Integer.toString(status));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void a_redirect_is_not_followed(int status) {
    SALESFORCE.stubFor(
        any(anyUrl())
            .willReturn(
                xml(status)
                    .withHeader("Location", SALESFORCE.baseUrl() + "/elsewhere")
                    .withBody(SoapAnswers.saved())));

    assertThat(write()).isInstanceOf(TryAgain.class);
    SALESFORCE.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a/>",
        "<",
        "<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><e>&x;</e>",
        "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"/>"
      })
  void xml_that_is_no_answer_is_tried_again(String body) {
    for (int status : new int[] {200, 500}) {
      SALESFORCE.stubFor(any(anyUrl()).willReturn(xml(status).withBody(body)));

      assertThat(write()).isInstanceOf(TryAgain.class);
    }
  }

  @Test
  void at_seventy_percent_of_the_orgs_calls_baton_stops() {
    answer(
        SoapAnswers.envelope(
            "<LimitInfoHeader><limitInfo><current>70000</current><limit>100000</limit>"
                + "<type>API REQUESTS</type></limitInfo></LimitInfoHeader>",
            SoapAnswers.savedBody()));

    assertThat(write()).isInstanceOf(Written.class);
    var waiting = (TryAgain) write();

    assertThat(waiting.everything()).isTrue();
    assertThat(waiting.notBefore()).contains(Duration.ofMinutes(15));
    SALESFORCE.verify(1, anyRequestedFor(anyUrl()));
    now = now.plus(Duration.ofMinutes(15));
    answer(SoapAnswers.saved());
    assertThat(write()).isInstanceOf(Written.class);
  }

  @Test
  void after_too_many_calls_nobody_is_asked_before_the_time() {
    SALESFORCE.stubFor(
        any(anyUrl())
            .willReturn(
                xml(500)
                    .withBody(
                        SoapAnswers.fault(
                            "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."))));

    assertThat(((TryAgain) write()).notBefore()).contains(Duration.ofMinutes(15));
    now = now.plus(Duration.ofMinutes(5));
    assertThat(((TryAgain) write()).notBefore()).contains(Duration.ofMinutes(10));
    SALESFORCE.verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void too_many_long_calls_at_once_are_a_matter_of_seconds() {
    SALESFORCE.stubFor(
        any(anyUrl())
            .willReturn(
                xml(500)
                    .withBody(
                        SoapAnswers.fault(
                            "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests Limit exceeded."))));

    assertThat(((TryAgain) write()).notBefore()).contains(Duration.ofSeconds(20));
  }

  @Test
  void a_fault_with_a_code_the_library_does_not_know_is_told_and_held() {
    SALESFORCE.stubFor(
        any(anyUrl())
            .willReturn(xml(500).withBody(SoapAnswers.fault("BRAND_NEW_TROUBLE", "Who knows"))));

    var person = (NeedsPerson) write();

    assertThat(person.cause()).isEqualTo(Cause.VALIDATION);
    assertThat(person.why()).contains("BRAND_NEW_TROUBLE");
  }

  @Test
  void a_fixed_session_that_ends_needs_a_person() {
    SALESFORCE.stubFor(
        any(anyUrl())
            .willReturn(
                xml(500)
                    .withBody(
                        SoapAnswers.fault("INVALID_SESSION_ID", "Invalid Session ID found"))));

    assertThat(((NeedsPerson) write()).cause()).isEqualTo(Cause.NO_ACCESS);
  }

  @Test
  void a_task_travels_with_its_day_as_a_day_and_its_reminder_as_a_time() {
    answer(
        SoapAnswers.found(
            "<sf:Id>"
                + OutboundMessage.ANN
                + "</sf:Id>"
                + "<sf:TimeZoneSidKey>Pacific/Auckland</sf:TimeZoneSidKey>"));
    connector.write(
        new OfferTask(
            LEAD,
            "lead-1",
            OutboundMessage.ANN,
            Instant.parse("2026-11-22T23:30:00Z"),
            Instant.parse("2026-11-22T23:28:00Z"),
            "New lead",
            "Tags: <Harbour> & more",
            "https://baton.example/o/abc"),
        1);

    assertThat(sent())
        .contains("<sobj:ActivityDate xsi:type=\"xsd:date\">2026-11-23</sobj:ActivityDate>")
        .contains("xsi:type=\"xsd:dateTime\">2026-11-22T23:28:00.000Z</sobj:ReminderDateTime>")
        .contains("<sobj:IsReminderSet xsi:type=\"xsd:boolean\">true</sobj:IsReminderSet>")
        .contains("<m:externalIDFieldName>Baton_Offer_Key__c</m:externalIDFieldName>")
        .contains("&lt;Harbour> &amp; more");
  }
}
