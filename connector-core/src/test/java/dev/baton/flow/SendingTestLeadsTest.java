package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.crm.CrmNotice;
import dev.baton.inbox.Inbox;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.rotation.Stage;
import dev.baton.store.StoreUnderTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A test lead goes the way of every lead, can be followed, and leaves nothing open. */
class SendingTestLeadsTest {
  private Walk walk;
  private SendingTestLeads sending;

  @BeforeEach
  void open() {
    walk = new Walk(StoreUnderTest.inMemory(), Map.of()).agent("ann", false);
    sending =
        new SendingTestLeads(
            walk,
            walk.store.books(),
            walk.store.inbox(),
            walk.store.leads(),
            Bells.silent(),
            walk.store.clock());
  }

  @AfterEach
  void close() {
    walk.close();
  }

  private void tellOf(TestLead test) {
    walk.tell(new CrmNotice.RecordCreated(test.record().object(), test.record().id(), walk.now()));
  }

  @Test
  void it_is_followed_from_its_creation_to_the_first_offer() {
    TestLead test = sending.send(Walk.CRM, "");
    assertThat(sending.look(test).told()).isEmpty();

    walk.store.clock().tick(Duration.ofSeconds(3));
    tellOf(test);
    assertThat(sending.look(test).told()).contains(walk.now());
    assertThat(sending.look(test).file()).isEmpty();

    walk.settle();
    var file = sending.look(test).file().orElseThrow();
    assertThat(file.rotation().held()).map(o -> o.agent().value()).contains("ann");
    assertThat(file.content().text().body()).contains("Harbour");
    assertThat(walk.crm.tasksOf(test.record())).hasSize(1);
  }

  @Test
  void its_key_says_all_there_is_to_know_of_it() {
    TestLead test = sending.send(Walk.CRM, "anything");

    assertThat(TestLead.of(Walk.CRM, test.key())).contains(test);
    assertThat(TestLead.of(Walk.CRM, "nonsense")).isEmpty();
    assertThat(TestLead.of(Walk.CRM, test.key() + "/../x")).isEmpty();
  }

  @Test
  void after_it_was_deleted_its_rotation_ends_though_no_crm_told_so() {
    TestLead test = sending.send(Walk.CRM, "");
    tellOf(test);
    walk.settle();

    sending.cleanUp(test);
    sending.cleanUp(test);
    walk.settle();

    var rotation = walk.file(test.record()).rotation();
    assertThat(rotation.ended()).contains(EndReason.RECORD_GONE);
    assertThat(rotation.stage()).isEqualTo(Stage.ENDED);
    assertThat(rotation.held()).isEmpty();
    assertThat(walk.file(test.record()).deliveries())
        .extracting(d -> d.state())
        .doesNotContain("PENDING", "ON_HOLD");
    assertThat(walk.store.inbox().waiting()).isZero();
  }

  @Test
  void one_that_was_deleted_before_the_crm_told_of_it_is_ended_when_it_comes() {
    TestLead test = sending.send(Walk.CRM, "");
    sending.cleanUp(test);
    walk.settle();

    tellOf(test);
    walk.settle();

    assertThat(walk.file(test.record()).rotation().stage()).isEqualTo(Stage.ENDED);
    assertThat(walk.store.inbox().waiting()).isZero();
  }

  @Test
  void a_notice_that_cannot_be_worked_on_says_why() {
    TestLead test = sending.send(Walk.CRM, "");
    walk.crm.beDown(true);
    tellOf(test);
    walk.settle();

    var journey = sending.look(test);
    assertThat(journey.told()).isPresent();
    assertThat(journey.trouble()).isNotBlank();
    assertThat(walk.store.inbox().latest(Walk.ACME, 10))
        .extracting(Inbox.Kept::state)
        .contains("NEW");
  }
}
