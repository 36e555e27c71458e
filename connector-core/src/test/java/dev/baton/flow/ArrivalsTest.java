package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.crm.CrmNotice;
import dev.baton.lead.CrmRecord;
import dev.baton.rotation.Offer;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationCommand.Restore;
import dev.baton.rotation.Stage;
import dev.baton.routing.Intake;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.SpamList;
import dev.baton.store.StoreUnderTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same customer, spam, and agents who come and go, from the notice to the CRM. */
class ArrivalsTest {
  private static final AgentId ANN = new AgentId("ann");

  private final Walk walk =
      new Walk(StoreUnderTest.inMemory(), Map.of()).agent("ann", false).agent("bob", false);

  @AfterEach
  void close() {
    walk.close();
  }

  private Stage stage(CrmRecord record) {
    return walk.file(record).rotation().stage();
  }

  private void accept(CrmRecord record) {
    Offer held = walk.file(record).rotation().held().orElseThrow();
    walk.rotating.accept(
        new OfferId(walk.file(record).lead().id(), held.number()), held.agent(), Channel.PAGE);
    walk.settle();
  }

  @Test
  void a_customer_s_next_lead_goes_to_the_owner_of_the_first_in_the_crm_too() {
    CrmRecord first = walk.leadArrives("cleo@example.org");
    AgentId owner = walk.file(first).rotation().held().orElseThrow().agent();
    accept(first);

    CrmRecord second = walk.leadArrives("Cleo@Example.org");

    assertThat(walk.crm.ownerOf(second)).isEqualTo(walk.owner(owner.value()));
    assertThat(walk.crm.tasksOf(second)).isEmpty();
  }

  @Test
  void a_customer_s_next_lead_waits_for_the_first_and_follows_it() {
    CrmRecord first = walk.leadArrives("cleo@example.org");
    CrmRecord second = walk.leadArrives("cleo@example.org");
    assertThat(stage(second)).isEqualTo(Stage.FOLLOWING);

    accept(first);

    assertThat(walk.crm.ownerOf(second)).isEqualTo(walk.crm.ownerOf(first)).isNotEmpty();
  }

  @Test
  void a_lead_that_follows_one_whose_record_is_deleted_goes_its_own_way() {
    CrmRecord first = walk.leadArrives("cleo@example.org");
    CrmRecord second = walk.leadArrives("cleo@example.org");
    walk.crm.givenRecordDeleted(first);
    walk.tell(new CrmNotice.RecordDeleted("contacts", first.id(), walk.now()));
    walk.settle();

    assertThat(stage(second)).isEqualTo(Stage.OFFERED);
  }

  @Test
  void spam_reaches_nobody_until_it_is_restored() {
    walk.settings(
        RoutingSettings.DEFAULT.with(
            new Intake(
                true,
                false,
                Intake.DEFAULT.coalesceWithin(),
                new SpamList(List.of("good@spam.example"), List.of("@spam.example")))));

    CrmRecord spam = walk.leadArrives("bad@spam.example");
    CrmRecord welcome = walk.leadArrives("good@spam.example");

    assertThat(stage(spam)).isEqualTo(Stage.QUARANTINED);
    assertThat(walk.crm.tasksOf(spam)).isEmpty();
    assertThat(stage(welcome)).isEqualTo(Stage.OFFERED);
    walk.rotating.carryOut(walk.file(spam).lead().id(), new Restore("ada"));
    assertThat(stage(spam)).isEqualTo(Stage.OFFERED);
  }

  @Test
  void a_waiting_lead_is_offered_the_moment_somebody_becomes_free_oldest_first() {
    walk.minding.switched(Walk.ACME, ANN, false);
    walk.minding.switched(Walk.ACME, new AgentId("bob"), false);
    CrmRecord first = walk.leadArrives();
    walk.passes(java.time.Duration.ofSeconds(1));
    CrmRecord second = walk.leadArrives();
    assertThat(stage(first)).isEqualTo(Stage.DELINQUENT);

    walk.minding.switched(Walk.ACME, ANN, true);

    assertThat(stage(first)).isEqualTo(Stage.OFFERED);
    assertThat(stage(second)).isEqualTo(Stage.OFFERED);
    assertThat(walk.store.leads().waiting(Walk.ACME, 10)).isEmpty();
  }

  @Test
  void whoever_comes_back_by_another_node_is_noticed_by_looking() {
    walk.minding.switched(Walk.ACME, ANN, false);
    walk.minding.switched(Walk.ACME, new AgentId("bob"), false);
    CrmRecord record = walk.leadArrives();
    walk.minding.look();
    walk.store.presences().set(Walk.ACME, ANN, true, walk.now());

    assertThat(walk.minding.look()).isEqualTo(1);
    assertThat(walk.minding.look()).isZero();
    assertThat(stage(record)).isEqualTo(Stage.OFFERED);
  }

  @Test
  void the_offers_of_an_agent_who_left_go_on_to_the_next() {
    CrmRecord record = walk.leadArrives();
    AgentId first = walk.file(record).rotation().held().orElseThrow().agent();

    walk.minding.left(Walk.ACME, first);

    assertThat(walk.file(record).rotation().held().map(Offer::agent))
        .isPresent()
        .get()
        .isNotEqualTo(first);
  }

  @Test
  void a_lead_that_is_given_back_keeps_its_owner_in_the_crm_until_the_next_one_has_it() {
    CrmRecord record = walk.leadArrives();
    accept(record);
    String before = walk.crm.ownerOf(record);
    AgentId owner = walk.file(record).rotation().owner().orElseThrow();

    walk.rotating.carryOut(walk.file(record).lead().id(), new GiveBack(owner, Channel.PAGE));
    walk.settle();
    walk.tell(new CrmNotice.RecordChanged("contacts", record.id(), "owner", walk.now()));
    walk.settle();
    assertThat(stage(record)).isEqualTo(Stage.OFFERED);
    assertThat(walk.crm.ownerOf(record)).isEqualTo(before);

    accept(record);
    assertThat(walk.crm.ownerOf(record)).isNotEqualTo(before);
  }
}
