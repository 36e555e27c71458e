package dev.baton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.EmailAddress;
import dev.baton.account.PasswordRule;
import dev.baton.account.Role;
import dev.baton.agent.AgentId;
import dev.baton.message.ContactSettings;
import dev.baton.server.Installation;
import dev.baton.server.words.Words;
import dev.baton.store.JdbcAccounts;
import dev.baton.store.JdbcContactBook;
import dev.baton.store.Sealing;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People come in, and read of their account, in their own language, and choose it. */
class OwnLanguageTest {
  private static final String GERMAN = "<html lang=\"de\">";
  private static final Sealing SEALING = new Sealing(new byte[32]);

  @TempDir static Path data;
  private static Installation acme;
  private static Staff staff;

  @BeforeAll
  static void open() {
    acme =
        new Installation(data, Optional.empty())
            .agent("ann", "Harbour")
            .agent("bob", "Harbour")
            .start();
    whoSignsUpReadsFromThenOnWhatHisBrowserRead(somebody().reading("de-AT, en;q=0.5"));
    staff = new Staff(data);
  }

  /** First of all, for nobody can sign up afterwards. */
  private static void whoSignsUpReadsFromThenOnWhatHisBrowserRead(Person first) {
    assertThat(first.get("/signup").body())
        .contains(GERMAN, "Firma registrieren", "Zum Beispiel Europe/Berlin", "Schon registriert?");
    assertThat(
            first
                .post("/signup", Map.of("company", "", "name", "", "email", "X", "zone", "Mars"))
                .body())
        .contains("4 Dinge stimmen nicht", "Sagen Sie, wie Ihre Firma heißt.")
        .contains("Eine E-Mail-Adresse sieht aus wie ann@example.com, dies aber ist: x");
    String link =
        where(
            first.post(
                "/signup",
                Map.of(
                    "company",
                    "Globex",
                    "name",
                    "Flo",
                    "email",
                    "flo@globex.example",
                    "zone",
                    "Europe/Berlin")));
    Person flo = somebody();
    assertThat(flo.get(link).body()).contains(GERMAN, "Guten Tag, Flo.", "Kennwort festlegen");
    assertThat(flo.post(link, Map.of("password", "short7", "again", "other")).body())
        .contains("2 Dinge stimmen nicht", "Die beiden Kennwörter sind nicht gleich.")
        .contains(
            "Ein Kennwort hat mindestens 8 Zeichen. Ein Kennwort hat einen großen Buchstaben.");
    flo.post(link, Map.of("password", "Globex-2026", "again", "Globex-2026"));
    assertThat(flo.get("/account").body())
        .contains(GERMAN, "Ihr Konto", "Ihre Rolle: Admin.", "Code beim Anmelden")
        .contains("<option value=\"de\" selected>Deutsch</option>");
    assertThat(flo.get("/account/code").body())
        .contains(GERMAN, "Scannen Sie das Quadrat", "Sechs Ziffern");
    assertThat(somebody().get(link).body()).contains("lang=\"en\"", "This link is not good");
    assertThat(somebody().reading("de").get(link).body())
        .contains(GERMAN, "Dieser Link gilt nicht mehr");
  }

  @AfterAll
  static void close() {
    staff.close();
    acme.close();
  }

  private static Person somebody() {
    return new Person(acme.app().address());
  }

  private static Person in(String name) {
    Person person = somebody();
    person.logIn(name + "@example.com", Staff.PASSWORD);
    return person;
  }

