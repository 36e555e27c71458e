package dev.baton.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.account.Account;
import dev.baton.account.Role;
import dev.baton.server.Installation;
import dev.baton.server.api.Program;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import dev.baton.store.JdbcAccounts;
import dev.baton.store.Sealing;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports, and why a lead is where it is, speak German to an admin whose account is in German. */
class ReportsInGermanTest {
  private static final String WRONG = "?from=2026-02-02&to=2026-02-01&zone=Mars&team=nobody";

  private static Installation acme;
  private static Staff staff;
  private static Program program;
  private static Person eve;
  private static String lead;

  @BeforeAll
  static void open(@TempDir Path data) {
    acme =
        new Installation(data, Optional.empty())
            .company("Acme", "Europe/Berlin")
            .agent("Ann", "Harbour")
            .agent("Dan", "Old Town")
            .start();
    staff = new Staff(data);
    Account account = staff.add(Installation.ACME, "eve", Role.ADMIN, Optional.empty());
    new JdbcAccounts(staff.database(), new Sealing(new byte[32]))
        .change(account.called("eve", "de"), Instant.now());
    eve = new Person(acme.app().address());
    assertThat(eve.logIn("eve@example.com", Staff.PASSWORD).statusCode()).isEqualTo(303);
    program = new Program(acme);
    lead = program.lead(acme.leadArrives());
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> program.file(lead).get("state").asText().equals("OFFERED"));
  }

  @AfterAll
  static void close() {
    staff.close();
    acme.close();
  }

  private static String page(String address) {
    HttpResponse<String> answer = eve.get(address);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("<html lang=\"de\">");
    return answer.body();
  }

  @Test
  void the_dashboard_and_the_leads_behind_a_number() {
    assertThat(page("/dashboard?compare=previous"))
        .contains("<title>Übersicht · Acme</title>", "<h1>Übersicht von Acme</h1>")
        .contains("Leistungspunkte", "Annahmequote", "je höher, desto besser", "Tagesbeginn:")
        .contains("Mit den 30 Tagen davor vergleichen", "Aktualisieren", "1 mehr", "davor 0:")
        .contains("Die Balken, von links nach rechts", "Von den 0 angenommenen")
        .doesNotContain("Acceptance", "average", " before:", "Refresh");
    assertThat(page("/dashboard?from=2021-03-01&to=2021-03-01"))
        .contains("An diesem Tag ging kein Lead ein.", "1. März 2021", "die letzten 30 Tage")
        .contains("0 angenommen");
    assertThat(page("/dashboard/leads?measure=LEADS"))
        .contains("<h1>Eingegangene Leads</h1>", "1 Lead<", "angeboten", "bei Ann")
        .contains("Gefundene Tags", "Die Nummer eines Leads zeigt")
        .doesNotContain("Received", "being offered");
    assertThat(page("/dashboard?from=2021-03-01&to=2021-03-01&asOf=2021-03-02T00:00:00Z"))
        .contains("So war es bekannt am <b>2. März 2021, 01:00:00</b>")
        .contains("zeigen, was jetzt bekannt ist");
  }

  @Test
  void how_agents_worked_their_tags_and_statistics() {
    assertThat(page("/performance?tags-of=ann"))
        .contains("<h1>Leistung bei Acme</h1>", "Arbeitsstunden", "Noch nicht bearbeitet")
        .contains("Die angekreuzten Benutzer ändern", "aria-label=\"Ann ankreuzen\"")
        .contains("Tags von Ann", "Alle Agenten", "Konversionsrate")
        .doesNotContain("Hours worked", "Tags of");
    assertThat(page("/statistics?by=tag"))
        .contains("<h1>Statistik von Acme</h1>", "Nach Quelle", "Antwortzeit (Median)")
        .contains("Ein Lead mit mehreren Tags zählt bei jedem davon.")
        .doesNotContain("By tag", "Lost");
    assertThat(page("/statistics?by=tag&from=2021-03-01&to=2021-03-01"))
        .contains("<b>Kein Lead dieser Tage steht in einer solchen Tabelle.</b>");
  }

  @Test
  void why_a_lead_is_where_it_is() {
    assertThat(page("/leads/" + lead + "/why"))
        .contains("Warum Lead #", "Was entschieden wurde", "Der Lead ging ein. Gefundene Tags:")
        .contains("Er wurde Ann angeboten, bis", "Ann hat ihn allein bis", "Alle Plätze: 1 von 2")
        .contains("Ann steht in der Reihe, Platz 1", "Dan hat keinen der Tags des Leads")
        .contains("im Text, zählt 50", "Europe/Berlin, Stand 1 der Einstellungen")
        .doesNotContain("The lead came in", "stands in line", "adds ");
    assertThat(program.get("/api/v1/leads/" + lead + "/why").body())
        .contains("The lead came in. Tags found: Harbour in body.", "It was offered to Ann")
        .contains("Ann stands in line, place 1", "Dan holds none of the lead's tags");
  }

  @Test
  void what_is_wrong_with_a_question_is_said_in_german_on_pages_and_in_english_elsewhere() {
    for (String report : new String[] {"/dashboard", "/performance", "/statistics"}) {
      HttpResponse<String> wrong = eve.get(report + WRONG);
      assertThat(wrong.statusCode()).isEqualTo(400);
      assertThat(wrong.body())
          .contains("<html lang=\"de\">", "Das konnte so nicht gezeigt werden")
          .contains("Der erste Tag (2026-02-02) liegt nach dem letzten (2026-02-01)")
          .contains("„Mars“ ist keine Zeitzone", "Es gibt kein Team „nobody“")
          .doesNotContain("is after", "no time zone");
    }
    assertThat(eve.get("/statistics?by=moon").body())
        .contains("Statistik gibt es mit by=tag, by=source oder by=team.");
    assertThat(eve.get("/performance.csv" + WRONG).body())
        .contains("The first day (2026-02-02) is after the last (2026-02-01): swap them.");
    assertThat(eve.get("/statistics.csv?by=moon").body())
        .contains("Statistics are told by=tag, by=source or by=team.");
    assertThat(program.get("/api/v1/dashboard" + WRONG).body()).contains("no time zone");
    assertThat(eve.get("/performance.csv").body()).contains("hours_worked");
  }
}
