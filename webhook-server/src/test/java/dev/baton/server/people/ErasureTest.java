package dev.baton.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.account.Account;
import dev.baton.account.Role;
import dev.baton.agent.AgentId;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import dev.baton.store.JdbcAccounts;
import dev.baton.store.Sealing;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person is forgotten: contact data gone everywhere, numbers unchanged. */
class ErasureTest {
  /** Stands in everything that is said of the person. */
  private static final String CANARY = "quetzal";

  private static final Pattern LEAD = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

  private static Installation acme;
  private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path data) {
    acme = new Installation(data, Optional.empty()).agent("Ann", "Harbour").start();
    staff = new Staff(data);
    staff.add(Installation.ACME, "ada", Role.ADMIN, Optional.empty());
    staff.add(Installation.ACME, "eve", Role.EDITOR, Optional.empty());
    staff.add(Installation.ACME, "ann", Role.AGENT, Optional.of(new AgentId("ann")));
  }

  @AfterAll
  static void close() {
    staff.close();
    acme.close();
  }

  private static Person person(String name) {
    var person = new Person(acme.app().address());
    person.logIn(name + "@example.com", Staff.PASSWORD);
    return person;
  }

  private static HttpResponse<String> post(String path, String body) {
    return new Browserless()
        .send(
            HttpRequest.newBuilder(acme.app().address().resolve(path))
                .header("X-Auth-Token", Installation.API_TOKEN)
                .POST(BodyPublishers.ofString(body)));
  }

  private static String get(String path) {
    return new Browserless().api(acme.app(), path).body();
  }

  /** Everything that is kept, as text. */
  private static String kept() {
    var text = new StringBuilder();
    try (Connection connection = staff.database().source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SCRIPT")) {
      while (rows.next()) text.append(rows.getString(1)).append('\n');
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
    return text.toString();
  }

  private static String contact(String email) {
    return acme.portal()
        .createContact(
            Map.of(
                "firstname",
                "Quetzal",
                "lastname",
                CANARY + " Customer",
                "email",
                email,
                "phone",
                "+1 555 730 9151",
                "city",
                CANARY + " City",
                "message",
                "A warehouse at the harbour for " + CANARY));
  }

  private static String leadOf(String record) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              Matcher lead =
                  Pattern.compile(LEAD.pattern() + "[^}]*\"recordId\"\\s*:\\s*\"" + record + "\"")
                      .matcher(get("/api/v1/leads?limit=100"));
              return lead.find() ? lead.group(1) : "";
            },
            id -> !id.isEmpty());
  }

  private static void said(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void contact_data_is_gone_everywhere_and_numbers_are_unchanged() {
    String email = CANARY + "@customer.example";
    String lead = leadOf(contact(email));
    said(post("/api/v1/leads/" + lead + "/assign", "{\"agent\": \"ann\"}"));
    said(
        post(
            "/api/v1/leads/" + lead + "/feedback",
            "{\"deal\": \"CLOSED_WON\", \"value\": 1200, \"currency\": \"EUR\", \"reason\": \""
                + CANARY
                + " liked it\", \"agent\": \"ann\"}"));
    said(
        post(
            "/api/v1/leads/" + lead + "/comments",
            "{\"text\": \"Call " + CANARY + "\", \"agent\": \"ann\"}"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !get("/api/v1/deliveries?lead=" + lead).contains("\"PENDING\""));
    summarized(lead, "Wants a warehouse for " + CANARY);
    String numbers = numbers();
    String history = get("/api/v1/leads/" + lead).replaceAll("(?s).*\"events\"", "");
    assertThat(kept()).containsIgnoringCase(CANARY).contains("730 9151");

    HttpResponse<String> erased =
        post(
            "/api/v1/erasures",
            "{\"email\": \"" + email.toUpperCase(java.util.Locale.ROOT) + "\"}");

    said(erased);
    assertThat(erased.body()).contains(lead).contains("\"erased\":1");
    assertThat(lines(kept()))
        .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains(CANARY));
    assertThat(kept()).doesNotContain("730 9151");
    assertThat(numbers()).isEqualTo(numbers);
    assertThat(get("/api/v1/leads/" + lead).replaceAll("(?s).*\"events\"", "")).isEqualTo(history);
    assertThat(person("ada").get("/leads/" + lead + "/why").body())
        .doesNotContainIgnoringCase(CANARY)
        .contains("Harbour");
  }

  /** A language model may have said something that only this person would want. */
  private static void summarized(String lead, String summary) {
    try (Connection connection = staff.database().source().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO lead_summary (lead_id, company_id, said, tries)"
                    + " VALUES (CAST(? AS uuid), 'acme', ?, 1)")) {
      statement.setString(1, lead);
      statement.setString(2, summary);
      statement.executeUpdate();
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static String numbers() {
    return get("/api/v1/dashboard").replaceAll("\"(told|asOf|now)\"\\s*:\\s*\"[^\"]*\"", "");
  }

  @Test
  void an_admin_looks_first_and_erases_then_and_the_log_says_so_without_the_person() {
    String email = "otto.otter@customer.example";
    leadOf(contact(email));
    Person ada = person("ada");

    HttpResponse<String> found = ada.fill("/erase", "/erase/look", Map.of("email", email));

    assertThat(found.body()).contains("1 lead", "Erase for good");
    Matcher leads = Pattern.compile("name=\"leads\" value=\"([^\"]+)\"").matcher(found.body());
    assertThat(leads.find()).isTrue();
    HttpResponse<String> done = ada.fill("/erase", "/erase", Map.of("leads", leads.group(1)));
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(ada.get(done.headers().firstValue("Location").orElseThrow()).body())
        .contains("Erased: 1 lead.");
    assertThat(ada.get("/audit").body()).contains("person erased").doesNotContain(email);
    assertThat(
            ada.fill("/erase", "/erase", Map.of("leads", leads.group(1)))
                .headers()
                .firstValue("Location"))
        .contains("/erase?done=0");
    assertThat(ada.fill("/erase", "/erase/look", Map.of("email", email)).body())
        .contains("No lead came from there");
    assertThat(kept()).doesNotContain(email);
  }

  @Test
  void who_reads_german_forgets_a_person_in_german_and_finds_the_log_around_its_entries_so() {
    String email = "fritz.fischotter@customer.example";
    leadOf(contact(email));
    Account greta = staff.add(Installation.ACME, "greta", Role.ADMIN, Optional.empty());
    new JdbcAccounts(staff.database(), new Sealing(new byte[32]))
        .change(greta.called("greta", "de"), Instant.now());
    Person reader = person("greta");

    assertThat(reader.fill("/erase", "/erase/look", Map.of("email", " ")).body())
        .contains("lang=\"de\"", "Eine Person vergessen", "Etwas stimmt nicht")
        .contains("Bitte geben Sie die E-Mail-Adresse oder Telefonnummer der Person an.");
    String found = reader.fill("/erase", "/erase/look", Map.of("email", email)).body();
    assertThat(found).contains("<h2>1 Lead</h2>", ">angeboten<", "Endgültig löschen");
    Matcher leads = Pattern.compile("name=\"leads\" value=\"([^\"]+)\"").matcher(found);
    assertThat(leads.find()).isTrue();
    HttpResponse<String> done = reader.fill("/erase", "/erase", Map.of("leads", leads.group(1)));
    assertThat(reader.get(done.headers().firstValue("Location").orElseThrow()).body())
        .contains("Gelöscht: 1 Lead.");
    assertThat(reader.get("/erase?done=0").body()).contains("Es war nichts mehr zu löschen.");
    assertThat(reader.get("/erase?done=2").body()).contains("Gelöscht: 2 Leads.");
    assertThat(reader.get("/audit").body())
        .contains("lang=\"de\"", "Wer was getan hat, Neuestes zuerst, Zeiten in")
        .contains("CSV herunterladen", "logged in");
  }

  @Test
  void who_is_meant_has_to_be_said_and_only_an_admin_may() {
    assertThat(person("ada").fill("/erase", "/erase/look", Map.of("email", " ")).body())
        .contains("Write the person’s e-mail address or phone number");
    assertThat(person("eve").get("/erase").statusCode()).isEqualTo(403);
    assertThat(person("ann").get("/erase").statusCode()).isEqualTo(403);
    assertThat(post("/api/v1/erasures", "{}").statusCode()).isEqualTo(400);
    assertThat(post("/api/v1/erasures", "{\"lead\": \"x\"}").statusCode()).isEqualTo(400);
    assertThat(
            post("/api/v1/erasures", "{\"lead\": \"x\", \"email\": \"a@b.example\"}").statusCode())
        .isEqualTo(400);
    assertThat(post("/api/v1/erasures", "{\"email\": \"nobody@b.example\"}").body())
        .contains("\"erased\":0");
  }
}