  private static String where(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void a_stranger_is_answered_in_the_language_of_his_browser() {
    Person stranger = somebody().reading("de-CH");
    assertThat(stranger.get("/").body()).contains(GERMAN, "Baton läuft", "Betreiber über");
    assertThat(stranger.get("/login?next=/my").body())
        .contains(GERMAN, "Neues Kennwort festlegen", "Agenten brauchen kein Kennwort");
    assertThat(stranger.logIn("nobody@example.com", "Wrong-1234").body())
        .contains(GERMAN, "Etwas stimmt nicht", "E-Mail und Kennwort gehören nicht zusammen.");
    assertThat(stranger.get("/login/code").body()).contains(GERMAN, "Code eingeben");
    assertThat(stranger.post("/login/code", Map.of("code", "1")).statusCode()).isEqualTo(303);
    assertThat(stranger.get("/password").body()).contains(GERMAN, "Er gilt 30 Minuten lang.");
    assertThat(stranger.post("/password", Map.of("email", "nobody@example.com")).body())
        .contains(GERMAN, "Sehen Sie in Ihre E-Mails", "Gibt es für nobody@example.com ein Konto");
    assertThat(stranger.get("/signup").body())
        .contains(GERMAN, "Hier kann sich niemand registrieren");
    assertThat(stranger.get("/o/none").body()).contains(GERMAN, "Hier ist nichts");
    assertThat(stranger.get("/connect/callback").body())
        .contains(GERMAN, "Hier hat niemand begonnen", "Für einen neuen Versuch");
    assertThat(somebody().reading("fr").get("/login").body()).contains("lang=\"en\"", "Log in");
  }

  @Test
  void an_agent_chooses_a_language_for_his_pages_and_his_messages() {
    staff.add(Installation.ACME, "ann", Role.AGENT, Optional.of(new AgentId("ann")));
    var contacts = new JdbcContactBook(staff.database(), SEALING);
    ContactSettings before = ContactSettings.DEFAULT.reachedAt("+4915112345678");
    contacts.put(Installation.ACME, new AgentId("ann"), before, Instant.now());
    Person ann = in("ann");
    String page = ann.get("/account").body();
    assertThat(FormOnPage.fields(page, "/account/language")).containsEntry("language", "en");
    assertThat(page).contains("<option value=\"de\">Deutsch</option>");

    String told = where(ann.fill("/account", "/account/language", Map.of("language", "de")));

    assertThat(ann.get(told).body())
        .contains(GERMAN, "Ihre Sprache ist geändert.", "Ihre Rolle: Agent.");
    assertThat(contacts.of(Installation.ACME, new AgentId("ann"))).isEqualTo(before.in("de"));
    assertThat(languageOf("ann")).isEqualTo("de");
    HttpResponse<String> weak =
        ann.fill(
            "/account",
            "/account/password",
            Map.of("current", "no", "password", "Weak-pass", "again", "other"));
    assertThat(weak.body())
        .contains("2 Dinge stimmen nicht", "Das ist nicht Ihr jetziges Kennwort.");
    assertThat(ann.fill("/account", "/account/name", Map.of("name", "")).body())
        .contains("Ein Name hat 1 bis 200 Zeichen");
    assertThat(ann.get("/audit").body())
        .as("what went wrong is told in English, within a German page")
        .contains(GERMAN, "<h1 lang=\"en\">Not for your role</h1>", "Abmelden");
  }

  private static String languageOf(String name) {
    return new JdbcAccounts(staff.database(), SEALING)
        .byEmail(new EmailAddress(name + "@example.com"))
        .orElseThrow()
        .language();
  }

  @Test
  void a_language_baton_does_not_know_is_refused() {
    staff.add(Installation.ACME, "eve", Role.ADMIN, Optional.empty());
    Person eve = in("eve");
    eve.fill("/account", "/account/language", Map.of("language", "de"));
    for (String unknown : List.of("fr", "de-AT", "", "x".repeat(50))) {
      HttpResponse<String> refused =
          eve.fill("/account", "/account/language", Map.of("language", unknown));
      assertThat(refused.statusCode()).as(unknown).isEqualTo(400);
      assertThat(refused.body()).contains(GERMAN, "Wählen Sie eine der Sprachen.");
      assertThat(languageOf("eve")).isEqualTo("de");
    }
    assertThat(eve.post("/account/language", Map.of("language", "en")).statusCode())
        .as("no form of ours")
        .isEqualTo(403);
    eve.fill("/account", "/account/language", Map.of("language", "en"));
    assertThat(eve.get("/account?done=language").body())
        .contains("lang=\"en\"", "Your language is changed.");
  }

  @Test
  void whoever_has_a_new_link_made_reads_of_it_in_his_language() {
    staff.add(Installation.ACME, "ida", Role.ADMIN, Optional.empty());
    Person ida = in("ida");
    ida.fill("/account", "/account/language", Map.of("language", "de"));
    assertThat(ida.fill("/account", "/users/agents/bob/link", Map.of()).body())
        .contains(GERMAN, "Ein neuer Link für bob", "Diese Installation sendet keine E-Mails.");
  }

  @Test
  void each_sentence_about_passwords_is_known_in_each_language() {
    Words german = Words.in("de");
    for (String password : List.of("", "aaaaaaaa", "AAAAAAAA", "A".repeat(129), "Good-1234")) {
      assertThat(PasswordWords.missing(password, Words.ENGLISH))
          .hasSameSizeAs(PasswordRule.wrong(password))
          .allMatch(sentence -> sentence.startsWith("A password has "));
      assertThat(PasswordWords.missing(password, german))
          .hasSameSizeAs(PasswordRule.wrong(password))
          .allMatch(sentence -> sentence.startsWith("Ein Kennwort hat "));
    }
  }
}
