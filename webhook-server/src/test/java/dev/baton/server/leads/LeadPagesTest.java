package dev.baton.server.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.account.Account;
import dev.baton.account.Role;
import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Intake;
import dev.baton.routing.RoutingBooks.Publication;
import dev.baton.routing.SpamList;
import dev.baton.server.Installation;
import dev.baton.server.api.Program;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import dev.baton.store.JdbcAccounts;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.store.Sealing;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Admins and editors look at leads, say something of them and act on them; nobody else does. */
class LeadPagesTest {
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");
  private static final Pattern COMMENT = Pattern.compile("name=\"comment\" value=\"([^\"]+)\"");
  private static Installation acme;
  private static Program program;
  private static Staff staff;
  private static Person eve;
  private static Person ed;

  @BeforeAll
  static void open(@TempDir Path data) {
    acme =
        new Installation(data, Optional.empty())
            .agent("Ann", "Harbour")
            .agent("Bob", "Harbour")
            .start();
    program = new Program(acme);
    staff = new Staff(data);
    staff.add(Installation.ACME, "eve", Role.ADMIN, Optional.empty());
    staff.add(Installation.ACME, "ed", Role.EDITOR, Optional.empty());
    staff.add(Installation.ACME, "ann", Role.AGENT, Optional.of(new AgentId("ann")));
    new JdbcCompanies(staff.database())
        .put(new Company(new CompanyId("other"), "Other", ZoneOffset.UTC));
    staff.add(new CompanyId("other"), "oz", Role.ADMIN, Optional.empty());
    eve = in("eve");
    ed = in("ed");
  }

  @AfterAll
  static void close() {
    staff.close();
    acme.close();
  }

  @AfterEach
  void letLeadsIn() {
    takingIn(Intake.DEFAULT);
  }

  private static Person in(String name) {
    var person = new Person(acme.app().address());
    assertThat(person.logIn(name + "@example.com", Staff.PASSWORD).statusCode()).isEqualTo(303);
    return person;
  }

  private static void takingIn(Intake intake) {
    var books = new JdbcRoutingBooks(staff.database());
    BookDraft now = books.current(Installation.ACME).content();
    var draft = new BookDraft(now.tags(), now.agents(), now.teams(), now.settings().with(intake));
    if (draft.equals(now)) return;
    assertThat(books.publish(Installation.ACME, draft, "test", Instant.now()))
        .isInstanceOf(Publication.Published.class);
  }

  private static String lead() {
    return program.lead(acme.leadArrives());
  }

