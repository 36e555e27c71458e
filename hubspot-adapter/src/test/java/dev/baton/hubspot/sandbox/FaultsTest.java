package dev.baton.hubspot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.hubspot.sandbox.Caller.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsTest extends SandboxTest {
  private static final String PHONE = json("{'properties':{'phone':'1'}}");

  private final String ann = ann();
  private final String bob = portal.createContact(Map.of("firstname", "Bob"));

  FaultsTest() {
    super(SandboxSettings.defaults().withoutLimits());
  }

  @Test
  void a_fault_hits_as_many_calls_as_were_planned() throws IOException {
    sandbox.faults().next(2).tooManyCalls("TEN_SECONDLY_ROLLING");

    Reply hit = app.get(CONTACTS);
    assertThat(hit.status()).isEqualTo(429);
    assertThat(hit.json().path("policyName").asText()).isEqualTo("TEN_SECONDLY_ROLLING");
    assertThat(app.get(CONTACTS).status()).isEqualTo(429);
    assertThat(app.get(CONTACTS).status()).isEqualTo(200);
  }

  @Test
  void a_fault_hits_the_calls_it_aims_at_in_every_spelling() throws IOException {
    sandbox.faults().always().on("GET", "/crm/objects/2026-09/contacts").in("4711").fail(502);
    var other = new Caller(sandbox, sandbox.portal("4712").serviceKey());

    assertThat(app.get("/crm/v3/objects/contacts").status()).isEqualTo(502);
    assertThat(app.patch(CONTACTS + "/" + ann, PHONE).status()).isEqualTo(200);
    assertThat(app.get(TASKS).status()).isEqualTo(200);
    assertThat(other.get(CONTACTS).status()).isEqualTo(200);
  }

  @Test
  void a_fault_lasts_until_it_is_switched_off() throws IOException {
    Fault down = sandbox.faults().always().beDown(503);

    Reply hit = app.get(CONTACTS);
    assertThat(hit.status()).isEqualTo(503);
    assertThat(hit.header("Content-Type")).startsWith("text/html");
    down.off();
    assertThat(app.get(CONTACTS).status()).isEqualTo(200);
    sandbox.faults().always().refuseToken();
    assertThat(app.get(CONTACTS).json().path("category").asText())
        .isEqualTo("INVALID_AUTHENTICATION");
    sandbox.faults().off();
    assertThat(app.get(CONTACTS).status()).isEqualTo(200);
  }

  @Test
  void a_lost_answer_follows_work_that_was_done() throws IOException {
    sandbox.faults().next(1).on("POST", TASKS).loseAnswer();
    String task = json("{'properties':{'hs_timestamp':'1795342500000'}}");

    assertThatThrownBy(() -> app.post(TASKS, task)).isInstanceOf(IOException.class);

    assertThat(portal.tasks()).hasSize(1);
    assertThat(sandbox.calls().getLast().status()).isZero();
    assertThat(app.post(TASKS, task).status()).isEqualTo(201);
  }

  @Test
  void a_broken_connection_leaves_no_work_behind() throws IOException {
    sandbox.faults().next(1).breakConnection();

    assertThatThrownBy(() -> app.patch(CONTACTS + "/" + ann, PHONE))
        .isInstanceOf(IOException.class);

    assertThat(portal.record("contacts", ann).orElseThrow().value("phone")).isEmpty();
  }

  @Test
  void a_late_answer_is_late() throws IOException {
    sandbox.faults().next(1).answerLate(Duration.ofMillis(300));
    long start = System.nanoTime();

    assertThat(app.get(CONTACTS).status()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
  }

  @Test
  void a_locked_record_refuses_one_write_and_leaves_the_others_alone() throws IOException {
    sandbox.faults().next(1).lock(ann);

    assertThat(app.patch(CONTACTS + "/" + bob, PHONE).status()).isEqualTo(200);
    assertThat(app.get(CONTACTS + "/" + ann).status()).isEqualTo(200);
    assertThat(app.patch(CONTACTS + "/" + ann, PHONE).status()).isEqualTo(423);
    assertThat(app.patch(CONTACTS + "/" + ann, PHONE).status()).isEqualTo(200);
  }

  @Test
  void a_rule_of_the_admin_refuses_values() throws IOException {
    sandbox.faults().always().refuseValuesOf(ann);

    Reply refused = app.patch(CONTACTS + "/" + ann, PHONE);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("category").asText()).isEqualTo("VALIDATION_ERROR");
    assertThat(refused.json().path("message").asText()).doesNotContain("hubspot_owner_id");
    sandbox.faults().next(1).refuseValues();
    assertThat(app.post(CONTACTS, PHONE).status()).isEqualTo(400);
    assertThat(app.post(CONTACTS, PHONE).status()).isEqualTo(201);
  }

  @Test
  void some_of_a_batch_fail_and_the_others_do_not() throws IOException {
    sandbox.faults().next(1).failItems(ann);
    String both = json("{'inputs':[{'id':'" + ann + "'},{'id':'" + bob + "'}]}");

    Reply first = app.post(CONTACTS + "/batch/read", both);
    Reply second = app.post(CONTACTS + "/batch/read", both);

    assertThat(first.status()).isEqualTo(207);
    assertThat(first.json().at("/results/0/id").asText()).isEqualTo(bob);
    assertThat(first.json().at("/errors/0/context/ids/0").asText()).isEqualTo(ann);
    assertThat(second.status()).isEqualTo(200);
  }

  @Test
  void an_account_on_the_move_says_when_to_come_back() throws IOException {
    sandbox.faults().next(1).migrate(Duration.ofSeconds(7));
    sandbox.faults().next(1).missScopes();

    Reply moving = app.get(CONTACTS);
    assertThat(moving.status()).isEqualTo(477);
    assertThat(moving.header("Retry-After")).isEqualTo("7");
    assertThat(app.get(CONTACTS).status()).isEqualTo(403);
  }

  @Test
  void calls_are_kept_for_whoever_wants_to_look() throws IOException {
    app.get(CONTACTS + "/" + ann);
    new Caller(sandbox, "guessed").get(CONTACTS);

    assertThat(sandbox.calls())
        .containsExactly(
            new Call(clock.instant(), "4711", "GET", CONTACTS + "/" + ann, 200),
            new Call(clock.instant(), "", "GET", CONTACTS, 401));
  }
}
