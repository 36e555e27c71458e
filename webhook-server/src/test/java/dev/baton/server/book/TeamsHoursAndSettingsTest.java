package dev.baton.server.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Role;
import dev.baton.agent.AdminOverride;
import dev.baton.agent.AgentId;
import dev.baton.agent.Block;
import dev.baton.agent.Cap;
import dev.baton.agent.Distribution.Method;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Team;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.review.Drafts;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBooks.Publication.Published;
import dev.baton.server.Installation;
import dev.baton.server.people.FormOnPage;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcPresences;
import dev.baton.store.JdbcRoutingBooks;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Teams, settings and hours are changed on the pages; what is a fact of now acts at once. */
class TeamsHoursAndSettingsTest {
  private static final CompanyId OTHER = new CompanyId("other");
  private static final String HOURS = "/settings/hours";

  @TempDir Path data;
  private Installation acme;
  private Staff staff;
  private Person eve;

  @BeforeEach
  void open() {
    acme = new Installation(data, Optional.empty()).agent("ann", "Harbour").start();
    staff = new Staff(data);
    staff.add(Installation.ACME, "eve", Role.EDITOR, Optional.empty());
    eve = in("eve");
  }

  @AfterEach
  void close() {
    staff.close();
    acme.close();
  }

  private Person in(String name) {
    var person = new Person(acme.app().address());
    assertThat(person.logIn(name + "@example.com", Staff.PASSWORD).statusCode()).isEqualTo(303);
    return person;
  }

  private BookDraft published() {
    return new JdbcRoutingBooks(staff.database()).current(Installation.ACME).content();
  }

  private void publish(BookDraft book) {
    assertThat(
            new JdbcRoutingBooks(staff.database())
                .publish(Installation.ACME, book, "a test", Instant.now()))
        .isInstanceOf(Published.class);
  }

  /** Sends the form of a page with some fields typed; null takes a tick away. */
  private HttpResponse<String> type(String page, String action, String... typed) {
    Map<String, String> fields = FormOnPage.fields(eve.get(page).body(), action);
    for (int i = 0; i < typed.length; i += 2) fields.put(typed[i], typed[i + 1]);
    fields.values().removeIf(value -> value.equals("(off)"));
    return eve.post(action, fields);
  }

  private void saved(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }

  private void publishDraft() {
    assertThat(eve.fill("/draft", "/draft/publish", Map.of()).headers().firstValue("Location"))
        .contains("/draft?done=published");
  }

