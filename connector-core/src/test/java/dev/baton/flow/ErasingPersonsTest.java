package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.crm.CrmNotice;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadId;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.rotation.Stage;
import dev.baton.store.StoreUnderTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person asks to be forgotten, wherever his lead is by then. */
class ErasingPersonsTest {
  private static final AgentId ANN = new AgentId("ann");
  private static final String CLEO = "cleo@customer.example";

  private final Walk walk =
      new Walk(StoreUnderTest.inMemory(), Map.of()).agent("ann", false).agent("bob", true);
  private final ErasingPersons erasing =
      new ErasingPersons(walk.store.erasure(), walk.rotating, walk.store.books());

  @AfterEach
  void close() {
    walk.close();
  }

  private LeadId id(CrmRecord record) {
    return walk.file(record).lead().id();
  }

  private int erase(CrmRecord record) {
    int erased = erasing.erase(Walk.ACME, List.of(id(record)));
    walk.settle();
    return erased;
  }

  private Stage stage(CrmRecord record) {
    return walk.file(record).rotation().stage();
  }

  @Test
  void a_lead_that_is_being_offered_ends_and_its_task_is_closed() {
    CrmRecord record = walk.leadArrives(CLEO);

    assertThat(erase(record)).isEqualTo(1);

    assertThat(walk.file(record).rotation().ended()).contains(EndReason.PERSON_ERASED);
    assertThat(walk.crm.tasksOf(record)).singleElement().matches(task -> task.completed());
    assertThat(walk.rotating.accept(new OfferId(id(record), 1), ANN, Channel.PAGE))
        .isNotInstanceOf(Decided.class);
  }

  @Test
  void an_owned_lead_stays_its_owners() {
    CrmRecord record = walk.leadArrives(CLEO);
    walk.rotating.accept(new OfferId(id(record), 1), ANN, Channel.PAGE);

    assertThat(erase(record)).isEqualTo(1);

    assertThat(walk.file(record).rotation().owner()).contains(ANN);
    assertThat(walk.file(record).content().contact()).isEqualTo(Contact.UNKNOWN);
  }

  @Test
  void a_delinquent_lead_stays_counted_as_one() {
    CrmRecord record = walk.leadArrives(CLEO);
    for (int step = 0; stage(record) != Stage.DELINQUENT; step++) {
      assertThat(step).isLessThan(100);
      walk.passes(java.time.Duration.ofHours(1));
    }

    erase(record);

    assertThat(stage(record)).isEqualTo(Stage.DELINQUENT);
  }

  @Test
  void what_the_crm_still_says_of_the_person_is_not_heard_again() {
    CrmRecord record = walk.leadArrives(CLEO);
    walk.rotating.accept(new OfferId(id(record), 1), ANN, Channel.PAGE);
    walk.settle();
    erase(record);
    int events = walk.file(record).history().size();

    walk.crm.setCommentByHand(record, "Cleo called again");
    walk.crm.setOwnerByHand(record, walk.owner("bob"));
    walk.tell(new CrmNotice.RecordChanged("contacts", record.id(), "owner", walk.now()));
    walk.settle();

    assertThat(walk.file(record).history()).hasSize(events);
    assertThat(walk.store.comments().of(Walk.ACME, id(record))).isEmpty();
    assertThat(walk.file(record).content().contact()).isEqualTo(Contact.UNKNOWN);
  }

  @Test
  void all_leads_of_the_person_are_found_and_each_is_erased_once() {
    CrmRecord first = walk.leadArrives(CLEO);
    CrmRecord second = walk.leadArrives(CLEO.toUpperCase(java.util.Locale.ROOT));
    walk.leadArrives("otto@customer.example");
    List<LeadId> leads = erasing.leadsOf(Walk.ACME, new Contact("", CLEO, ""));

    assertThat(leads).containsExactlyInAnyOrder(id(first), id(second));
    assertThat(erasing.erase(Walk.ACME, leads)).isEqualTo(2);
    assertThat(erasing.erase(Walk.ACME, leads)).isZero();
    assertThat(erasing.leadsOf(Walk.ACME, new Contact("", CLEO, ""))).isEmpty();
  }
}
