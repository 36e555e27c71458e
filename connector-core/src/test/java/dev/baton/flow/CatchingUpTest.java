package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.lead.CrmRecord;
import dev.baton.rotation.Stage;
import dev.baton.store.StoreUnderTest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happened while nobody was there to be told. */
class CatchingUpTest {
  private static final Duration OUTAGE = Duration.ofHours(30);

  private final Walk walk =
      new Walk(StoreUnderTest.inMemory(), Map.of()).agent("ann", false).agent("bob", false);

  @AfterEach
  void close() {
    walk.close();
  }

  private int look() {
    int begun = walk.catchingUp.look();
    walk.settle();
    return begun;
  }

  private int leads() {
    return walk.store.leads().latest(Walk.ACME, Optional.empty(), 100).size();
  }

  private CrmRecord createdUnheard(String email) {
    return walk.crm.givenRecord(Walk.from(email));
  }

  @Test
  void a_new_connection_has_nothing_to_catch_up_with() {
    createdUnheard("long-before@example.org");

    assertThat(look()).isZero();

    assertThat(leads()).isZero();
    assertThat(walk.store.heartbeats().last(Walk.CRM)).contains(walk.now());
  }

  @Test
  void while_baton_is_up_nothing_is_asked_for() {
    look();
    for (int minute = 0; minute < 10; minute++) {
      walk.store.clock().tick(Duration.ofMinutes(1));
      assertThat(look()).isZero();
    }

    assertThat(walk.store.heartbeats().last(Walk.CRM)).contains(walk.now());
  }

  @Test
  void records_created_during_an_outage_become_leads_page_after_page() {
    look();
    walk.store.clock().tick(OUTAGE);
    for (int i = 0; i < 5; i++) createdUnheard("unheard" + i + "@example.org");

    assertThat(look()).isEqualTo(1);

    assertThat(leads()).isEqualTo(5);
    assertThat(walk.store.heartbeats().last(Walk.CRM)).contains(walk.now());
  }

  @Test
  void an_owner_set_by_hand_during_an_outage_is_noticed() {
    look();
    CrmRecord record = walk.leadArrives();
    walk.store.clock().tick(OUTAGE);
    walk.crm.setOwnerByHand(record, walk.owner("bob"));

    look();

    assertThat(walk.file(record).rotation().owner()).contains(new AgentId("bob"));
  }

  @Test
  void a_known_record_that_changed_just_after_it_was_created_is_looked_at_again() {
    CrmRecord record = walk.leadArrives();
    walk.store.clock().tick(Duration.ofMinutes(1));
    look();
    walk.store.clock().tick(OUTAGE);
    walk.crm.setOwnerByHand(record, walk.owner("bob"));

    look();

    assertThat(walk.file(record).rotation().stage()).isEqualTo(Stage.OWNED);
  }

  @Test
  void what_was_heard_by_webhook_as_well_makes_no_second_lead() {
    look();
    walk.store.clock().tick(OUTAGE);
    walk.leadArrives();

    look();

    assertThat(leads()).isEqualTo(1);
  }

  @Test
  void a_crm_that_is_away_is_asked_again_and_for_the_whole_outage() {
    look();
    walk.store.clock().tick(OUTAGE);
    createdUnheard("unheard@example.org");
    walk.crm.beDown(true);
    for (int i = 0; i < 5; i++) {
      assertThat(look()).isEqualTo(1);
      walk.store.clock().tick(Duration.ofMinutes(1));
    }
    assertThat(leads()).isZero();

    walk.crm.beDown(false);
    look();

    assertThat(leads()).isEqualTo(1);
  }

  @Test
  void whoever_breaks_off_and_begins_again_keeps_nothing_twice() {
    look();
    walk.store.clock().tick(OUTAGE);
    createdUnheard("unheard@example.org");
    var again =
        new CatchingUp(
            walk.store.companies(),
            walk,
            new dev.baton.memory.InMemoryHeartbeats() {
              @Override
              public Optional<java.time.Instant> last(dev.baton.company.ConnectionId id) {
                return Optional.of(walk.now().minus(OUTAGE));
              }
            },
            walk.store.inbox(),
            walk.store.clock(),
            Runnable::run);

    look();
    again.look();

    assertThat(walk.store.inbox().latest(Walk.ACME, 10)).hasSize(1);
  }
}
