package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.crm.CrmNotice;
import dev.baton.lead.CrmRecord;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.store.StoreUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A CRM that was away for hours and answers again: what waited for it is done within minutes, and
 * not when its own next try would have come, which is after up to two hours.
 */
class BackAgainTest {
  @TempDir Path directory;
  private Walk walk = new Walk(StoreUnderTest.inMemory(), Map.of()).agent("ann", false);

  @AfterEach
  void close() {
    walk.close();
  }

  @Test
  void an_owner_and_a_lead_that_waited_for_the_crm_are_done_within_minutes() {
    comesBack();
  }

  @Test
  void they_are_on_h2_as_well() {
    walk = new Walk(StoreUnderTest.onH2(directory), Map.of()).agent("ann", false);
    comesBack();
  }

  private void comesBack() {
    CrmRecord owned = walk.leadArrives();
    var offer = new OfferId(walk.file(owned).lead().id(), 1);
    walk.rotating.accept(offer, new AgentId("ann"), Channel.PAGE);
    walk.crm.beDown(true);
    CrmRecord young = walk.crm.givenRecord(Walk.from("another@example.org"));
    walk.tell(new CrmNotice.RecordCreated("contacts", young.id(), walk.now()));
    for (int minute = 0; minute < 8 * 60 + 7; minute++) walk.passes(Duration.ofMinutes(1));

    walk.crm.beDown(false);
    for (int minute = 0; minute < 3; minute++) walk.passes(Duration.ofMinutes(1));

    assertThat(walk.crm.ownerOf(owned)).isEqualTo(walk.owner("ann"));
    assertThat(walk.crm.tasksOf(young)).isNotEmpty();
  }
}
