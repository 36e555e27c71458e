package dev.baton.server.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Account;
import dev.baton.account.Role;
import dev.baton.review.Drafts;
import dev.baton.routing.RoutingBooks.Publication.Published;
import dev.baton.server.Installation;
import dev.baton.server.people.FormOnPage;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import dev.baton.store.JdbcAccounts;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.store.Sealing;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads German finds the pages of the routing book in German. */
class BookInGermanTest {
  @TempDir Path data;
  private Installation acme;
  private Staff staff;
  private Person eva;

  @BeforeEach
  void open() {
    acme = new Installation(data, Optional.empty()).agent("ann", "Harbour").start();
    staff = new Staff(data);
    Account account = staff.add(Installation.ACME, "eva", Role.EDITOR, Optional.empty());
    new JdbcAccounts(staff.database(), new Sealing(new byte[32]))
        .change(account.called("eva", "de"), Instant.now());
    eva = new Person(acme.app().address());
    assertThat(eva.logIn("eva@example.com", Staff.PASSWORD).statusCode()).isEqualTo(303);
  }

  @AfterEach
  void close() {
    staff.close();
    acme.close();
  }

  private void publish() {
    assertThat(
            new JdbcRoutingBooks(staff.database())
                .publish(Installation.ACME, Drafts.full(), "a test", Instant.now()))
        .isInstanceOf(Published.class);
  }

  private HttpResponse<String> type(String page, String... typed) {
    Map<String, String> fields = FormOnPage.fields(eva.get(page).body(), page);
    for (int i = 0; i < typed.length; i += 2) fields.put(typed[i], typed[i + 1]);
    return eva.post(page, fields);
  }

  @Test
  void tags_and_a_draft_are_told_in_german() {
    assertThat(eva.get("/tags").body())
        .contains("lang=\"de\"", "Ein Tag, das in einem Lead gefunden wird", "2 Tags<")
        .contains("Niemand hat eines.", "<code>PK_100</code>", "bevorzugend");
    Map<String, String> wrong =
        Map.of(
            "name",
            "Zip: 9-1",
            "rule",
            "SOMETIMES",
            "weight",
            "viel",
            "billable",
            "yes",
            "amount",
            "0,49",
            "currency",
            "EUR");
    assertThat(eva.fill("/tags/new", "/tags/new", wrong).body())
        .contains("4 Dinge stimmen nicht", "Wählen Sie, wie das Tag mitwirkt.")
        .contains("Ein Gewicht ist eine ganze Zahl, etwa 50.")
        .contains("Ein Preis ist 0,50 oder mehr, etwa 12,50.")
        .contains("Zum Beispiel: Zip: 90200-90299");
    assertThat(eva.fill("/tags/new", "/tags/try", Map.of("name", "Villa")).body())
        .contains("In der letzten Woche kam kein Lead, an dem es sich erproben ließe.");

    var villa =
        new HashMap<>(
            Map.of("name", "Villa", "rule", "REQUIRED", "weight", "70", "collection", ""));
    villa.putAll(Map.of("billable", "yes", "amount", "12,5", "currency", "EUR"));
    assertThat(eva.fill("/tags/new", "/tags/new", villa).statusCode()).isEqualTo(303);

    assertThat(eva.get("/tags").body()).contains("3 Tags<", "12,50 EUR", "erforderlich");
    assertThat(eva.get("/draft").body())
        .contains("lang=\"de\"", "<h1>Zu veröffentlichende Änderungen</h1>", "1 Änderung<")
        .contains("Tag hinzugefügt", "Noch gibt es keinen Lead, an dem es sich erproben lässt.")
        .contains("Wohl nicht so gemeint", "<b>Warnung:</b>", "Meine Änderungen verwerfen");
    eva.fill("/draft", "/draft/publish", Map.of());
    assertThat(eva.get("/draft?done=published").body())
        .contains("Veröffentlicht. Es gilt ab jetzt.", "Sie haben nichts geändert");
    assertThat(eva.get("/history").body()).contains("Fassung 2</a>");
    assertThat(eva.get("/history/2").body()).contains("Was sie an der vorigen geändert hat:");
  }

  @Test
  void teams_are_told_in_german() {
    publish();
    assertThat(eva.get("/teams").body())
        .contains("lang=\"de\"", "Ein Lead gehört dem ersten Team", "2 Teams<", "je Tag");
    assertThat(eva.get("/teams/north").body())
        .contains("<h2>Wessen Leads</h2>", "Reihum nach Gewicht: wem am meisten zusteht")
        .contains("aria-label=\"Obergrenze 1\"", ">Montag</label>", "Uhr dieser Zeiten");
    assertThat(type("/teams/north").statusCode()).as("nothing typed").isEqualTo(303);
    assertThat(eva.get("/draft").body()).contains("Sie haben nichts geändert");
    HttpResponse<String> wrong = type("/teams/north", "name", "", "slas.0.after", "15");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("2 Dinge stimmen nicht", "Ein Name hat 1 bis 200 Zeichen.")
        .contains("Schreiben Sie die Einheit dazu: 15 Minuten, Stunden oder Tage?");
  }

  @Test
  void settings_and_hours_are_told_in_german() {
    publish();
    assertThat(eva.get("/settings").body())
        .contains("lang=\"de\"", "Haifischbecken", "Auffangpersonen, 1 bis 5", "Minuten\"");
    assertThat(type("/settings").statusCode()).as("nothing typed").isEqualTo(303);
    assertThat(type("/settings", "window", "1 Minute").body())
        .contains("Etwas stimmt nicht", "Ein Angebot dauert zwischen 2 Minuten und 2 Wochen.");
    assertThat(eva.get("/settings/hours").body())
        .contains("lang=\"de\"", "Geschäftszeiten", "Sieben Tage ab heute, nach der Uhr von");
    assertThat(type("/settings/hours").statusCode()).as("nothing typed").isEqualTo(303);
    assertThat(eva.get("/draft").body()).contains("Sie haben nichts geändert");
    assertThat(
            eva.fill(
                    "/settings/hours",
                    "/settings/hours/now",
                    Map.of("until", "2020-01-01T12:00", "open", "no"))
                .body())
        .contains("Das ist schon vorbei.");
    eva.fill(
        "/settings/hours",
        "/settings/hours/now",
        Map.of("until", "2099-01-01T12:00", "open", "no"));
    assertThat(eva.get("/settings/hours").body())
        .contains("Gerade jetzt: geschlossen", "Von einem Admin geschlossen bis Do. 1. Jan. 2099");
  }

  @Test
  void an_agents_hours_are_told_in_german() {
    String page = "/users/agents/ann/hours";
    assertThat(eva.get(page).body())
        .contains("lang=\"de\"", "<h1>Zeiten von ann</h1>", "Hat eigene Zeiten")
        .contains("Nichts ist geplant.", "Es ist keine Region eingestellt");
    assertThat(eva.fill(page, page + "/away", Map.of("from", "", "to", "2001-01-01T00:00")).body())
        .contains("2 Dinge stimmen nicht", "Geben Sie Tag und Uhrzeit an");
    eva.fill(
        page,
        page + "/away",
        Map.of("from", "2099-07-01T09:00", "to", "2099-07-15T09:00", "reason", ""));
    assertThat(eva.get(page).body())
        .contains("Mi. 1. Juli 2099, 09:00 bis Mi. 15. Juli 2099, 09:00")
        .contains("aria-label=\"Geht nicht: Mi. 1. Juli 2099, 09:00\"");
  }
}
