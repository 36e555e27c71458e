package dev.baton.server.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import dev.baton.server.MessageSettings;
import dev.baton.server.people.Person;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leads that agents are told of by e-mail, over a real mail server. */
class MailJourneyTest {
  private static final Pattern LINK = Pattern.compile("https?://\\S+/o/[A-Za-z0-9_-]+");

  @TempDir Path data;
  private final Browserless person = new Browserless();
  private GreenMail mails;
  private Installation acme;

  @BeforeEach
  void open() {
    mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    mails.start();
    acme =
        new Installation(data, Optional.empty())
            .agent("ann", "Harbour")
            .agent("bob", "Harbour")
            .telling(by(mails.getSmtp().getPort()))
            .start();
  }

  static MessageSettings by(int port) {
    var server =
        new MailServer(
            URI.create("smtp://127.0.0.1:" + port), "", "", "Baton <leads@baton.example>");
    return new MessageSettings(Optional.of(server), Optional.empty(), false);
  }

  @AfterEach
  void close() {
    acme.close();
    mails.stop();
  }

  private List<MimeMessage> mailsTo(String address) {
    return Arrays.stream(mails.getReceivedMessages())
        .filter(mail -> recipient(mail).equals(address))
        .toList();
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private MimeMessage mailTo(String address, int which) {
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> mailsTo(address).size() >= which);
    return mailsTo(address).get(which - 1);
  }

