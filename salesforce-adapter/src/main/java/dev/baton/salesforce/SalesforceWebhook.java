package dev.baton.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmWebhook;
import dev.baton.salesforce.SalesforceMessage.NotAMessage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Receives Salesforce's outbound messages: one carries up to a hundred notifications of one org.
 * They are proved by the secret in their address and by the org they name; what they speak of is
 * read back through our own access, so that a forged one can cause a read at most.
 */
public final class SalesforceWebhook implements CrmWebhook {
  /** What Salesforce has to hear, to the letter; anything else makes it send the message again. */
  static final Ack STORED =
      new Ack(
          "text/xml;charset=utf-8",
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">\
          <soapenv:Body>\
          <notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound">\
          <Ack>true</Ack>\
          </notificationsResponse>\
          </soapenv:Body>\
          </soapenv:Envelope>
          """);

  private final Supplier<List<SalesforceMailbox>> mailboxes;
  private final SalesforceNotices notices;
  private final Supplier<String> ourUser;

  /**
   * @param mailboxes the addresses that are open now; two for one org while its secret is changed
   * @param object the kind of record that is routed: {@code Lead}, {@code Case} or {@code
   *     Opportunity}
   * @param ourUser the user Baton works as in the org, whose changes are no answers; empty where it
   *     is not known
   */
  public SalesforceWebhook(
      Supplier<List<SalesforceMailbox>> mailboxes, String object, Supplier<String> ourUser) {
    this.mailboxes = mailboxes;
    this.notices = new SalesforceNotices(object);
    this.ourUser = ourUser;
  }

  @Override
  public Receipt receive(Request request, Instant now) {
    if (!request.method().equals("POST")) return new Receipt.Refused("Only POST is a message");
    List<SalesforceMailbox> addressed = addressed(request.target());
    if (addressed.isEmpty()) return new Receipt.Refused("There is no such address");
    SalesforceMessage message;
    try {
      message = SalesforceMessage.read(request.body());
    } catch (NotAMessage notOne) {
      return new Receipt.Refused(String.valueOf(notOne.getMessage()));
    }
    if (!message.session().isEmpty()) {
      return new Receipt.Refused("The message carries a session id; send it without");
    }
    return addressed.stream()
        .map(SalesforceMailbox::organization)
        .filter(org -> isSameOrg(org, message.organization()))
        .findFirst()
        .<Receipt>map(org -> new Receipt.Proved(kept(org, message)))
        .orElseGet(() -> new Receipt.Refused("The message is of another org"));
  }

  @Override
  public CrmNotice read(String payload) {
    return SalesforceNotification.read(payload)
        .map(notification -> notices.of(notification, ourUser.get()))
        .orElseGet(() -> new CrmNotice.Unreadable("This is not a notification"));
  }

  @Override
  public Optional<Ack> ack() {
    return Optional.of(STORED);
  }

  private static List<Kept> kept(String org, SalesforceMessage message) {
    return message.notifications().stream()
        .map(each -> new Kept(org, key(org, each), each.payload(), Optional.empty()))
        .toList();
  }

  /** A notification keeps its id however often it is sent. */
  private static String key(String org, SalesforceNotification notification) {
    String id = notification.id();
    return org + "|" + (id.length() <= 40 ? id : HexFormat.of().formatHex(sha256(id)));
  }

  /** Ids come with 15 or 18 characters; in the first 15, case matters. */
  private static boolean isSameOrg(String ours, String named) {
    try {
      return SalesforceId.parse(named).toString().equals(ours);
    } catch (IllegalArgumentException notAnId) {
      return false;
    }
  }

  /** All secrets are compared to their end, so that no time tells how much of one was right. */
  private List<SalesforceMailbox> addressed(String target) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    byte[] told = sha256(path.substring(path.lastIndexOf('/') + 1));
    return mailboxes.get().stream()
        .filter(mailbox -> MessageDigest.isEqual(sha256(mailbox.secret()), told))
        .toList();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has SHA-256", missing);
    }
  }
}
