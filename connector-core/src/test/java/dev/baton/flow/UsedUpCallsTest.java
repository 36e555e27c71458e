package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.inbox.Inbox;
import dev.baton.lead.CrmRecord;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.store.StoreUnderTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Used-up calls are no failure: whoever named the wait is taken at his word, each time anew. */
class UsedUpCallsTest {
  private static final Duration NAMED = Duration.ofSeconds(10);

  private final Walk walk = new Walk(StoreUnderTest.inMemory(), Map.of()).agent("ann", false);

  @AfterEach
  void close() {
    walk.close();
  }

  @Test
  void a_promise_waits_as_long_as_named_and_is_never_given_up() {
    CrmRecord record = walk.leadArrives();
    walk.crm.limitCalls(NAMED);
    var offer = new OfferId(walk.file(record).lead().id(), 1);
    walk.rotating.accept(offer, new AgentId("ann"), Channel.PAGE);

    for (int time = 0; time < 50; time++) walk.passes(NAMED);
    walk.crm.limitCalls(Duration.ZERO);
    walk.passes(NAMED);

    assertThat(walk.crm.ownerOf(record)).isEqualTo(walk.owner("ann"));
  }

  @Test
  void waits_that_were_named_do_not_use_up_the_patience_with_a_crm_that_gives_no_answer() {
    CrmRecord record = walk.leadArrives();
    walk.crm.limitCalls(NAMED);
    walk.rotating.accept(
        new OfferId(walk.file(record).lead().id(), 1), new AgentId("ann"), Channel.PAGE);
    CrmRecord other = walk.leadArrives();
    for (int time = 0; time < 50; time++) walk.passes(NAMED);
    walk.crm.limitCalls(Duration.ZERO);

    walk.crm.beDown(true);
    walk.passes(NAMED);
    walk.crm.beDown(false);
    walk.passes(Duration.ofMinutes(5));

    assertThat(walk.crm.ownerOf(record)).isEqualTo(walk.owner("ann"));
    assertThat(walk.file(other).lead().record()).isEqualTo(other);
  }

  @Test
  void a_notice_waits_as_long_as_named_and_is_never_given_up() {
    walk.crm.limitCalls(NAMED);
    CrmRecord record = walk.leadArrives();

    for (int time = 0; time < 50; time++) walk.passes(NAMED);
    assertThat(walk.store.inbox().latest(Walk.ACME, 1))
        .extracting(Inbox.Kept::state)
        .containsExactly("NEW");
    walk.crm.limitCalls(Duration.ZERO);
    walk.passes(NAMED);

    assertThat(walk.file(record).lead().record()).isEqualTo(record);
  }
}