  static String part(MimeMessage mail, int which) {
    try {
      BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(which);
      return part.getContent().toString();
    } catch (MessagingException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static URI link(MimeMessage mail) {
    Matcher link = LINK.matcher(part(mail, 0));
    assertThat(link.find()).as(part(mail, 0)).isTrue();
    return URI.create(link.group());
  }

  private HttpResponse<String> post(String path, String body) {
    return person.send(
        HttpRequest.newBuilder(acme.app().address().resolve(path))
            .header("X-Auth-Token", Installation.API_TOKEN)
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void whoever_signs_up_or_forgets_a_password_is_mailed_a_link_that_sets_one() {
    var admin = new Person(acme.app().address());
    HttpResponse<String> signedUp =
        admin.post(
            "/signup",
            Map.of(
                "company", "Globex", "name", "Flo", "email", "flo@globex.example", "zone", "UTC"));
    assertThat(signedUp.body()).contains("Look into your mail").doesNotContain("/password/");
    MimeMessage invitation = mailTo("flo@globex.example", 1);
    assertThat(part(invitation, 0)).contains("Hello Flo", "7 days");
    assertThat(part(invitation, 1)).contains(passwordLink(invitation));
    set(admin, passwordLink(invitation), "Globex-2026");
    assertThat(admin.get("/users").statusCode()).isEqualTo(200);

    admin.post("/password", Map.of("email", "FLO@globex.example"));
    MimeMessage forgotten = mailTo("flo@globex.example", 2);
    assertThat(part(forgotten, 0)).contains("30 minutes");
    set(admin, passwordLink(forgotten), "Globex-2027");
    assertThat(admin.logIn("flo@globex.example", "Globex-2026").statusCode()).isEqualTo(401);
    assertThat(admin.logIn("flo@globex.example", "Globex-2027").statusCode()).isEqualTo(303);
  }

  private static String passwordLink(MimeMessage mail) {
    Matcher link =
        Pattern.compile("https?://\\S+(/password/[A-Za-z0-9_-]+)").matcher(part(mail, 0));
    assertThat(link.find()).as(part(mail, 0)).isTrue();
    return link.group(1);
  }

  private static void set(Person person, String link, String password) {
    assertThat(person.get(link).statusCode()).isEqualTo(200);
    person.post(link, Map.of("password", password, "again", password));
  }

  @Test
  void a_lead_arrives_a_mail_leads_to_the_page_and_who_accepts_gets_a_copy() throws Exception {
    post("/api/v1/agents/ann/contact", "{\"copies\":[\"office@example.org\"]}");
    acme.leadArrives();

    MimeMessage offer = mailTo("ann@example.org", 1);
    assertThat(offer.getSubject()).startsWith("New lead for you: answer by ");
    assertThat(offer.getFrom()[0].toString()).isEqualTo("Baton <leads@baton.example>");
    assertThat(part(offer, 0) + part(offer, 1))
        .contains("Harbour")
        .doesNotContain("Cleo", "Canary", "+1555", "customer.example", "warehouse");
    assertThat(part(offer, 1)).contains("href=\"" + link(offer) + "\"");
    assertThat(person.get(link(offer)).body()).contains("Accept").doesNotContain("Canary");

    person.press(link(offer), "accept");

    MimeMessage copy = mailTo("ann@example.org", 2);
    assertThat(copy.getSubject()).isEqualTo("The lead is yours");
    assertThat(part(copy, 0)).contains("Cleo Canary", "+1555", "customer.example", "warehouse");
    assertThat(part(copy, 1)).contains("Cleo Canary", "+1555", "customer.example", "warehouse");
    assertThat(part(copy, 0)).contains("/a/");
    MimeMessage office = mailTo("office@example.org", 1);
    assertThat(part(office, 0)).contains("Cleo Canary");
    assertThat(part(office, 0) + part(office, 1))
        .as("it lets nobody else in")
        .doesNotContain("/a/");
    assertThat(mailsTo("bob@example.org")).isEmpty();
  }

  @Test
  void whether_a_message_was_delivered_can_be_looked_up() {
    acme.leadArrives();
    mailTo("ann@example.org", 1);

    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () -> person.api(acme.app(), "/api/v1/messages?agent=ann").body(),
            body -> body.contains("\"state\":\"SENT\""));
    assertThat(person.api(acme.app(), "/api/v1/messages?agent=ann").body())
        .contains("\"kind\":\"OFFERED\"", "\"channel\":\"EMAIL\"");
    assertThat(person.api(acme.app(), "/api/v1/messages?agent=bob").body())
        .isEqualTo("{\"messages\":[]}");
    assertThat(person.api(acme.app(), "/api/v1/messages?lead=none").statusCode()).isEqualTo(400);
  }

  @Test
  void a_mail_server_that_was_down_is_tried_again() {
    int port = mails.getSmtp().getPort();
    mails.stop();
    acme.leadArrives();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () -> person.api(acme.app(), "/api/v1/messages?agent=ann").body(),
            body -> body.contains("The mail server cannot be reached"));

    mails = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();

    assertThat(part(mailTo("ann@example.org", 1), 0)).contains("Harbour");
  }

  @Test
  void an_agent_reads_in_his_own_language() throws Exception {
    post("/api/v1/agents/ann/contact", "{\"language\":\"de\"}");
    acme.leadArrives();

    MimeMessage offer = mailTo("ann@example.org", 1);

    assertThat(offer.getSubject()).startsWith("Neuer Lead für Sie: Antwort bis ");
    assertThat(part(offer, 1)).contains("<html lang=\"de\">", "Angebot ansehen");
  }

  @Test
  void a_trial_message_arrives_and_a_channel_that_is_not_set_up_says_so() {
    assertThat(post("/api/v1/messages/test", "{\"agent\":\"ann\",\"channel\":\"EMAIL\"}").body())
        .contains("\"outcome\":\"SENT\"");
    assertThat(part(mailTo("ann@example.org", 1), 0)).contains("messages from Baton reach you");
    assertThat(post("/api/v1/messages/test", "{\"agent\":\"ann\",\"channel\":\"SMS\"}").body())
        .contains("\"outcome\":\"REFUSED\"", "SMS is not set up");
    assertThat(post("/api/v1/messages/test", "{\"agent\":\"ann\",\"channel\":\"FAX\"}"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(400);
  }

  @Test
  void a_comment_by_an_admin_is_told_to_the_owner_and_his_own_to_the_admins() {
    post("/api/v1/contact", "{\"admins\":[\"boss@example.org\"]}");
    acme.leadArrives();
    person.press(link(mailTo("ann@example.org", 1)), "accept");
    mailTo("ann@example.org", 2);
    String lead =
        Pattern.compile("\"lead\":\"([^\"]+)\"")
            .matcher(person.api(acme.app(), "/api/v1/messages?agent=ann").body())
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);

    post("/api/v1/leads/" + lead + "/comments", "{\"text\":\"Call before noon\"}");
    assertThat(part(mailTo("ann@example.org", 3), 0)).contains("Call before noon");

    post("/api/v1/leads/" + lead + "/comments", "{\"text\":\"I did\",\"agent\":\"ann\"}");
    assertThat(part(mailTo("boss@example.org", 1), 0)).contains("ann has written", "I did");
  }

  @Test
  void a_mail_to_an_agent_carries_the_link_that_lets_him_in_to_all_his_leads() {
    acme.leadArrives();
    await().atMost(Duration.ofSeconds(15)).until(() -> mails.getReceivedMessages().length > 0);
    MimeMessage mail = mails.getReceivedMessages()[0];
    Matcher own = Pattern.compile("Manage all my leads: (\\S+/a/\\S+)").matcher(part(mail, 0));
    assertThat(own.find()).as(part(mail, 0)).isTrue();
    assertThat(part(mail, 1)).contains("href=\"" + own.group(1) + "\"");

    var agent = new Person(acme.app().address());
    agent.comeBy(URI.create(own.group(1)).getPath());
    assertThat(agent.get("/my").body())
        .contains(recipient(mail).replace("@example.org", ""), "A lead for you");
  }
}
