package dev.baton.server.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.message.Channel;
import dev.baton.message.Channel.Envelope;
import dev.baton.message.Channel.Outcome;
import dev.baton.message.Channel.Outcome.Refused;
import dev.baton.message.Channel.Outcome.Sent;
import dev.baton.message.Channel.Outcome.TryAgain;
import dev.baton.message.Letter;
import dev.baton.message.Letter.Button;
import dev.baton.message.MessageId;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire, and what is made of the answer. */
class ChannelsTest {
  private static final MessageId ID = new MessageId(new UUID(1, 2));
  private static final Letter LETTER =
      new Letter(
          "New lead for <you>",
          "Tags: Harbour\n*Source*: Web",
          "<p>Hello</p>",
          "New lead, Harbour",
          Optional.of(new Button("See the offer", "https://baton.example/o/abc")));

  private WireMockServer wire;

  @BeforeEach
  void open() {
    wire = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    wire.start();
    answers(200);
  }

  @AfterEach
  void close() {
    wire.stop();
  }

  private void answers(int status) {
    wire.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
  }

  private LoggedRequest asked() {
    List<LoggedRequest> all =
        wire.findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl()));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private Channel sms() {
    return new SmsChannel(
        new SmsGateway(URI.create(wire.baseUrl() + "/"), "AC1", "token", "+15005550006"));
  }

  private Outcome send(Channel channel, String address) {
    return channel.send(new Envelope(ID, address), LETTER);
  }

  @Test
  void a_short_message_is_posted_as_twilio_wants_it() {
    answers(201);

    assertThat(send(sms(), "+4915112345678")).isEqualTo(new Sent());

    assertThat(asked().getUrl()).isEqualTo("/2010-04-01/Accounts/AC1/Messages.json");
    assertThat(asked().getHeader("Authorization")).isEqualTo("Basic QUMxOnRva2Vu");
    assertThat(asked().getHeader("Idempotency-Key")).isEqualTo(ID.toString());
    assertThat(asked().getBodyAsString())
        .isEqualTo(
            "Body=New+lead%2C+Harbour%0Ahttps%3A%2F%2Fbaton.example%2Fo%2Fabc"
                + "&From=%2B15005550006&To=%2B4915112345678");
  }

  private String smsWithOwnLink(String host, String brief) {
    answers(201);
    var letter =
        new Letter(
            "Subject",
            "text",
            "<p>",
            brief,
            Optional.of(new Button("See the offer", host + "/o/" + "t".repeat(43))),
            Optional.of(new Button("Manage all my leads", host + "/a/" + "t".repeat(43))));
    assertThat(sms().send(new Envelope(ID, "+4915112345678"), letter)).isEqualTo(new Sent());
    return asked().getBodyAsString();
  }

  @Test
  void a_short_message_leads_to_all_leads_where_two_of_them_hold_it() {
    assertThat(smsWithOwnLink("https://baton.example", "New lead"))
        .contains("Manage+all+my+leads%3A+https%3A%2F%2Fbaton.example%2Fa%2F");
    wire.resetRequests();
    assertThat(smsWithOwnLink("https://baton.example", "x".repeat(160)))
        .contains("%2Fo%2F")
        .doesNotContain("%2Fa%2F");
  }

  @Test
  void what_can_be_otherwise_next_time_is_tried_again_and_the_rest_is_for_good() {
    for (int status : List.of(408, 425, 429, 500, 503)) {
      answers(status);
      assertThat(send(sms(), "+49151")).isEqualTo(new TryAgain("The answer is " + status));
    }
    for (int status : List.of(302, 400, 401, 404)) {
      answers(status);
      assertThat(send(sms(), "+49151")).isEqualTo(new Refused("The answer is " + status));
    }
    wire.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "17")));
    assertThat(send(sms(), "+49151"))
        .isEqualTo(new TryAgain("The answer is 429", Optional.of(Duration.ofSeconds(17))));
    wire.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    assertThat(send(sms(), "+49151")).isInstanceOf(TryAgain.class);
  }

  @Test
  void slack_gets_blocks_without_markup() throws IOException {
    Channel slack = RoomChannel.slack(new PublicAddresses(true));

    assertThat(send(slack, wire.baseUrl() + "/services/T/B/x")).isEqualTo(new Sent());

    JsonNode json = new ObjectMapper().readTree(asked().getBodyAsString());
    assertThat(json.at("/text").asText()).isEqualTo("New lead for &lt;you&gt;");
    assertThat(json.at("/blocks/0/text/type").asText()).isEqualTo("plain_text");
    assertThat(json.at("/blocks/0/text/text").asText()).contains("*Source*: Web");
    assertThat(json.at("/blocks/1/elements/0/url").asText())
        .isEqualTo("https://baton.example/o/abc");
  }

  @Test
  void teams_gets_an_adaptive_card_without_markup() throws IOException {
    Channel teams = RoomChannel.teams(new PublicAddresses(true));

    assertThat(send(teams, wire.baseUrl() + "/webhookb2/x")).isEqualTo(new Sent());

    JsonNode card =
        new ObjectMapper().readTree(asked().getBodyAsString()).at("/attachments/0/content");
    assertThat(card.at("/type").asText()).isEqualTo("AdaptiveCard");
    assertThat(card.at("/body/0/inlines/0/text").asText()).isEqualTo("New lead for <you>");
    assertThat(card.at("/body/2/inlines/0/text").asText()).isEqualTo("*Source*: Web");
    assertThat(card.at("/actions/0/url").asText()).isEqualTo("https://baton.example/o/abc");
  }

  @Test
  void a_room_in_this_network_is_not_called() {
    Channel slack = RoomChannel.slack(new PublicAddresses(false));

    assertThat(send(slack, wire.baseUrl() + "/x")).isInstanceOf(Refused.class);
    assertThat(send(slack, "https://127.0.0.1:" + wire.port() + "/x")).isInstanceOf(Refused.class);
    assertThat(wire.getAllServeEvents()).isEmpty();
  }

  private static MailChannel mail(int port) {
    return new MailChannel(
        new MailServer(URI.create("smtp://127.0.0.1:" + port), "", "", "leads@baton.example"),
        () -> Instant.parse("2026-11-22T10:00:00Z"));
  }

  @Test
  void a_mail_sent_twice_is_one_mail_by_its_message_id() throws Exception {
    var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    server.start();
    try {
      MailChannel mail = mail(server.getSmtp().getPort());

      assertThat(send(mail, "ann@example.org")).isEqualTo(new Sent());
      assertThat(send(mail, "ann@example.org")).isEqualTo(new Sent());

      for (MimeMessage each : server.getReceivedMessages()) {
        assertThat(each.getMessageID()).isEqualTo("<" + ID + "@baton.example>");
        assertThat(each.getContentType()).startsWith("multipart/alternative");
        assertThat(MailJourneyTest.part(each, 0))
            .contains("Tags: Harbour", "See the offer:", "https://baton.example/o/abc");
      }
      assertThat(server.getReceivedMessages()).hasSize(2);
    } finally {
      server.stop();
    }
  }

  @Test
  void a_recipient_the_server_refuses_is_refused_and_one_it_puts_off_is_tried_again()
      throws IOException {
    try (var refusing = new RefusingMailServer("550 5.1.1 ann@example.org: no such user")) {
      assertThat(send(mail(refusing.port()), "ann@example.org"))
          .isEqualTo(new Refused("The mail server says 550"));
    }
    try (var later = new RefusingMailServer("451 4.7.1 greylisted")) {
      assertThat(send(mail(later.port()), "ann@example.org"))
          .isEqualTo(new TryAgain("The mail server says 451"));
    }
  }

  @Test
  void only_a_mail_server_on_this_machine_may_do_without_tls() {
    assertThat(starttls("smtp://localhost:25")).isEqualTo("false");
    assertThat(starttls("smtp://8.8.8.8:587")).isEqualTo("true");
  }

  private static String starttls(String url) {
    return new MailServer(URI.create(url), "", "", "leads@baton.example")
        .properties()
        .getProperty("mail.smtp.starttls.required");
  }
}
