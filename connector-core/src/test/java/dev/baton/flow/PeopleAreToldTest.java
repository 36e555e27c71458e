package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.agent.Sla;
import dev.baton.lead.CrmRecord;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.routing.RoutingSettings;
import dev.baton.store.StoreUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Domain §5 and §8: what people read in the CRM about an offer, and about an owner too slow. */
class PeopleAreToldTest {
  private static final AgentId ANN = new AgentId("ann");

  private final Walk walk = new Walk(StoreUnderTest.inMemory(), Map.of()).agent("ann", false);

  @AfterEach
  void close() {
    walk.close();
  }

  private static Sla sla(Sla.Goal goal, Sla.Consequence consequence) {
    return new Sla(goal, Duration.ofMinutes(10), consequence, /* switchOff= */ false);
  }

  private CrmRecord annOwnsALead() {
    CrmRecord record = walk.leadArrives();
    var first = new OfferId(walk.file(record).lead().id(), 1);
    walk.rotating.accept(first, ANN, Channel.PAGE);
    walk.settle();
    return record;
  }

  @Test
  void an_offer_of_the_line_says_that_the_lead_is_the_agents_alone() {
    CrmRecord record = walk.leadArrives();

    var task = walk.crm.tasksOf(record).getFirst();

    assertThat(task.subject()).startsWith("New lead for you: answer by ");
    assertThat(task.text()).contains("yours alone until");
  }

  @Test
  void an_offer_of_the_shark_tank_says_that_the_first_one_has_it() {
    walk.settings(
        RoutingSettings.DEFAULT.withSharkTank(Duration.ofMinutes(30), Duration.ofMinutes(10)));
    CrmRecord record = walk.leadArrives();
    walk.passes(Walk.WINDOW);
    Instant opened = walk.now();

    var task = walk.crm.tasksOf(record).getLast();

    assertThat(task.subject()).startsWith("A lead for whoever is first: answer by ");
    assertThat(task.text()).contains("whoever accepts first has it").doesNotContain("yours alone");
    assertThat(walk.crm.remindedAt(task.id())).isEqualTo(opened.plus(Duration.ofMinutes(10)));
  }

  @Test
  void an_offer_of_the_catchall_says_that_others_are_asked_too() {
    walk.agent("cat", true);
    CrmRecord record = walk.leadArrives();
    walk.passes(Walk.WINDOW);

    assertThat(walk.crm.tasksOf(record).getLast().text()).contains("Others are asked, too");
  }

  @Test
  void an_sla_with_an_alert_is_told_on_the_record_once() {
    walk.promising(sla(Sla.Goal.CONTACTED, Sla.Consequence.ALERT));
    CrmRecord record = annOwnsALead();
    assertThat(walk.crm.commentsOf(record)).isEmpty();

    walk.passes(Duration.ofMinutes(10));
    walk.passes(Duration.ofHours(2));

    assertThat(walk.crm.commentsOf(record))
        .isEqualTo(List.of("Baton: ann has not contacted the customer in time."));
    assertThat(walk.file(record).rotation().owner()).contains(ANN);
  }

  @Test
  void an_sla_that_takes_the_lead_back_is_told_with_what_follows() {
    walk.agent("bob", false).promising(sla(Sla.Goal.ACTED_ON, Sla.Consequence.TAKE_BACK));
    CrmRecord record = annOwnsALead();

    walk.passes(Duration.ofMinutes(10));

    assertThat(walk.crm.commentsOf(record))
        .isEqualTo(
            List.of(
                "Baton: ann has not acted on the lead in time. The lead goes to somebody else."));
  }
}