  private Team team(String id) {
    return published().teams().stream()
        .filter(t -> t.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void saving_pages_on_which_nobody_typed_changes_nothing() {
    BookDraft full = Drafts.full();
    publish(full);
    for (String page :
        List.of("/teams/north", "/teams/south", "/settings", HOURS, "/users/agents/ann/hours")) {
      saved(type(page, page));
      assertThat(eve.get("/draft").body()).as(page).contains("You have changed nothing");
    }
    assertThat(published()).isEqualTo(full);
  }

  @Test
  void a_new_team_takes_its_leads_from_when_it_is_published() {
    saved(
        type(
            "/teams/new",
            "/teams/new",
            "name",
            "Old Town & <Port>",
            "kind",
            "CASES",
            "tags",
            "Harbour",
            "method",
            "LOAD_BALANCE",
            "balancedBy",
            "WEEK",
            "member.ann",
            "yes",
            "weight.ann",
            "2",
            "caps.0.most",
            "5",
            "caps.0.period",
            "HOUR",
            "caps.1.most",
            "20",
            "caps.1.period",
            "ACTIVE",
            "slas.0.after",
            "15 minutes",
            "slas.0.consequence",
            "TAKE_BACK",
            "slas.0.switchOff",
            "yes",
            "own",
            "yes",
            "day.monday",
            "9-17",
            "sticky.field",
            "company",
            "sticky.time",
            "30 days",
            "actionInHours",
            "yes",
            "metrics.0.name",
            "Budget",
            "metrics.0.field",
            "budget"));
    assertThat(published().teams()).as("a draft").isEmpty();
    assertThat(eve.get("/teams").body())
        .contains("Old Town &amp; &lt;Port&gt;", "load balance, by week", "5 per hour; 20 active")
        .contains("contacted within 15 min, else take back and switched off");
    publishDraft();

    Team team = team("old-town-port");
    assertThat(team.kind()).isEqualTo(RecordKind.CASES);
    assertThat(team.tags()).containsExactly("Harbour");
    assertThat(team.distribution().method()).isEqualTo(Method.LOAD_BALANCE);
    assertThat(team.distribution().balancedBy()).isEqualTo(Cap.Period.WEEK);
    assertThat(team.members())
        .extracting(m -> m.agent() + " " + m.weight())
        .containsExactly("ann 2");
    assertThat(team.slas()).hasSize(1);
    assertThat(team.sticky().orElseThrow().time()).isEqualTo(Duration.ofDays(30));
    assertThat(team.reports().actionInHours()).isTrue();
    assertThat(team.reports().metrics()).hasSize(1);
    assertThat(team.hours().orElseThrow().on(DayOfWeek.MONDAY))
        .containsExactly(new Block(LocalTime.of(9, 0), LocalTime.of(17, 0)));
  }

  @Test
  void a_team_with_anything_wrong_is_told_all_of_it_and_keeps_what_was_typed() {
    HttpResponse<String> wrong =
        type(
            "/teams/new",
            "/teams/new",
            "name",
            "",
            "tags",
            "Nowhere",
            "caps.0.most",
            "lots",
            "day.sunday",
            "9-25",
            "own",
            "yes");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("3 things are wrong", "value=\"lots\"", "value=\"9-25\"", "Nowhere");
    HttpResponse<String> unknown =
        type("/teams/new", "/teams/new", "name", "Town", "tags", "Nowhere");
    assertThat(unknown.statusCode()).isEqualTo(409);
    assertThat(unknown.body()).contains("the tag Nowhere, which does not exist", "href=\"#tags\"");
    assertThat(type("/teams/new", "/teams/new", "name", "New", "id", "new").statusCode())
        .isEqualTo(400);
    saved(type("/teams/new", "/teams/new", "name", "Town"));
    assertThat(type("/teams/new", "/teams/new", "name", "Town").body())
        .contains("another team has this id");
    assertThat(eve.get("/draft").body()).contains("team added").doesNotContain("Nowhere");
  }

  @Test
  void hours_are_shown_before_they_are_saved() {
    HttpResponse<String> looked =
        type(
            "/teams/new",
            "/teams/new",
            "own",
            "yes",
            "name",
            "T",
            "day.monday",
            "9-12",
            "look",
            "yes");
    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(looked.body()).contains("09:00–12:00", "value=\"9-12\"", "next opening");
    HttpResponse<String> company =
        type(HOURS, HOURS, "hours", "yes", "day.monday", "0:00-24:00", "look", "yes");
    assertThat(company.body()).contains("all day");
    assertThat(eve.get("/draft").body()).contains("You have changed nothing");
  }

  @Test
  void of_two_teams_the_first_takes_a_lead_and_the_other_can_be_put_before_it() {
    publish(Drafts.full());
    saved(eve.fill("/teams", "/teams/south/earlier", Map.of()));
    saved(eve.fill("/teams", "/teams/south/earlier", Map.of()));
    publishDraft();
    assertThat(published().teams()).extracting(Team::name).containsExactly("south", "north");
    saved(eve.fill("/teams/north", "/teams/north/remove", Map.of()));
    publishDraft();
    assertThat(published().teams()).extracting(Team::name).containsExactly("south");
    assertThat(eve.get("/teams/north").statusCode()).isEqualTo(404);
  }

  @Test
  void settings_hold_from_when_they_are_published() {
    saved(
        type(
            "/settings",
            "/settings",
            "window",
            "20 minutes",
            "catchall.ann",
            "yes",
            "everyAgentForUntagged",
            "yes",
            "disableQueuing",
            "yes",
            "spam.blocked",
            "casino\r\n@spam.example",
            "retention",
            "90"));
    assertThat(eve.get("/settings?done=saved").body())
        .contains("value=\"20 minutes\"", "Saved to your draft", "@spam.example");
    publishDraft();
    var settings = published().settings();
    assertThat(settings.window().length()).isEqualTo(Duration.ofMinutes(20));
    assertThat(settings.matching().everyAgentForUntagged()).isTrue();
    assertThat(settings.intake().queuing()).isFalse();
    assertThat(settings.intake().spam().blocked()).containsExactly("casino", "@spam.example");
    assertThat(published().agents().getFirst().catchall()).isTrue();
    HttpResponse<String> wrong =
        type("/settings", "/settings", "window", "1 minute", "lineLimit", "none", "retention", "0");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("3 things are wrong", "value=\"1 minute\"");
  }

  @Test
  void hours_hold_from_when_they_are_published_and_an_admins_word_at_once() {
    String never = DayOfWeek.from(Instant.now().atZone(ZoneOffset.UTC).plusDays(3)).name();
    saved(
        type(
            HOURS,
            HOURS,
            "zone",
            "Europe/Berlin",
            "hours",
            "yes",
            "day." + never.toLowerCase(java.util.Locale.ROOT),
            "9:00-12:30, 14-18",
            "dated",
            "2099-12-25 closed",
            "holidays",
            "2099-12-25, DE-BY, Christmas Day"));
    publishDraft();
    var calendar = published().settings().calendar();
    assertThat(calendar.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(calendar.holidays()).hasSize(1);
    assertThat(calendar.hours().orElseThrow().overrides()).hasSize(1);
    assertThat(eve.get(HOURS).body()).contains("Right now: closed", "12:30");

    type("/settings", "/settings", "retention", "90");
    saved(eve.fill(HOURS, HOURS + "/now", Map.of("until", "2099-01-01T12:00", "open", "yes")));
    assertThat(published().settings().calendar().hours().orElseThrow().adminOverride())
        .contains(
            new AdminOverride.OpenUntil(
                java.time.LocalDateTime.of(2099, 1, 1, 12, 0)
                    .atZone(ZoneId.of("Europe/Berlin"))
                    .toInstant()));
    assertThat(eve.get(HOURS).body())
        .contains("Right now: open", "Opened by an admin until Thu 1 Jan 2099, 12:00");
    assertThat(published().settings().retention().days()).as("still a draft").isEmpty();
    for (String until : List.of("", "tomorrow", "2020-01-01T12:00")) {
      assertThat(eve.fill(HOURS, HOURS + "/now", Map.of("until", until, "open", "no")).statusCode())
          .as(until)
          .isEqualTo(400);
    }
    saved(eve.fill(HOURS, HOURS + "/now", Map.of("lift", "yes")));
    assertThat(eve.get(HOURS).body()).contains("Right now: closed");
    eve.fill("/draft", "/draft/publish", Map.of());
    publishDraft();
    assertThat(published().settings().retention().days()).hasValue(90);
    assertThat(published().settings().calendar().hours()).isPresent();
  }

  @Test
  void an_agents_shift_is_a_draft_and_his_time_away_holds_at_once() {
    String page = "/users/agents/ann/hours";
    saved(type(page, page, "own", "yes", "day.friday", "22-6", "day.zone", "Asia/Tokyo"));
    publishDraft();
    var shift = published().agents().getFirst().schedule().shift().orElseThrow();
    assertThat(shift.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(shift.on(DayOfWeek.FRIDAY)).hasSize(1);

    saved(
        eve.fill(
            page,
            page + "/away",
            Map.of(
                "from", "2099-07-01T09:00", "to", "2099-07-15T09:00", "reason", "<b>Beach</b>")));
    var presences = new JdbcPresences(staff.database());
    Instant from = Instant.parse("2099-07-01T00:00:00Z");
    assertThat(
            presences
                .absences(Installation.ACME, Instant.now(), from.plusSeconds(1))
                .get(new AgentId("ann")))
        .as("on his own clock")
        .extracting(a -> a.from() + " " + a.reason())
        .containsExactly("2099-07-01T00:00:00Z <b>Beach</b>");
    String shown = eve.get(page).body();
    assertThat(shown).contains("&lt;b&gt;Beach", "Wed 1 Jul 2099, 09:00 to Wed 15 Jul 2099, 09:00");

    Map<String, String> back = FormOnPage.fields(shown, page + "/back");
    saved(eve.post(page + "/back", back));
    assertThat(presences.absences(Installation.ACME, Instant.now(), from.plusSeconds(1))).isEmpty();
    assertThat(eve.post(page + "/back", back).headers().firstValue("Location"))
        .as("pressed twice")
        .contains(page + "?done=gone");
    HttpResponse<String> wrong =
        eve.fill(page, page + "/away", Map.of("from", "", "to", "2001-01-01T00:00"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("2 things are wrong", "value=\"2001-01-01T00:00\"");
    staff.add(Installation.ACME, "ada", Role.ADMIN, Optional.empty());
    assertThat(in("ada").get("/audit").body()).contains("out of office", "back in office");
  }

  @Test
  void another_companys_teams_and_agents_are_not_there_and_agents_come_in_nowhere() {
    publish(Drafts.full());
    new JdbcCompanies(staff.database()).put(new Company(OTHER, "Other", ZoneOffset.UTC));
    staff.add(OTHER, "oz", Role.ADMIN, Optional.empty());
    staff.add(Installation.ACME, "ann", Role.AGENT, Optional.of(new AgentId("ann")));
    Person other = in("oz");
    Person agent = in("ann");
    assertThat(other.get("/teams").body()).doesNotContain("north");
    for (String page : List.of("/teams/north", "/users/agents/ann/hours")) {
      assertThat(other.get(page).statusCode()).as(page).isEqualTo(404);
      assertThat(other.fill("/account", page, Map.of()).statusCode()).as(page).isEqualTo(404);
    }
    for (String act : List.of("/teams/north/remove", "/users/agents/ann/hours/away")) {
      assertThat(other.fill("/account", act, Map.of()).statusCode()).as(act).isEqualTo(404);
    }
    for (String page : List.of("/teams", "/teams/north", "/settings", HOURS)) {
      assertThat(agent.get(page).statusCode()).as(page).isEqualTo(403);
    }
    assertThat(agent.fill("/account", HOURS + "/now", Map.of("lift", "yes")).statusCode())
        .isEqualTo(403);
    assertThat(Set.copyOf(published().teams())).isEqualTo(Set.copyOf(Drafts.full().teams()));
  }
}
