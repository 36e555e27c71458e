package dev.baton.server.my;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.account.Account;
import dev.baton.account.Role;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import dev.baton.server.people.OwnLanguage;
import dev.baton.server.people.OwnLink;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import dev.baton.store.Database;
import dev.baton.store.JdbcAccounts;
import dev.baton.store.Sealing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent sees and does on his own pages (domain §6), and what he does not. */
class OwnPagesTest {
  @TempDir Path data;
  private final Browserless program = new Browserless();
  private Installation acme;
  private Staff staff;
  private Person ann;

  @BeforeEach
  void open() {
    acme =
        new Installation(data, Optional.empty())
            .agent("ann", "Harbour")
            .agent("bob", "Harbour")
            .agentsSwitch()
            .start();
    staff = new Staff(data);
    staff.add(Installation.ACME, "max", Role.ADMIN, Optional.empty());
    ann = in("ann");
  }

  @AfterEach
  void close() {
    staff.close();
    acme.close();
  }

  private Person in(String agent) {
    var person = new Person(acme.app().address());
    person.comeBy(OwnLink.of(staff.database(), data, Installation.ACME, agent));
    return person;
  }

  private Person admin() {
    var max = new Person(acme.app().address());
    max.logIn("max@example.com", Staff.PASSWORD);
    return max;
  }

