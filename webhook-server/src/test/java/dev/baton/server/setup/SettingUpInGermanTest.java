package dev.baton.server.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.account.Account;
import dev.baton.account.Role;
import dev.baton.server.Installation;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import dev.baton.store.JdbcAccounts;
import dev.baton.store.Sealing;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First steps and connections, as an admin reads them whose language is German. */
class SettingUpInGermanTest {
  /** Beginnings of sentences these pages have in English. */
  private static final List<String> ENGLISH =
      List.of(
          "Go on",
          "Leave this out",
          "Stop setting",
          "Connect",
          "These ",
          "There is",
          "It ",
          "An ",
          "Blank",
          "Send ",
          "Times are",
          "This ",
          "Your ");

  private static Installation acme;
  private static Staff staff;
  private static Person uwe;

  @BeforeAll
  static void open(@TempDir Path data) {
    acme = new Installation(data, Optional.empty()).agent("ann", "Harbour").start();
    staff = new Staff(data);
    Account account = staff.add(Installation.ACME, "uwe", Role.ADMIN, Optional.empty());
    new JdbcAccounts(staff.database(), new Sealing(new byte[32]))
        .change(account.called("Uwe", "de"), Instant.now());
    uwe = new Person(acme.app().address());
    assertThat(uwe.logIn("uwe@example.com", Staff.PASSWORD).statusCode()).isEqualTo(303);
  }

  @AfterAll
  static void close() {
    staff.close();
    acme.close();
  }

  private static String page(String address) {
    HttpResponse<String> answer = uwe.get(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    assertThat(answer.body()).as(address).contains("<html lang=\"de\">");
    return answer.body();
  }

  @Test
  void each_of_the_first_steps_is_told_in_german() {
    assertThat(page("/setup/database"))
        .contains(
            "<title>Einrichten: Die Datenbank",
            "Schritt 1 von 10",
            ">Öffentliche Adresse</a>",
            "</b> antwortet.",
            "Einrichten beenden");
    assertThat(page("/setup/agents")).contains("ist schon Agent", "0 würden Agenten");
    assertThat(page("/setup/window"))
        .contains("So lange hat ein Agent einen Lead für sich", ">Minuten</option>");
    assertThat(page("/setup/lead")).contains("Über HubSpot 4711 senden");
    for (Step step : Step.values()) {
      assertThat(texts(page(step.address())))
          .as(step.key())
          .noneMatch(text -> ENGLISH.stream().anyMatch(text::startsWith));
    }
  }

  /** What stands between tags. */
  private static List<String> texts(String page) {
    return Stream.of(page.split("<[^>]*>")).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  @Test
  void a_connection_and_its_test_lead_are_told_in_german() {
    assertThat(page("/connections"))
        .contains(
            "<h1>Verbindungen</h1>",
            "Es antwortet.",
            "höchstens 70 % der Aufrufe, die es erlaubt",
            "Uhrzeiten: UTC.");
    assertThat(page("/connections/acme-hubspot"))
        .contains("Ist dort alles bereit?", "Wo HubSpot Baton aufruft");
    assertThat(uwe.get("/connections/acme-hubspot/remove").body())
        .contains("Diese Verbindung bleibt", "Sie steht in der Firmendatei");
    assertThat(page("/connections/new")).contains("HubSpot verbinden", "Deals (Verkaufschancen)");
    assertThat(page("/settings/embedding")).contains("Websites, die Baton zeigen dürfen");

    String watch =
        uwe.fill(
                "/connections/acme-hubspot",
                "/connections/acme-hubspot/test-lead",
                Map.of("words", "Harbour"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String there =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> page(watch), body -> body.contains("Er wartet auf eine Antwort von ann."));
    assertThat(there)
        .contains("Der Test-Lead wurde im CRM angelegt.", "Für den Agenten annehmen", "Anhalten");
  }

  @Test
  void what_is_wrong_with_a_form_is_told_in_german() {
    HttpResponse<String> wrong =
        uwe.fill(
            "/connections/new",
            "/connections/new",
            Map.of("crm", "hubspot", "hubspot-object", "x"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("Etwas stimmt nicht", "Wählen Sie, was Baton verteilt.");

    HttpResponse<String> tooShort =
        uwe.fill("/setup/window", "/setup/window", Map.of("length", "1", "unit", "minutes"));
    assertThat(tooShort.statusCode()).isEqualTo(400);
    assertThat(tooShort.body()).contains("Ein Angebot gilt von 2 Minuten bis 2 Wochen.");
  }
}
