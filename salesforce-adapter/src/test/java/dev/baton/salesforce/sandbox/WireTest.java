package dev.baton.salesforce.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.partner.LimitInfo;
import com.sforce.ws.ConnectorConfig;
import dev.baton.salesforce.sandbox.Caller.Reply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WireTest extends SandboxTest {
  private static final String SOAP = "/services/Soap/u/65.0";
  private static final String ENVELOPE =
      "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'>%s</e:Envelope>";

  private final Caller caller = new Caller(sandbox);

  WireTest() {
    super(SandboxSettings.defaults().withCallsPerDay(3));
  }

  @Test
  void an_answer_says_how_many_of_the_days_calls_are_used() throws Exception {
    app.getUserInfo();
    app.getUserInfo();

    LimitInfo info = app.getLimitInfoHeader().getLimitInfo()[0];

    assertThat(info.getType()).isEqualTo("API REQUESTS");
    assertThat(info.getCurrent()).isEqualTo(2);
    assertThat(info.getLimit()).isEqualTo(3);
  }

  @Test
  void the_days_calls_are_used_up_until_a_day_has_passed() throws Exception {
    for (int i = 0; i < 3; i++) app.getUserInfo();

    assertThatThrownBy(app::getUserInfo).asString().contains("REQUEST_LIMIT_EXCEEDED");
    clock.tick(Duration.ofHours(23));
    String session = org.access().newSession();
    assertThatThrownBy(connect(session)::getUserInfo).asString().contains("REQUEST_LIMIT_EXCEEDED");
    clock.tick(Duration.ofHours(1));
    assertThat(connect(session).getUserInfo()).isNotNull();
  }

  @Test
  void the_client_may_speak_packed_or_unpacked() throws Exception {
    ConnectorConfig plain = config(org.access().newSession());
    plain.setCompression(false);

    assertThat(connect(plain).getUserInfo().getOrganizationName()).isEqualTo("Acme");
    assertThat(app.getUserInfo().getOrganizationName()).isEqualTo("Acme");
  }

  @Test
  void a_packed_call_gets_a_packed_answer() throws Exception {
    Reply reply =
        caller.post(
            SOAP, packed(timestamp()), "Content-Encoding", "gzip", "Accept-Encoding", "gzip");

    assertThat(reply.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(unpacked(reply.raw().body())).contains("getServerTimestampResponse");
  }

  @Test
  void the_client_of_a_call_is_kept() throws Exception {
    app.setCallOptions("Baton/0.1", null);
    app.getUserInfo();

    assertThat(sandbox.calls())
        .containsExactly(
            new Call(clock.instant(), org.id(), "getUserInfo", 0, "Baton/0.1", 200, ""));
  }

  @Test
  void document_types_are_not_read() throws Exception {
    String bomb = "<!DOCTYPE e:Envelope [<!ENTITY a 'b'>]>" + timestamp();

    assertThat(post(bomb).text()).contains("soapenv:Client", "Content is not a SOAP envelope");
    assertThat(post(bomb).status()).isEqualTo(500);
  }

  @Test
  void neither_depth_nor_broken_xml_gets_past_the_door() throws Exception {
    String deep = "<a>".repeat(40) + "</a>".repeat(40);

    assertThat(post(ENVELOPE.formatted(deep)).text()).contains("Content is not a SOAP envelope");
    assertThat(post("<a><b></a>").text()).contains("Content is not a SOAP envelope");
    assertThat(post("").text()).contains("Content is not a SOAP envelope");
    assertThat(post(ENVELOPE.formatted("<e:Body/>")).status()).isEqualTo(500);
  }

  @Test
  void a_call_nobody_knows_is_refused() throws Exception {
    String call = timestamp().replace("getServerTimestamp", "makeCoffee");

    assertThat(post(call).text()).contains("No operation available for request", "makeCoffee");
  }

  @Test
  void there_is_nothing_at_other_paths() throws Exception {
    assertThat(caller.get("/services/data/v65.0/").status()).isEqualTo(404);
    assertThat(caller.get("/").status()).isEqualTo(404);
  }

  private Reply post(String body) throws IOException {
    return caller.post(
        SOAP, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/xml; charset=UTF-8");
  }

  private String timestamp() {
    return ENVELOPE.formatted(
        "<e:Header><SessionHeader xmlns='urn:partner.soap.sforce.com'><sessionId>"
            + org.access().newSession()
            + "</sessionId></SessionHeader></e:Header>"
            + "<e:Body><getServerTimestamp xmlns='urn:partner.soap.sforce.com'/></e:Body>");
  }

  private static byte[] packed(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  private static String unpacked(byte[] body) throws IOException {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