  private JsonNode json(String path) {
    try {
      return new ObjectMapper().readTree(program.api(acme.app(), path).body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Optional<String> known(String contact) {
    for (JsonNode lead : json("/api/v1/leads?limit=100").path("leads")) {
      if (lead.path("recordId").asText().equals(contact))
        return Optional.of(lead.path("id").asText());
    }
    return Optional.empty();
  }

  /** A lead that has come in; answers its id. */
  private String lead() {
    String contact = acme.leadArrives();
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> known(contact), Optional::isPresent)
        .orElseThrow();
  }

  /** A lead an admin has given to somebody. */
  private String owned(String agent) {
    String lead = lead();
    assertThat(post("/api/v1/leads/" + lead + "/assign", "{\"agent\":\"" + agent + "\"}"))
        .isEqualTo(200);
    return lead;
  }

  private int post(String path, String body) {
    return program
        .send(
            HttpRequest.newBuilder(acme.app().address().resolve(path))
                .header("X-Auth-Token", Installation.API_TOKEN)
                .POST(BodyPublishers.ofString(body)))
        .statusCode();
  }

  private JsonNode told(String lead) {
    return json("/api/v1/leads/" + lead);
  }

  /** Who is asked at the moment. */
  private String holder(String lead) {
    JsonNode offers = told(lead).path("offers");
    JsonNode last = offers.path(offers.size() - 1);
    assertThat(last.path("outcome").asText()).isEqualTo("OPEN");
    return last.path("agent").asText();
  }

  /** As if it had become the agent's that many days ago. */
  private void ago(String lead, int days) {
    try (Connection connection = DriverManager.getConnection(Database.embedded(data), "sa", "");
        PreparedStatement move =
            connection.prepareStatement("UPDATE lead SET owned_at = ? WHERE id = ?")) {
      move.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).minusDays(days));
      move.setObject(2, UUID.fromString(lead));
      assertThat(move.executeUpdate()).isEqualTo(1);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String where(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void an_open_offer_comes_first_and_tells_nothing_of_the_person() {
    String lead = lead();
    boolean anns = told(lead).path("offers").get(0).path("agent").asText().equals("ann");
    Person asked = anns ? ann : in("bob");
    String page = asked.get("/my").body();
    assertThat(page)
        .contains("You are asked", "A lead for you", "/o/", "Harbour")
        .doesNotContain("Cleo", "Canary", "customer.example", "+1555");

    assertThat((anns ? in("bob") : ann).get("/my").body()).doesNotContain("You are asked");
    assertThat(post("/api/v1/leads/" + lead + "/assign", "{\"agent\":\"ann\"}")).isEqualTo(200);
    assertThat(ann.get("/my").body())
        .contains("Cleo Canary", "Not contacted", "Reach the customer")
        .doesNotContain("You are asked");
  }

  @Test
  void a_lead_of_somebody_else_is_not_there_whatever_is_tried() {
    String bobs = owned("bob");
    owned("ann");
    String offered = lead();
    assertThat(ann.get("/my").body()).doesNotContain(bobs);
    for (String lead : List.of(bobs, offered, "00000000-0000-0000-0000-000000000000", "x")) {
      assertThat(ann.get("/my/leads/" + lead).statusCode()).as(lead).isEqualTo(404);
      for (String act : List.of("feedback", "comments", "give-back")) {
        HttpResponse<String> answer =
            ann.fill(
                "/my",
                "/my/leads/" + lead + "/" + act,
                Map.of("text", "x", "contact", "CONTACTED", "deal", "NONE"));
        assertThat(answer.statusCode()).as(act + " " + lead).isEqualTo(404);
      }
      assertThat(ann.fill("/my", "/my/answers", Map.of("said", lead + " CONTACTED")).statusCode())
          .isEqualTo(404);
    }
    assertThat(ann.fill("/my", "/my/another-chance", Map.of("offer", bobs + ":7")).statusCode())
        .isEqualTo(404);
    assertThat(told(bobs).path("owner").asText()).isEqualTo("bob");
    assertThat(told(bobs).toString()).doesNotContain("FeedbackGiven", "CommentAdded");
  }

  @Test
  void no_page_presses_a_form_that_is_not_of_the_session() {
    String lead = owned("ann");
    assertThat(ann.post("/my/leads/" + lead + "/give-back", Map.of()).statusCode()).isEqualTo(403);
    assertThat(
            ann.post("/my/leads/" + lead + "/give-back", Map.of("csrf", in("bob").csrf("/my")))
                .statusCode())
        .isEqualTo(403);
    assertThat(told(lead).path("owner").asText()).isEqualTo("ann");
  }

  @Test
  void all_about_an_own_lead_can_be_read_called_and_written_to() {
    String lead = owned("ann");
    String page = ann.get("/my/leads/" + lead).body();
    assertThat(page)
        .contains("Cleo Canary", "href=\"tel:+1555", "href=\"mailto:cleo", "A warehouse at the");
  }

  @Test
  void how_far_he_has_come_is_kept_with_its_reason_and_told_to_the_company() {
    String lead = owned("ann");
    String address = "/my/leads/" + lead;
    HttpResponse<String> wrong =
        ann.fill(
            address,
            address + "/feedback",
            Map.of("contact", "PERHAPS", "deal", "NONE", "value", "much", "reason", "So <b>"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("things are wrong", "value=\"much\"", "So &lt;b>");
    HttpResponse<String> saved =
        ann.fill(
            address,
            address + "/feedback",
            Map.of(
                "contact",
                "CONTACTED",
                "deal",
                "IN_PROGRESS",
                "value",
                "1200",
                "currency",
                "eur",
                "reason",
                "Likes it",
                "seen",
                "NOT_CONTACTED NONE"));
    assertThat(where(saved)).isEqualTo(address + "?done=saved");
    assertThat(ann.get(address).body())
        .contains("In progress · 1200.00 EUR", "value=\"Likes it\"", "<b>ann</b>", "status");
    assertThat(told(lead).toString()).contains("FeedbackGiven", "IN_PROGRESS");
  }

  @Test
  void a_comment_tells_the_other_side_and_a_memo_tells_nobody() {
    String lead = owned("ann");
    String address = "/my/leads/" + lead;
    assertThat(ann.fill(address, address + "/comments", Map.of("text", " ")).body())
        .contains("Write 1 to 10,000 characters");
    String once = UUID.randomUUID().toString();
    for (int press = 0; press < 2; press++) {
      ann.fill(
          address, address + "/comments", Map.of("text", "Call her after six", "comment", once));
    }
    ann.fill(
        address,
        address + "/comments",
        Map.of("text", "Has a dog", "memo", "yes", "comment", UUID.randomUUID().toString()));
    post("/api/v1/leads/" + lead + "/comments", "{\"text\":\"Well done\"}");
    post("/api/v1/leads/" + lead + "/comments", "{\"text\":\"Slow\",\"memo\":true}");

    assertThat(ann.get(address).body())
        .contains("Call her after six", "Has a dog", "memo", "Well done")
        .as("what admins note for themselves")
        .doesNotContain("Slow");
    JsonNode comments = json("/api/v1/leads/" + lead + "/comments").path("comments");
    assertThat(comments.get(0).path("by").asText()).isEqualTo("OWNER");
    assertThat(comments.get(1).path("kind").asText()).isEqualTo("MEMO");
    assertThat(told(lead).toString().split("CommentAdded", -1)).hasSize(3);
  }

  @Test
  void a_lead_that_is_given_back_goes_on_without_him() {
    String lead = owned("ann");
    String address = "/my/leads/" + lead;
    assertThat(ann.get(address).body()).contains("Give this lead back");
    assertThat(where(ann.fill(address, address + "/give-back", Map.of())))
        .isEqualTo("/my?done=given-back");
    assertThat(ann.get("/my?done=given-back").body()).contains("You gave the lead back");
    assertThat(ann.get(address).statusCode()).isEqualTo(404);
    assertThat(holder(lead)).isEqualTo("bob");
  }

  @Test
  void who_was_asked_how_it_is_going_answers_by_one_tap() {
    String first = owned("ann");
    String second = owned("ann");
    String fresh = owned("ann");
    ago(first, 3);
    ago(second, 9);
    String page = ann.get("/my").body();
    assertThat(page)
        .contains("How is it going?", first + " ATTEMPTED", second + " NOTHING_NEW")
        .doesNotContain(fresh + " ATTEMPTED");
    assertThat(page.indexOf(second + " ATTEMPTED"))
        .as("the oldest question first")
        .isLessThan(page.indexOf(first + " ATTEMPTED"));

    assertThat(where(ann.fill("/my", "/my/answers", Map.of("said", first + " CONTACTED"))))
        .isEqualTo("/my?done=said");
    assertThat(ann.get("/my").body()).doesNotContain(first + " ").contains(second + " ATTEMPTED");
    assertThat(told(first).toString()).contains("FeedbackGiven", "CONTACTED");
    ann.fill("/my", "/my/answers", Map.of("said", second + " NOTHING_NEW"));
    assertThat(ann.get("/my").body()).doesNotContain("How is it going?");
    assertThat(told(second).toString()).as("it changes nothing").doesNotContain("FeedbackGiven");
    assertThat(ann.fill("/my", "/my/answers", Map.of("said", first)).statusCode()).isEqualTo(400);
  }

  @Test
  void a_tap_keeps_value_and_reason() {
    String lead = owned("ann");
    String address = "/my/leads/" + lead;
    ann.fill(
        address,
        address + "/feedback",
        Map.of(
            "contact",
            "CONTACTED",
            "deal",
            "NONE",
            "value",
            "90",
            "currency",
            "USD",
            "reason",
            "Wants a loft",
            "seen",
            "NOT_CONTACTED NONE"));
    ann.fill("/my", "/my/answers", Map.of("said", lead + " WON"));
    assertThat(ann.get(address).body())
        .contains("Closed won · 90.00 USD", "value=\"Wants a loft\"");
  }

  @Test
  void he_says_himself_whether_he_is_there_where_the_company_lets_him() {
    assertThat(ann.get("/my").body()).contains("Leads are offered to you", "Offer me nothing");
    ann.fill("/my", "/my/availability", Map.of("available", "no"));
    assertThat(ann.get("/my?done=away").body())
        .contains("From now on no lead is offered to you", "Offer me leads again");
    assertThat(holder(lead())).isEqualTo("bob");
    ann.fill("/my", "/my/availability", Map.of("available", "yes"));
    assertThat(ann.get("/my").body()).contains("Leads are offered to you");
    assertThat(admin().get("/audit").body())
        .contains("availability switched", "not available", "ann");
  }

  @Test
  void an_admin_who_switches_an_agent_is_put_down_too() {
    Person max = admin();
    max.fill("/users/agents/ann", "/users/agents/ann/availability", Map.of("available", "no"));
    assertThat(max.get("/audit").body()).contains("availability switched", "max");
  }

  @Test
  void leads_come_in_pages_and_are_found_by_what_is_known_of_them() {
    String found = owned("ann");
    for (int i = 0; i < 10; i++) owned("ann");
    String page = ann.get("/my").body();
    assertThat(page).contains("All my leads (11)", "Page 1 of 2").doesNotContain(found);
    assertThat(ann.get("/my?page=2").body()).contains(found, "Newer").doesNotContain("Older");
    assertThat(ann.get("/my?page=99").body()).contains("Page 2 of 2");
    assertThat(ann.get("/my?page=x").body()).contains("Page 1 of 2");
    assertThat(ann.get("/my?q=WAREHOUSE").body()).contains("Found (11)", "q=WAREHOUSE");
    assertThat(ann.get("/my?q=nobody%22%3E").body())
        .contains("Nothing of yours has these words", "value=\"nobody&#34;>\"");
  }

  @Test
  void the_own_score_is_told_with_its_why_and_nobody_elses() {
    owned("ann");
    owned("bob");
    assertThat(ann.get("/my").body()).contains("Performance score <b>101</b>");
    assertThat(ann.get("/my/score").body())
        .contains("My score is 101", "Was assigned the lead", "To start with");
  }

  @Test
  void an_agent_who_reads_german_reads_his_pages_in_german() {
    OwnLanguage.choose(staff.database(), Installation.ACME, "ann", "de");
    assertThat(ann.get("/my?done=away").body())
        .contains("lang=\"de\"", "<h1>Meine Leads</h1>", "Sie haben noch keine Leads.")
        .contains("Von jetzt an wird Ihnen kein Lead angeboten.", "Keine mehr anbieten");
    String lead = owned("ann");
    ago(lead, 3);
    assertThat(ann.get("/my").body())
        .contains("Wie läuft es?", "Wie es mit Cleo Canary läuft", ">Nichts Neues</button>")
        .contains("Alle meine Leads (1)", "Ihrer seit", "Nicht kontaktiert")
        .contains("Sagen Sie, wie es läuft", "Leistungspunkte <b>101</b>")
        .doesNotContain("My leads", "All my leads", "yours since", "Not contacted");
    ann.fill("/my", "/my/answers", Map.of("said", lead + " NOTHING_NEW"));
    assertThat(ann.get("/my?q=nie").body())
        .contains("Gefunden (0)", "<a href=\"/my\">Alle meine Leads</a>");
    assertThat(ann.get("/my/score").body())
        .contains("<h1>Meine Punkte: 101</h1>", "Lead zugewiesen bekommen", "(je +1)")
        .contains("Zu Beginn", "Stand 101")
        .doesNotContain("Was assigned");

    String address = "/my/leads/" + lead;
    assertThat(ann.get(address).body())
        .contains("lang=\"de\"", ">Anrufen</a>", "Wie weit Sie sind", ">Währung</label>")
        .contains(">Nicht erreichbar</option>", "Alles außer „Keines“", "Nichts Neues.", "Notiz")
        .contains("Diesen Lead zurückgeben");
    assertThat(
            ann.fill(
                    address,
                    address + "/feedback",
                    Map.of("contact", "PERHAPS", "deal", "NONE", "value", "viel"))
                .body())
        .contains("3 Dinge stimmen nicht", "Wählen Sie, ob der Kunde erreicht wurde.")
        .contains("Einen erwarteten Wert schreibt man wie 1200.50, hier steht aber viel");
    assertThat(ann.fill(address, address + "/comments", Map.of("text", " ")).body())
        .contains("Schreiben Sie 1 bis 10.000 Zeichen.");
    Map<String, String> worth =
        Map.of(
            "contact",
            "CONTACTED",
            "deal",
            "IN_PROGRESS",
            "value",
            "1200.5",
            "currency",
            "EUR",
            "seen",
            "NOT_CONTACTED NONE");
    ann.fill(address, address + "/feedback", worth);
    assertThat(ann.get(address + "?done=saved").body())
        .contains("In Arbeit · 1200,50 EUR", "Gespeichert.");
    assertThat(
            ann.fill(
                    address,
                    address + "/feedback",
                    Map.of("contact", "CONTACTED", "deal", "CLOSED_WON", "seen", "long ago"))
                .body())
        .contains("auf „Kontaktiert, Geschäft in Arbeit, 1200,50 EUR“ geändert");
  }

  @Test
  void what_an_admin_says_of_a_lead_is_checked_in_the_admins_language() {
    Account gerda = staff.add(Installation.ACME, "gerda", Role.ADMIN, Optional.empty());
    new JdbcAccounts(staff.database(), new Sealing(new byte[32]))
        .change(gerda.called("gerda", "de"), Instant.now());
    var admin = new Person(acme.app().address());
    admin.logIn("gerda@example.com", Staff.PASSWORD);
    String address = "/leads/" + owned("ann");
    assertThat(
            admin
                .fill(
                    address,
                    address + "/conversion",
                    Map.of(
                        "contact", "CONTACTED", "deal", "NONE", "value", "5", "currency", "Gold"))
                .body())
        .contains("lang=\"de\"", "Eine Währung hat drei Buchstaben, wie EUR.", ">Verloren<");
    assertThat(
            admin.fill(address, address + "/comments", Map.of("text", "x", "kind", "memo")).body())
        .contains("Das Formular war beschädigt");
    assertThat(admin.get("/dashboard/score?agent=ann").body())
        .contains("lang=\"de\"", "<h1>Warum ann bei 101 Punkten steht</h1>")
        .contains("Lead zugewiesen bekommen", "Ereignis für Ereignis");
    assertThat(admin.get("/dashboard/score").body())
        .contains("Das ist der Mittelwert der Punkte von 1 Agent: 101 geteilt durch 1, gerundet.");
  }
}
