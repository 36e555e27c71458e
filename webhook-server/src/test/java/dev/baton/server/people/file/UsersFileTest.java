package dev.baton.server.people.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Role;
import dev.baton.server.Installation;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users leave as a file and come as one, and nobody becomes more than he may. */
class UsersFileTest {
  private static final String IMPORT = "/users/import";

  @TempDir Path data;
  private Installation acme;
  private Staff staff;
  private Person eve;
  private Person ed;

  @BeforeEach
  void open() {
    acme =
        new Installation(data, Optional.empty())
            .agent("Ann", "Harbour", "Zip: 90200-90299")
            .catchall("Bob")
            .start();
    staff = new Staff(data);
    staff.add(Installation.ACME, "eve", Role.ADMIN, Optional.empty());
    staff.add(Installation.ACME, "ed", Role.EDITOR, Optional.empty());
    eve = in("eve");
    ed = in("ed");
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

  private static HttpResponse<String> look(Person who, byte[] file) {
    return who.upload(IMPORT, IMPORT, Map.of("text", ""), Optional.of(file));
  }

  private static HttpResponse<String> look(Person who, String file) {
    return look(who, file.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> takeOver(Person who, String file) {
    return who.upload(IMPORT, IMPORT + "/take-over", Map.of("text", file), Optional.empty());
  }

  @Test
  void what_was_exported_changes_nothing_when_it_is_imported_again() {
    change("ann", "=Ann, \"A\" 'n", "Harbour\nPK_10");
    eve.fill(
        "/users/agents/ann/contact",
        "/users/agents/ann/contact",
        Map.of("by-SMS", "yes", "mobile", "+4915112345678", "language", "de"));
    eve.fill("/users/agents/bob", "/users/agents/bob/availability", Map.of("available", "no"));

    HttpResponse<String> file = eve.get("/users/export.csv");

    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(file.body())
        .contains("E-mail,Name,Id,Role,Mobile,Catchall,SMS,Available,Language,Tags")
        .contains("\"'=Ann, \"\"A\"\" 'n\"", "'+4915112345678", "Office | 48.1, 11.5 | 30")
        .contains("eve@example.com,eve,,Admin");
    HttpResponse<String> preview = look(eve, file.body());
    assertThat(preview.body()).contains("0 new, 0 updated, 4 unchanged.");
    assertThat(preview.body()).doesNotContain("Take it over");
  }

  /** With a location, too. */
  private void change(String id, String name, String tags) {
    HttpResponse<String> saved =
        eve.fill(
            "/users/agents/" + id,
            "/users/agents/" + id,
            Map.of(
                "name",
                name,
                "email",
                id + "@example.org",
                "tags",
                tags,
                "active",
                "yes",
                "place-name-0",
                "Office",
                "place-at-0",
                "48.1, 11.5",
                "place-radius-0",
                "30"));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
  }

  @Test
  void a_file_is_looked_at_and_then_goes_into_the_draft_and_the_rest_holds_at_once() {
    String file =
        """
        Name;E-Mail;Tags;Catchall;Mobile;SMS
        Ann Brook;ANN@example.org;"Harbour, MAX_3_DAY";;0049 151 / 123456;yes
        Cid;cid@example.org;Old Town;no;;
        """;

    HttpResponse<String> preview = look(eve, file);

    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body())
        .contains("1 new, 1 updated, 0 unchanged.", "It was read as UTF-8.")
        .contains("Mobile: nothing → +49151123456 (at once)", "Name: Ann → Ann Brook")
        .as("what goes without saying")
        .doesNotContain("Role: Agent");
    assertThat(eve.get("/users").body()).as("only looked at").doesNotContain("Cid", "+49151");
    assertThat(takeOver(eve, sentBack(preview.body())).statusCode()).isEqualTo(303);
    assertThat(eve.get("/users").body())
        .contains("Ann Brook", "Cid", "MAX_3_DAY", "+49151123456")
        .contains("2 changes to publish");
    assertThat(ed.get("/users").body())
        .as("in the draft of who imported it")
        .doesNotContain("Cid")
        .contains("+49151123456");
    assertThat(eve.get("/users").body().split("ann@example.org", -1)).as("not doubled").hasSize(2);
    assertThat(eve.get("/audit").body()).contains("users imported", "1 new, 1 updated");
  }

  /** What the page holds of the file, as a browser sends it. */
  private static String sentBack(String page) {
    Matcher text = Pattern.compile("name=\"text\" value=\"([^\"]*)\"").matcher(page);
    assertThat(text.find()).as(page).isTrue();
    return text.group(1)
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
  }

  @Test
  void rows_that_are_wrong_are_told_by_line_and_left_out() {
    String file =
        """
        E-mail,Name,Id,Tags,Catchall,Mobile,Locations,Role
        dan@example.org,Dan,,Castle,,,,
        no address,Eli,,,,,,
        fay@example.org,,,,,,,
        ann@example.org,Ann,annie,,perhaps,123,,
        gus@example.org,Gus,ann,,,,,
        hal@example.org,Hal,,,,,nowhere,King
        ian@example.org,Ian,,,,,,
        IAN@example.org,Ian again,,,,,,
        jim@example.org,Jim,,Zip: 9-1,,,,
        """;

    String page = look(eve, file).body();

    assertThat(page)
        .contains("1 new, 0 updated, 0 unchanged, 8 left out.")
        .contains(
            "There is no tag “Castle”", "An e-mail address looks like", "The name is missing.")
        .contains("The id is ann, for ever", "Catchall is yes or no, but it was “perhaps”.")
        .contains("A mobile number is like +4915112345678.", "The id ann belongs to Ann")
        .contains("A location is written", "A role is Agent, Editor or Admin")
        .contains("The file speaks of this user already, in line 8.")
        .contains("For example: Zip: 90200-90299")
        .containsPattern("data-label=\"Line\">5</td><th scope=\"row\">Ann<");
    takeOver(eve, file);
    assertThat(eve.get("/users").body()).contains("Ian").doesNotContain("Ian again", "Dan", "Gus");
  }

  @Test
  void an_editor_gives_no_role_and_nobody_makes_himself_an_admin() {
    String file =
        """
        E-mail,Name,Role,Answers leads
        ed@example.com,ed,Admin,no
        new@example.org,New,Admin,yes
        """;

    assertThat(look(ed, file).body())
        .contains(
            "Only an admin changes roles.", "Only an admin gives the role Admin.", "2 left out");
    takeOver(ed, file);
    assertThat(eve.get("/users").body()).doesNotContain("New<");
    assertThat(ed.get("/audit").statusCode()).as("still an editor").isEqualTo(403);
    assertThat(look(eve, "email,role,answers leads\neve@example.com,Agent,no\n").body())
        .contains("You cannot change your own role");
    takeOver(eve, file);
    assertThat(ed.logIn("ed@example.com", Staff.PASSWORD).statusCode()).isEqualTo(303);
    assertThat(ed.get("/audit").statusCode()).as("an admin made him one").isEqualTo(200);
    assertThat(eve.get("/audit").body()).contains("role changed", "account added");
  }

  @Test
  void what_the_draft_would_have_wrong_keeps_all_of_it_out() {
    var file = new StringBuilder("E-mail,Name,Catchall\n");
    for (int i = 0; i < 5; i++) file.append("c").append(i).append("@example.org,C,yes\n");

    assertThat(look(eve, file.toString()).body())
        .contains("Catchall: 6 agents, but at most 5 may be.")
        .doesNotContain("Take it over");
    HttpResponse<String> refused = takeOver(eve, file.toString());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(eve.get("/users").body()).doesNotContain("c0@example.org");
  }

  @Test
  void letters_of_other_encodings_arrive_and_formulas_are_text() {
    String file = "E-mail,Name\nzoe@example.org,\"=HYPERLINK(\"\"x\"\") Zoë <b>Größer\"\n";

    String page = look(eve, file.getBytes(Charset.forName("windows-1252"))).body();

    assertThat(page)
        .contains("It was read as Windows-1252.")
        .contains("=HYPERLINK(", "Zoë &lt;b&gt;Größer");
    assertThat(look(eve, file.getBytes(StandardCharsets.UTF_16)).body())
        .contains("It was read as UTF-16.", "Größer");
    assertThat(look(eve, new byte[] {'P', 'K', 3, 4, 0, 0}).body()).contains("save it as CSV");
  }

  @Test
  void without_a_file_its_lines_may_be_pasted_and_without_both_it_says_so() {
    HttpResponse<String> pasted =
        eve.upload(
            IMPORT, IMPORT, Map.of("text", "email\tname\nz@example.org\tZ"), Optional.empty());
    assertThat(pasted.body()).contains("1 new, 0 updated");
    HttpResponse<String> nothing = eve.upload(IMPORT, IMPORT, Map.of("text", ""), Optional.empty());
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(nothing.body()).contains("Choose a file, or paste its lines.");
    HttpResponse<String> forged = eve.post(IMPORT, Map.of("text", "email\n"));
    assertThat(forged.statusCode()).as("not from our page").isEqualTo(403);
  }

  @Test
  void twenty_thousand_users_are_imported_while_one_waits() {
    var file = new StringBuilder("E-mail,Name,Tags,Mobile\n");
    for (int i = 0; i < 20_000; i++) {
      file.append("u").append(i).append("@example.org,User ").append(i).append(",Harbour,");
      file.append("+4915").append(10_000_000 + i).append('\n');
    }

    HttpResponse<String> preview = look(eve, file.toString());
    assertThat(preview.body()).contains("20000 new, 0 updated", "and 19800 more");
    assertThat(takeOver(eve, file.toString()).statusCode()).isEqualTo(303);
    assertThat(look(eve, file.toString()).body()).contains("0 new, 0 updated, 20000 unchanged");
    assertThat(look(eve, file + "x@example.org,X,,\n").body()).contains("more than 20,000 rows");
  }
}
