package dev.baton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Account;
import dev.baton.account.EmailAddress;
import dev.baton.account.Role;
import dev.baton.server.Installation;
import dev.baton.store.JdbcAccounts;
import dev.baton.store.Sealing;
import dev.baton.tag.Tag;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of users speak German to an admin whose account is in German. */
class UsersInGermanTest {
  private static final String ANN = "/users/agents/ann";
  private static final String IMPORT = "/users/import";

  @TempDir Path data;
  private Installation acme;
  private Staff staff;
  private Person eve;

  @BeforeEach
  void open() {
    acme =
        new Installation(data, Optional.empty())
            .tag(Tag.preferential("Villa").in("Houses"))
            .agent("Ann", "Harbour", "Villa")
            .catchall("Bob")
            .start();
    staff = new Staff(data);
    Account account = staff.add(Installation.ACME, "eve", Role.ADMIN, Optional.empty());
    accounts().change(account.called("eve", "de"), Instant.now());
    eve = new Person(acme.app().address());
    assertThat(eve.logIn("eve@example.com", Staff.PASSWORD).statusCode()).isEqualTo(303);
  }

  private JdbcAccounts accounts() {
    return new JdbcAccounts(staff.database(), new Sealing(new byte[32]));
  }

  @AfterEach
  void close() {
    staff.close();
    acme.close();
  }

  private HttpResponse<String> look(String file) {
    return eve.upload(
        IMPORT, IMPORT, Map.of("text", ""), Optional.of(file.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void the_list_of_users_and_what_is_wrong_with_a_change_of_several() {
    assertThat(eve.get("/users").body())
        .contains("<html lang=\"de\">", "<h1>Benutzer</h1>", "3 Personen", "Mit den ausgewählten")
        .contains("data-label=\"Auffangperson\">ja<", "data-label=\"Verfügbar\">ja<", "Wie es ist")
        .contains("data-label=\"Rolle\">Admin<", "aria-label=\"Ann auswählen\"")
        .doesNotContain("Users", "Export<", "yes<");

    HttpResponse<String> wrong = eve.fill("/users", "/users/several", Map.of());
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("2 Dinge stimmen nicht", "Wählen Sie zuerst die Agenten aus.")
        .contains("Sagen Sie, was sich bei ihnen ändern soll.");
  }

  @Test
  void an_agent_and_how_he_is_told() {
    assertThat(eve.get(ANN).body())
        .contains("<html lang=\"de\">", "Verfügbar: ja", "Andere Tags", "1 von 1")
        .contains("Jede Nachricht an Ann enthält einen Link", "Anmeldung mit Passwort geben");
    HttpResponse<String> nowhere =
        eve.fill(ANN, ANN, Map.of("name", "", "place-at-0", "00000", "place-radius-0", "far"));
    assertThat(nowhere.statusCode()).isEqualTo(400);
    assertThat(nowhere.body())
        .contains("3 Dinge stimmen nicht", "Ein Name hat 1 bis 200 Zeichen.")
        .contains("„00000“ ist weder eine hier bekannte Postleitzahl", "leer für unbegrenzt");

    assertThat(eve.get(ANN + "/contact").body())
        .contains("Wie Ann Nachricht bekommt", "Per E-Mail an ann@example.org", "Raum in Slack");
    HttpResponse<String> wrong =
        eve.fill(
            ANN + "/contact", ANN + "/contact", Map.of("by-SMS", "yes", "room-SLACK", "no\\one"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("Für Nachrichten per SMS braucht es eine Mobilnummer.")
        .contains("Eine Adresse beginnt mit https://.");
    assertThat(eve.fill(ANN + "/contact", ANN + "/contact/test", Map.of("channel", "EMAIL")).body())
        .contains("Keine Testnachricht ging per E-Mail hinaus: EMAIL is not set up.");
  }

  @Test
  void somebody_is_invited_and_put_down_in_english() {
    HttpResponse<String> wrong =
        eve.fill("/users/accounts/new", "/users/accounts/new", Map.of("email", "ed@example.com"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("Jemanden einladen", "Wählen Sie eine Rolle.", "Editor: alles außer Abrechnung");
    HttpResponse<String> invited =
        eve.fill(
            "/users/accounts/new",
            "/users/accounts/new",
            Map.of("name", "Ed", "email", "ed@example.com", "role", "EDITOR"));
    assertThat(invited.body())
        .contains("Diese Installation sendet keine E-Mails.", "er gilt 7 Tage, einmal.");
    assertThat(accounts().byEmail(new EmailAddress("ed@example.com")))
        .as("begins in the language of who invites him")
        .map(Account::language)
        .contains("de");
    Matcher ed =
        Pattern.compile("(/users/accounts/[^\"]+)\">Ed<").matcher(eve.get("/users").body());
    assertThat(ed.find()).isTrue();
    assertThat(eve.fill(ed.group(1), ed.group(1) + "/leave", Map.of()).body())
        .contains("Erledigt.", ", ausgeschieden", "Ist zurück");
    assertThat(eve.get("/audit").body()).contains("account added", "Editor", "account ended");
  }

  @Test
  void a_file_is_spoken_of_in_german_and_its_columns_are_called_as_in_it() {
    assertThat(eve.get(IMPORT).body())
        .contains("Benutzer importieren", "Die erste Zeile nennt die Spalten: E-mail, Name, Id")
        .contains("placeholder=\"E-mail,Name,Tags\"")
        .contains("<code>Name | Postleitzahl oder Breite, Länge | Kilometer</code>");
    assertThat(look(" \n").body()).contains("Die Datei ist leer.");
    assertThat(look("PK\u0003\u0004").body()).contains("speichern Sie sie als CSV");

    String page =
        look("""
                E-mail,Name,Tags,Catchall,Mobile,Shoe size
                dan@example.org,Dan,Castle,,,44
                fay@example.org,,,,,
                ann@example.org,Ann,Villa,perhaps,,
                bob@example.org,Bobby,,,+49151123456,
                gus@example.org,Gus,,,,
                gus@example.org,Gus,,,,
                """)
            .body();
    assertThat(page)
        .contains("1 neu, 1 geändert, 0 unverändert, 4 ausgelassen.")
        .contains("Sie wurde als UTF-8 gelesen.", "Die Spalte „Shoe size“ ist nicht bekannt")
        .contains("Es gibt kein Tag „Castle“: Legen Sie es zuerst an", "Der Name fehlt.")
        .contains("Catchall ist „yes“ oder „no“, aber da stand „perhaps“.")
        .contains("Von diesem Benutzer spricht die Datei schon in Zeile 6.")
        .contains("Mobile: nichts → +49151123456 (sofort)", "data-label=\"Zeile\">2<");
  }
}