  private static String field(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  /** Looks at the form of an act, so that it knows how the lead stands. */
  private static Map<String, String> form(Person person, String address, String agent) {
    HttpResponse<String> page = person.get(address);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    var form = new HashMap<String, String>();
    form.put("csrf", person.csrf(address));
    form.put("seen", field(SEEN, page.body()));
    form.put("agent", agent);
    return form;
  }

  private static String status(String lead) {
    return program.file(lead).get("state").asText();
  }

  private static long events(String lead, String kind) {
    return program.file(lead).get("events").findValuesAsText("kind").stream()
        .filter(kind::equals)
        .count();
  }

  private static long count() {
    long all = 0;
    for (var count : Program.read(program.get("/api/v1/leads?limit=1")).get("counts")) {
      all += count.asLong();
    }
    return all;
  }

  private static String page(String lead) {
    return "/leads/" + lead;
  }

  // Who may ---------------------------------------------------------------------------------------

  @Test
  void agents_and_strangers_see_no_leads_of_the_company_and_do_nothing_to_them() {
    String lead = lead();
    Person ann = in("ann");
    Person stranger = new Person(acme.app().address());
    for (String address : List.of("/leads", page(lead), page(lead) + "/assign")) {
      assertThat(ann.get(address).statusCode()).as(address).isEqualTo(403);
      assertThat(stranger.get(address).statusCode()).as(address).isEqualTo(303);
      assertThat(ed.get(address).statusCode()).as(address).isEqualTo(200);
    }
    for (String what : List.of("assign", "move", "comments", "conversion", "deliveries")) {
      HttpResponse<String> pressed =
          ann.fill("/account", page(lead) + "/" + what, Map.of("agent", "ann", "text", "Mine"));
      assertThat(pressed.statusCode()).as(what).isEqualTo(403);
    }
    assertThat(status(lead)).isEqualTo("OFFERED");
  }

  @Test
  void another_companys_lead_is_not_there_whatever_is_done_with_it() {
    String lead = lead();
    Person oz = in("oz");
    assertThat(oz.get("/leads?q=cleo").body()).contains("No lead is like that");
    assertThat(oz.get("/leads").body()).doesNotContain(lead);
    List<String> all = new ArrayList<>(List.of("", "/why"));
    for (LeadAct act : LeadAct.values()) all.add("/" + act.address());
    for (String what : all) {
      assertThat(oz.get(page(lead) + what).statusCode()).as(what).isEqualTo(404);
    }
    for (String what : List.of("assign", "move", "comments", "conversion", "deliveries")) {
      HttpResponse<String> pressed =
          oz.fill("/account", page(lead) + "/" + what, Map.of("text", "x", "seen", "1"));
      assertThat(pressed.statusCode()).as(what).isEqualTo(404);
    }
    assertThat(oz.get("/leads/no-id").statusCode()).isEqualTo(404);
  }

  // The list --------------------------------------------------------------------------------------

  @Test
  void a_lead_is_found_by_words_and_narrowed_by_all_that_is_chosen_and_the_address_keeps_it() {
    String contact = acme.leadArrives();
    String lead = program.lead(contact);

    assertThat(ed.get("/leads").body()).contains(page(lead), "Cleo Canary", "offered");
    assertThat(ed.get("/leads?q=canary+" + contact).body()).contains(page(lead));
    assertThat(ed.get("/leads?q=" + contact + "&status=offered&tag=harbour").body())
        .contains(page(lead));
    assertThat(ed.get("/leads?q=" + contact + "&status=held").body())
        .contains("No lead is like that")
        .contains("value=\"" + contact + "\"");
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    assertThat(ed.get("/leads?from=" + today + "&to=" + today).body()).contains(page(lead));
    assertThat(ed.get("/leads?to=2001-01-01").body()).doesNotContain(page(lead));
  }

  @Test
  void what_is_wrong_in_the_address_is_told_at_once_and_nothing_is_guessed() {
    HttpResponse<String> wrong = ed.get("/leads?from=soon&status=lost&agent=%20x%3Cb%3E&q=kept");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("3 things are wrong", "value=\"soon\"", "value=\"kept\"")
        .doesNotContain("<b>");
  }

  @Test
  void pages_of_fifty_are_turned_without_losing_or_doubling_a_lead() {
    var all = new TreeSet<String>();
    String last = "";
    for (int i = 0; i < 53; i++) last = acme.leadArrives("Turning pages at the harbour");
    program.lead(last);
    await().atMost(Duration.ofSeconds(30)).until(() -> count() >= 53);
    var shown = new ArrayList<String>();
    String next = "/leads?tag=Harbour";
    int pages = 0;
    while (!next.isEmpty() && pages++ < 10) {
      String body = ed.get(next).body();
      Matcher line = Pattern.compile("<a href=\"/leads/([0-9a-f-]{36})\">").matcher(body);
      while (line.find()) shown.add(line.group(1));
      Matcher older = Pattern.compile("href=\"([^\"]+)\">Older<").matcher(body);
      next = older.find() ? older.group(1).replace("&amp;", "&") : "";
    }
    assertThat(pages).isGreaterThan(1);
    all.addAll(shown);
    assertThat(shown).hasSameSizeAs(all);
    assertThat(shown.size()).isGreaterThanOrEqualTo(53);
  }

  // One lead --------------------------------------------------------------------------------------

  @Test
  void a_lead_tells_where_it_stands_what_it_says_and_who_was_asked() {
    String lead = lead();
    String body = ed.get(page(lead)).body();
    assertThat(body)
        .contains("Cleo Canary", "has it alone until", "It was offered to", "customer.example")
        .contains("<mark>harbour</mark>")
        .contains(page(lead) + "/why");
    assertThat(ed.get(page(lead) + "/why").body())
        .contains("What was decided", "Log out", "in line");
  }

  // Acting ----------------------------------------------------------------------------------------

  @Test
  void an_assigned_lead_has_its_owner_and_an_entry_in_the_audit_log() {
    String lead = lead();
    String address = page(lead) + "/assign";
    Map<String, String> form = form(eve, address, "bob");

    HttpResponse<String> nobody = eve.fill(address, address, Map.of("seen", form.get("seen")));
    HttpResponse<String> first = eve.post(address, form);
    HttpResponse<String> second = eve.post(address, form);

    assertThat(nobody.statusCode()).isEqualTo(400);
    assertThat(nobody.body()).contains("Choose who gets it");
    assertThat(first.statusCode()).isEqualTo(303);
    assertThat(second.statusCode()).as("pressed twice").isEqualTo(303);
    assertThat(events(lead, "LeadAssigned")).isEqualTo(1);
    assertThat(ed.get(page(lead)).body()).contains("Bob owns it", "eve assigned it to Bob");
    String audit = eve.get("/audit").body();
    assertThat(audit.split("lead " + lead, -1)).as("one entry").hasSize(2);
    assertThat(audit).contains("lead assigned", "to Bob").doesNotContain("Canary");
    assertThat(ed.get(address).statusCode()).as("it is owned now").isEqualTo(409);
  }

  @Test
  void who_comes_too_late_sees_who_was_first() {
    String lead = lead();
    Map<String, String> form = form(ed, page(lead) + "/assign", "bob");
    eve.post(page(lead) + "/assign", form(eve, page(lead) + "/assign", "ann"));

    HttpResponse<String> late = ed.post(page(lead) + "/assign", form);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Nothing was changed", "Already taken by Ann", "Ann owns it");
    assertThat(program.file(lead).get("owner").asText()).isEqualTo("ann");
  }

  @Test
  void a_lead_sent_round_again_keeps_its_new_tags_and_goes_round_once() {
    String lead = lead();
    String address = page(lead) + "/resubmit";
    Map<String, String> form = form(eve, address, "");
    form.put("tags", "Old Town\nNo Such Tag");
    HttpResponse<String> wrong = eve.post(address, form);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("There is no tag “No Such Tag”", "Old Town");
    form.put("tags", "old-town");

    assertThat(eve.post(address, form).statusCode()).isEqualTo(303);
    assertThat(eve.post(address, form).statusCode()).isEqualTo(303);

    assertThat(events(lead, "RotationResubmitted")).isEqualTo(1);
    assertThat(ed.get(page(lead)).body()).contains("Old Town");
    assertThat(ed.get("/leads?tag=Old+Town").body()).contains(page(lead));
  }

  @Test
  void a_lead_is_moved_only_from_the_owner_who_was_seen() {
    String lead = lead();
    eve.post(page(lead) + "/assign", form(eve, page(lead) + "/assign", "ann"));
    Map<String, String> seenWithAnn = form(ed, page(lead) + "/move", "");
    Map<String, String> toBob = form(eve, page(lead) + "/move", "bob");
    assertThat(eve.post(page(lead) + "/move", toBob).statusCode()).isEqualTo(303);
    assertThat(eve.post(page(lead) + "/move", toBob).statusCode()).as("twice").isEqualTo(303);

    HttpResponse<String> late = ed.post(page(lead) + "/move", seenWithAnn);

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Meanwhile something has happened", "Bob owns it");
    assertThat(events(lead, "LeadReturned")).isEqualTo(1);
    Map<String, String> givenBack = form(ed, page(lead) + "/move", "");
    assertThat(ed.post(page(lead) + "/move", givenBack).statusCode()).isEqualTo(303);
    assertThat(events(lead, "LeadReturned")).isEqualTo(2);
    assertThat(status(lead)).as("both have had it").isEqualTo("DELINQUENT");
  }

  @Test
  void a_lead_that_is_given_back_is_offered_to_others_in_another_run() {
    String lead = lead();
    eve.post(page(lead) + "/assign", form(eve, page(lead) + "/assign", "ann"));

    ed.post(page(lead) + "/move", form(ed, page(lead) + "/move", ""));

    assertThat(ed.get(page(lead)).body())
        .contains("Bob has it alone until", "data-label=\"Run\">2<");
    assertThat(eve.get("/audit").body()).contains("lead moved", "starts again without its owner");
  }

  @Test
  void a_held_lead_is_released_once() {
    takingIn(new Intake(true, true, Duration.ofDays(30), SpamList.EMPTY));
    String lead = lead();
    assertThat(ed.get("/leads?status=held").body()).contains(page(lead));
    assertThat(ed.get(page(lead)).body()).contains("until an admin has looked at it");
    Map<String, String> form = form(ed, page(lead) + "/release", "");

    assertThat(ed.post(page(lead) + "/release", form).statusCode()).isEqualTo(303);
    assertThat(ed.post(page(lead) + "/release", form).statusCode()).isEqualTo(303);

    assertThat(status(lead)).isEqualTo("OFFERED");
    assertThat(events(lead, "LeadReleased")).isEqualTo(1);
  }

  @Test
  void a_quarantined_lead_is_restored_and_cannot_be_resubmitted_before() {
    var spam = new SpamList(List.of(), List.of("casino"));
    takingIn(new Intake(true, false, Duration.ofDays(30), spam));
    String lead = program.lead(acme.leadArrives("A casino at the harbour"));
    assertThat(ed.get("/leads?status=quarantined").body()).contains(page(lead));
    assertThat(ed.get(page(lead) + "/resubmit").statusCode()).isEqualTo(409);
    Map<String, String> form = form(ed, page(lead) + "/restore", "");

    assertThat(ed.post(page(lead) + "/restore", form).statusCode()).isEqualTo(303);
    assertThat(ed.post(page(lead) + "/restore", form).statusCode()).isEqualTo(303);

    assertThat(status(lead)).isEqualTo("OFFERED");
    assertThat(events(lead, "LeadRestored")).isEqualTo(1);
  }

  // Saying ----------------------------------------------------------------------------------------

  private static String owned() {
    String lead = lead();
    eve.post(page(lead) + "/assign", form(eve, page(lead) + "/assign", "ann"));
    return lead;
  }

  private static Map<String, String> saying(Person person, String lead, String text, String kind) {
    String body = person.get(page(lead)).body();
    var form = new HashMap<String, String>();
    form.put("csrf", person.csrf(page(lead)));
    form.put("comment", field(COMMENT, body));
    form.put("text", text);
    form.put("kind", kind);
    return form;
  }

  @Test
  void a_comment_is_told_and_a_memo_is_not_and_each_is_kept_once_however_often_it_is_pressed()
      throws Exception {
    String lead = owned();
    Map<String, String> comment = saying(ed, lead, "Call <b>before</b> noon", "comment");
    var presses = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 5; i++) {
      presses.add(
          () -> {
            var again = new Person(acme.app().address());
            again.steal(ed);
            return again.post(page(lead) + "/comments", comment).statusCode();
          });
    }
    try (var people = Executors.newFixedThreadPool(5)) {
      for (Future<Integer> press : people.invokeAll(presses)) {
        assertThat(press.get()).isEqualTo(303);
      }
    }
    ed.post(page(lead) + "/comments", saying(ed, lead, "Knows the boss", "memo"));

    assertThat(events(lead, "CommentAdded")).as("a memo does not count").isEqualTo(1);
    String body = ed.get(page(lead)).body();
    assertThat(body.split("Call &lt;b>before&lt;/b>|Call &lt;b&gt;before", -1)).hasSize(2);
    assertThat(body).contains("Knows the boss", "memo").doesNotContain("<b>before");
    assertThat(program.file(lead).get("deliveries").toString().split("SayComment", -1))
        .as("the CRM is told of the comment alone")
        .hasSize(2);
  }

