package dev.baton.server.my;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import dev.baton.server.people.OwnLink;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offers that end soon, in a company whose admins say who is there. */
class SwitchedOffTest {
  @TempDir Path data;

  @Test
  void a_missed_lead_can_be_had_another_chance_at_and_the_task_of_an_own_one_leads_to_all() {
    try (var acme =
            new Installation(data, Optional.empty())
                .agent("ann", "Harbour")
                .windows(Duration.ofSeconds(3), Duration.ofHours(1))
                .start();
        var staff = new Staff(data)) {
      var ann = new Person(acme.app().address());
      ann.comeBy(OwnLink.of(staff.database(), data, Installation.ACME, "ann"));
      String contact = acme.leadArrives();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> ann.get("/my").body().contains("A lead for you"));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> ann.get("/my").body().contains("You missed this lead"));
      String page = ann.get("/my").body();
      assertThat(page).contains("Give me another chance").doesNotContain("Cleo");
      String key = page.split("name=\"offer\" value=\"")[1].split("\"")[0];

      ann.fill("/my", "/my/another-chance", Map.of("offer", key));

      var link =
          await()
              .atMost(Duration.ofSeconds(20))
              .until(() -> acme.taskFor(contact, "ann"), Optional::isPresent)
              .map(acme::link)
              .orElseThrow();
      assertThat(new Browserless().press(link, "accept"))
          .contains("This lead is yours", "Manage all my leads");
      String own = OwnLink.of(staff.database(), data, Installation.ACME, "ann");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  acme.portal().tasksOf("contacts", contact).stream()
                      .anyMatch(
                          task ->
                              task.value("hs_task_body").contains("Accepted by ann")
                                  && task.value("hs_task_body").contains(own)));
      assertThat(acme.portal().tasksOf("contacts", contact))
          .as("a task of an offer that ended otherwise")
          .anyMatch(task -> !task.value("hs_task_body").contains(own));

      HttpResponse<String> refused = ann.fill("/my", "/my/availability", Map.of("available", "no"));
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.body()).contains("An admin does that");
      assertThat(ann.get("/my").body())
          .contains("Leads are offered to you", "An admin can change that")
          .doesNotContain("Offer me nothing");
    }
  }
}
