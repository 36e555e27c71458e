package dev.baton.server.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.account.Account;
import dev.baton.account.Role;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.server.Installation;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import dev.baton.store.JdbcAccounts;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.Sealing;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What went in and out is looked at on pages, and set going once more. */
class DeliveriesPagesTest {
  private static Installation acme;
  private static Staff staff;

  @BeforeAll
  static void open(@TempDir Path data) {
    acme = new Installation(data, Optional.empty()).agent("ann", "Harbour").start();
    staff = new Staff(data);
    staff.add(Installation.ACME, "ed", Role.EDITOR, Optional.empty());
    staff.add(Installation.ACME, "eve", Role.ADMIN, Optional.empty());
    var other = new CompanyId("other");
    new JdbcCompanies(staff.database()).put(new Company(other, "Other", ZoneOffset.UTC));
    staff.add(other, "oz", Role.ADMIN, Optional.empty());
  }

  @AfterAll
  static void close() {
    staff.close();
    acme.close();
  }

  private static Person in(String name) {
    var person = new Person(acme.app().address());
    assertThat(person.logIn(name + "@example.com", Staff.PASSWORD).statusCode()).isEqualTo(303);
    return person;
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
  }

  private static String first(Person person, String query) {
    String body =
        soon()
            .until(
                () -> person.get("/deliveries" + query).body(),
                b -> b.contains("<tr><th scope=\"row\">"));
    Matcher found = Pattern.compile("<tr><th scope=\"row\"><a href=\"([^\"]+)\"").matcher(body);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void a_task_is_shown_with_what_was_asked_and_answered_and_nothing_of_the_customer() {
    acme.leadArrives();
    Person ed = in("ed");
    String task = first(ed, "?direction=out&state=DONE");
    String page = ed.get(task).body();
    assertThat(page).contains("Task of offer 1 for ann", "Create a task for owner", "written");
    assertThat(page).containsPattern("\\d+ ms").doesNotContain("Cleo", "cleo", "+1555", "/o/");
    assertThat(page).doesNotContain("Try once more");
  }

  @Test
  void a_notice_is_worked_on_once_more_and_that_is_told() {
    acme.leadArrives();
    Person ed = in("ed");
    String notice = first(ed, "?direction=in&state=DONE");
    HttpResponse<String> again = ed.fill(notice, notice + "/replay", Map.of());
    assertThat(again.headers().firstValue("Location")).contains(notice + "?done=replayed");
    soon().until(() -> ed.get(notice).body(), body -> body.contains("skipped"));
    assertThat(in("eve").get("/audit").body()).contains("notice replayed");
  }

  @Test
  void what_is_on_hold_is_tried_once_more_alone_and_all_together() {
    Person ed = in("ed");
    String contact = acme.leadArrives();
    soon().until(() -> acme.taskFor(contact, "ann"), Optional::isPresent);
    acme.sandbox().faults().always().refuseValuesOf(contact);
    String link = acme.link(acme.taskFor(contact, "ann").orElseThrow()).getPath();
    new dev.baton.server.Browserless().press(acme.app().address().resolve(link), "accept");
    String held = first(ed, "?direction=out&state=ON_HOLD");
    assertThat(ed.get(held).body()).contains("on hold: validation", "Try once more");

    ed.fill(held, held + "/retry", Map.of());
    soon().until(() -> ed.get(held).body(), body -> body.contains("2 tries"));
    soon().until(() -> ed.get(held).body(), body -> body.contains("on hold"));
    acme.sandbox().faults().off();
    HttpResponse<String> all = ed.fill("/deliveries", "/deliveries/retry", Map.of());
    String where = all.headers().firstValue("Location").orElseThrow();
    assertThat(where).isEqualTo("/deliveries?direction=out&retried=1");
    assertThat(ed.get(where).body()).contains("One delivery is tried once more.");

    soon().until(() -> acme.ownerOf(contact), acme.ownerId("ann")::equals);
    assertThat(ed.fill("/deliveries", held + "/retry", Map.of()).statusCode())
        .as("nothing is on hold any more")
        .isEqualTo(409);
    assertThat(in("eve").get("/audit").body()).contains("delivery retried", "deliveries retried");
  }

  @Test
  void who_reads_german_sees_in_german_what_went_in_and_out_and_what_is_wrong() {
    Account greta = staff.add(Installation.ACME, "greta", Role.ADMIN, Optional.empty());
    new JdbcAccounts(staff.database(), new Sealing(new byte[32]))
        .change(greta.called("greta", "de"), Instant.now());
    Person reader = in("greta");
    acme.leadArrives();

    String task = first(reader, "?direction=out&state=DONE");
    assertThat(reader.get("/deliveries?direction=out&state=DONE").body())
        .contains(
            "lang=\"de\"", "Neueste zuerst; UTC", "Aufgabe zu Angebot 1 für ann", ">erledigt<");
    assertThat(reader.get(task).body())
        .contains("ausgehend: Baton sagt es dem CRM", "Ein Versuch; UTC", ">geschrieben<")
        .contains("Namen, Adressen und Nummern von Kunden werden hier nie aufgehoben.")
        .doesNotContain("One try", ">written<");
    assertThat(reader.get("/deliveries?retried=2").body())
        .contains("2 Zustellungen werden noch einmal versucht.");
    assertThat(reader.get("/deliveries?state=LOST&lead=none").body())
        .contains("2 Dinge stimmen nicht", "Bitte wählen Sie einen der Zustände.")
        .contains("Ein Lead wird mit seiner ID genannt");
  }

  @Test
  void a_wrong_filter_is_told_and_another_companys_deliveries_are_not_there() {
    acme.leadArrives();
    String task = first(in("ed"), "?direction=out");
    Person oz = in("oz");
    assertThat(oz.get("/deliveries").body()).contains("There is nothing of that kind.");
    assertThat(oz.get(task).statusCode()).isEqualTo(404);
    assertThat(oz.fill("/deliveries", task + "/retry", Map.of()).statusCode()).isEqualTo(404);
    assertThat(oz.get("/deliveries/up/1").statusCode()).isEqualTo(404);
    HttpResponse<String> wrong = oz.get("/deliveries?state=LOST&lead=none&before=now");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("3 things are wrong", "value=\"none\"");
  }
}
