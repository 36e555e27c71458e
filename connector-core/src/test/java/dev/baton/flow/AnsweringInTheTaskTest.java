package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmNotice.Answer;
import dev.baton.crm.CrmUnderTest.Task;
import dev.baton.crm.CrmWrite.SetOwner;
import dev.baton.lead.CrmRecord;
import dev.baton.rotation.Stage;
import dev.baton.store.StoreUnderTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that come in a field of the offer's task, as in Salesforce. */
class AnsweringInTheTaskTest {
  private static final AgentId ANN = new AgentId("ann");
  private static final AgentId BOB = new AgentId("bob");

  private Walk walk;

  @BeforeEach
  void begin() {
    walk =
        new Walk(StoreUnderTest.inMemory(), Map.of())
            .agent("ann", false)
            .agent("bob", false)
            .agent("cat", true);
  }

  @AfterEach
  void end() {
    walk.close();
  }

  @Test
  void accepting_in_the_task_makes_the_agent_the_owner_and_closes_the_task() {
    CrmRecord record = walk.leadArrives();

    answer(lastTask(record), Answer.ACCEPT, walk.user("ann"));

    assertThat(walk.crm.ownerOf(record)).isEqualTo(walk.owner("ann"));
    assertThat(walk.crm.tasksOf(record)).singleElement().matches(Task::completed);
  }

  @Test
  void declining_in_the_task_hands_the_lead_to_the_next() {
    CrmRecord record = walk.leadArrives();

    answer(lastTask(record), Answer.DECLINE, walk.user("ann"));

    assertThat(walk.file(record).rotation().held().orElseThrow().agent()).isEqualTo(BOB);
    assertThat(walk.file(record).rotation().declined()).contains(ANN);
  }

  @Test
  void another_chance_in_the_task_brings_the_missed_lead_back() {
    CrmRecord record = walk.leadArrives();
    String missed = lastTask(record);
    walk.passes(Walk.WINDOW);

    answer(missed, Answer.ANOTHER_CHANCE, walk.user("ann"));
    assertThat(walk.file(record).rotation().held().orElseThrow().agent()).isEqualTo(BOB);
    walk.passes(Walk.WINDOW);

    assertThat(walk.file(record).rotation().held().orElseThrow().agent()).isEqualTo(ANN);
  }

  @Test
  void somebody_else_cannot_answer_the_agents_task() {
    CrmRecord record = walk.leadArrives();

    answer(lastTask(record), Answer.ACCEPT, walk.user("bob"));

    assertThat(walk.file(record).rotation().held().orElseThrow().agent()).isEqualTo(ANN);
  }

  @Test
  void an_answer_to_a_missed_offer_is_not_taken_for_the_current_one() {
    CrmRecord record = walk.leadArrives();
    String missed = lastTask(record);
    walk.passes(Walk.WINDOW);

    answer(missed, Answer.ACCEPT, "");

    assertThat(walk.file(record).rotation().held().orElseThrow().agent()).isEqualTo(BOB);
    assertThat(walk.file(record).rotation().stage()).isEqualTo(Stage.OFFERED);
  }

  @Test
  void an_answer_in_a_task_of_somebody_else_changes_nothing() {
    CrmRecord record = walk.leadArrives();

    answer("999999999", Answer.ACCEPT, walk.user("ann"));

    assertThat(walk.file(record).rotation().held().orElseThrow().agent()).isEqualTo(ANN);
  }

  @Test
  void a_notice_that_may_be_a_creation_or_a_change_compares_a_known_lead() {
    CrmRecord record = walk.leadArrives();
    walk.crm.write(new SetOwner(record, walk.owner("bob")), 1);

    walk.tell(new CrmNotice.RecordCreated("contacts", record.id(), walk.now()));
    walk.settle();

    assertThat(walk.file(record).rotation().owner()).contains(BOB);
  }

  private void answer(String task, Answer answer, String by) {
    walk.tell(new CrmNotice.TaskAnswered(task, answer, by, walk.now()));
    walk.settle();
  }

  private String lastTask(CrmRecord record) {
    return walk.crm.tasksOf(record).getLast().id();
  }
}
