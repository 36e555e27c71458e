package dev.baton.salesforce;

import static dev.baton.salesforce.OutboundMessage.ORG;
import static dev.baton.salesforce.OutboundMessage.lead;
import static dev.baton.salesforce.OutboundMessage.request;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.crm.CrmWebhook.Kept;
import dev.baton.crm.CrmWebhook.Receipt.Proved;
import dev.baton.crm.CrmWebhook.Receipt.Refused;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no message of Salesforce's, and those that look odd and are. */
class SalesforceMessageTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:01Z");

  private final SalesforceWebhook webhook =
      new SalesforceWebhook(OutboundMessage::mailboxes, "Lead", () -> "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "{}",
        "<a/>",
        "<?xml version=\"1.0\"?>",
        "<Envelope><Body><notifications/></Body></Envelope>",
        "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body/></e:Envelope>",
        "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'/>",
        "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body/></e:Envelope>",
        "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>"
      })
  void what_is_no_message_is_refused(String body) {
    assertRefused(body);
  }

  @Test
  void a_document_type_is_refused_wherever_it_stands() {
    String message = OutboundMessage.of(lead("04l1"));
    String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    String secrets = "<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    String laughs =
        "<!DOCTYPE e [<!ENTITY a \"ha\">"
            + IntStream.range(0, 20)
                .mapToObj(
                    i ->
                        "<!ENTITY %s \"%s\">"
                            .formatted(
                                "b" + i, ("&" + (i == 0 ? "a" : "b" + (i - 1)) + ";").repeat(10)))
                .collect(java.util.stream.Collectors.joining())
            + "]>";

    assertRefused(message.replace(xml, xml + secrets).replace(">04k", ">&x;04k"));
    assertRefused(message.replace(xml, xml + secrets));
    assertRefused(message.replace(xml, xml + laughs).replace(">04k", ">&b19;04k"));
    assertRefused(message.replace(xml, xml + laughs));
    assertRefused(message.replace(xml, xml + "<!DOCTYPE e>"));
    assertRefused(message.replace(xml, xml + "<!DOCTYPE e SYSTEM \"http://127.0.0.1:1/x\">"));
    assertRefused(message.replace(xml, xml + "<!DOCTYPE e PUBLIC \"x\" \"http://127.0.0.1:1/x\">"));
    assertRefused(message.replace("<soapenv:Body>", "<!DOCTYPE e><soapenv:Body>"));
    assertRefused(message.strip() + "<!DOCTYPE e>");
    assertRefused(message.replace(xml, "<!-- x --><!DOCTYPE e>"));
    assertRefused(message.replace(">04k", ">&undeclared;04k"));
    assertRefused(message.replace("<ActionId>", "<?php x ?><ActionId>"));
    assertRefused(message.replace("<ActionId>", "<?xml-stylesheet href='x'?><ActionId>"));
  }

  @Test
  void a_document_type_in_another_encoding_is_refused_as_well() {
    String message =
        OutboundMessage.of(lead("04l1"))
            .replace(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE e [<!ENTITY x \"y\">]>");

    assertThat(webhook.receive(request(OutboundMessage.TARGET, message.getBytes(UTF_16)), NOW))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 1_000, 50_000})
  void what_is_nested_too_deeply_is_refused(int levels) {
    String deep = "<a>".repeat(levels) + "</a>".repeat(levels);
    String message = OutboundMessage.of(lead("04l1"));

    assertRefused(message.replace("<ActionId>", deep + "<ActionId>"));
    assertRefused(message.replace("<sf:Id>", deep + "<sf:Id>"));
    assertRefused(
        message.replace(
            "<soapenv:Body>", "<soapenv:Header>" + deep + "</soapenv:Header><soapenv:Body>"));
    assertRefused("<a>".repeat(levels));
  }

  @Test
  void a_second_message_or_org_in_one_body_is_refused() {
    String message = OutboundMessage.of(lead("04l1"));
    String org = "<OrganizationId>" + ORG + "</OrganizationId>";

    assertRefused(message.replace(org, org + org));
    assertRefused(message.replace("</soapenv:Body>", "<a/></soapenv:Body>"));
    assertRefused(message.replace("</soapenv:Envelope>", "<a/></soapenv:Envelope>"));
    assertRefused(message + message.substring(message.indexOf("<soapenv:Env")));
  }

  @Test
  void a_field_that_holds_elements_and_stray_text_are_refused() {
    String message = OutboundMessage.of(lead("04l1"));

    assertRefused(message.replace("<OrganizationId>", "<OrganizationId><b/>"));
    assertRefused(message.replace("<ActionId>", "stray<ActionId>"));
    assertRefused(message.replace("<Notification><Id>04l1</Id>", "<Notification>"));
  }

  @Test
  void comments_and_cdata_are_read_over() {
    String message =
        OutboundMessage.of(lead("04l1"))
            .replace(">" + ORG + "<", "><!-- x --><![CDATA[" + ORG + "]]><");

    assertThat(kept(message)).hasSize(1);
  }

  private void assertRefused(String body) {
    assertThat(webhook.receive(request(body), NOW)).isInstanceOf(Refused.class);
  }

  private List<Kept> kept(String body) {
    var receipt = webhook.receive(request(body), NOW);
    assertThat(receipt).isInstanceOf(Proved.class);
    return ((Proved) receipt).notices();
  }
}