  @Test
  void nobody_owns_it_so_a_comment_is_refused_and_a_memo_kept() {
    String lead = lead();
    HttpResponse<String> refused =
        ed.post(page(lead) + "/comments", saying(ed, lead, "Hello", "comment"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("A memo can be written");
    HttpResponse<String> empty = ed.post(page(lead) + "/comments", saying(ed, lead, " ", "memo"));
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(ed.post(page(lead) + "/comments", saying(ed, lead, "Hello", "memo")).statusCode())
        .isEqualTo(303);
  }

  private static Map<String, String> converting(Person person, String lead) {
    var form = new HashMap<String, String>();
    form.put("csrf", person.csrf(page(lead)));
    form.put("seen", field(SEEN, person.get(page(lead)).body()));
    form.put("contact", "CONTACTED");
    form.put("deal", "NONE");
    return form;
  }

  @Test
  void an_admin_says_how_far_the_owner_has_come_and_finds_it_in_the_form_again() {
    String lead = owned();
    Map<String, String> form = converting(ed, lead);
    form.put("deal", "CLOSED_WON");
    form.put("value", "1200.5");
    form.put("currency", "eur");
    form.put("reason", "Liked: the lift");

    assertThat(ed.post(page(lead) + "/conversion", form).statusCode()).isEqualTo(303);
    assertThat(ed.post(page(lead) + "/conversion", form).statusCode()).as("twice").isEqualTo(303);

    assertThat(events(lead, "FeedbackGiven")).isEqualTo(1);
    assertThat(ed.get(page(lead)).body())
        .contains("value=\"1200.50\"", "value=\"EUR\"", "value=\"Liked: the lift\"")
        .contains("Contacted, Closed won, 1200.50 EUR: Liked: the lift");
  }

  @Test
  void all_that_is_wrong_in_a_conversion_is_told_and_what_somebody_changed_meanwhile() {
    String lead = owned();
    Map<String, String> wrong = converting(ed, lead);
    wrong.put("value", "much");
    wrong.put("currency", "gold");
    wrong.put("reason", "kept");
    HttpResponse<String> told = ed.post(page(lead) + "/conversion", wrong);
    assertThat(told.statusCode()).isEqualTo(400);
    assertThat(told.body())
        .contains("2 things are wrong", "value=\"much\"", "value=\"gold\"", "value=\"kept\"");

    Map<String, String> stale = converting(ed, lead);
    Map<String, String> first = converting(eve, lead);
    first.put("deal", "CLOSED_LOST");
    eve.post(page(lead) + "/conversion", first);
    HttpResponse<String> late = ed.post(page(lead) + "/conversion", stale);
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains("Meanwhile somebody has changed it", "closed lost");
    assertThat(events(lead, "FeedbackGiven")).isEqualTo(1);
    stale.put("seen", field(SEEN, late.body()));
    assertThat(ed.post(page(lead) + "/conversion", stale).statusCode()).isEqualTo(303);
    assertThat(events(lead, "FeedbackGiven")).isEqualTo(2);
  }

  // In another language ---------------------------------------------------------------------------

  @Test
  void who_reads_german_sees_leads_in_german_and_is_told_so_what_is_wrong_and_what_follows() {
    Account greta = staff.add(Installation.ACME, "greta", Role.ADMIN, Optional.empty());
    new JdbcAccounts(staff.database(), new Sealing(new byte[32]))
        .change(greta.called("greta", "de"), Instant.now());
    Person reader = in("greta");
    String lead = lead();

    assertThat(reader.get("/leads").body())
        .contains("lang=\"de\"", "Neueste zuerst, Zeiten in", "Inhaber oder gerade gefragt")
        .contains(">angeboten<", "wird gefragt", "<option value=\"delinquent\">liegen geblieben<")
        .doesNotContain("Newest first", ">offered<", "is asked");
    HttpResponse<String> unlike = reader.get("/leads?from=soon&status=lost");
    assertThat(unlike.statusCode()).isEqualTo(400);
    assertThat(unlike.body())
        .contains("2 Dinge stimmen nicht", "Ein Datum schreibt man so: 2026-07-31.")
        .contains("Diesen Status gibt es nicht.");
    assertThat(reader.get(page(lead)).body())
        .contains("lang=\"de\"", "Alle Zeiten in", "Was ein Agent vor dem Annehmen sieht")
        .contains("in der Reihe", "Aufgabe zu Angebot 1 für", "Noch einmal bearbeiten")
        .contains("Von einer Notiz erfährt niemand, und sie zählt nicht.");

    String address = page(lead) + "/assign";
    Map<String, String> form = form(reader, address, "");
    HttpResponse<String> nobody = reader.post(address, form);
    assertThat(nobody.statusCode()).isEqualTo(400);
    assertThat(nobody.body())
        .contains("Diesen Lead zuweisen", "Er gehört dem Agenten sofort, ohne Angebot.")
        .contains("Bitte wählen Sie, wer ihn bekommt.", "Alles lassen, wie es ist");
    form.put("agent", "ann");
    String done = reader.post(address, form).headers().firstValue("Location").orElseThrow();
    assertThat(reader.get(done).body()).contains("Er ist zugewiesen.", ">zugewiesen<");
    assertThat(reader.get(address).body())
        .contains("So, wie er jetzt steht, geht das nicht. Nichts wurde geändert.");
    assertThat(eve.get(page(lead)).body()).contains("lang=\"en\"", "Comments and memos");
  }

  // Deliveries ------------------------------------------------------------------------------------

  @Test
  void a_notice_of_the_lead_is_worked_on_once_more_and_nobody_elses() {
    String lead = lead();
    String other = lead();
    String body = ed.get(page(lead)).body();
    assertThat(body).contains("Created: contacts", "Work on it once more");
    String id = field(Pattern.compile("name=\"delivery\" value=\"(\\d+)\""), body);
    Map<String, String> notice = Map.of("direction", "in", "delivery", id);

    assertThat(ed.fill(page(other), page(other) + "/deliveries", notice).statusCode())
        .isEqualTo(404);
    assertThat(ed.fill(page(lead), page(lead) + "/deliveries", notice).statusCode()).isEqualTo(303);
    assertThat(eve.get("/audit").body()).contains("delivery retried", "IN " + id);
    assertThat(
            ed.fill(
                    page(lead),
                    page(lead) + "/deliveries",
                    Map.of("direction", "out", "delivery", "999999"))
                .statusCode())
        .isEqualTo(404);
  }
}
