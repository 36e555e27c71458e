package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.flow.TryingDrafts.Trial;
import dev.baton.flow.TryingDrafts.Tried;
import dev.baton.lead.CrmRecord;
import dev.baton.ledger.FirstStep;
import dev.baton.rotation.RotationCommand.Release;
import dev.baton.rotation.Stage;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingSettings;
import dev.baton.store.StoreUnderTest;
import dev.baton.tag.Tag;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ann and Bob hold Harbour, Cid is the catchall; leads speak of a warehouse near the harbour. */
class TryingDraftsTest {
  private static final AgentId ANN = new AgentId("ann");
  private static final AgentId BOB = new AgentId("bob");

  private final Walk walk =
      new Walk(StoreUnderTest.inMemory(), Map.of())
          .agent("ann", false)
          .agent("bob", false)
          .agent("cid", true);

  @AfterEach
  void close() {
    walk.close();
  }

  private RoutingBook current() {
    return walk.store.books().current(Walk.ACME);
  }

  private static RoutingBook draft(BookDraft content) {
    return new RoutingBook(Walk.ACME, 99, content);
  }

  /** The book with an agent holding other tags, among them perhaps the new tag Warehouse. */
  private RoutingBook holding(AgentId agent, String... tags) {
    BookDraft now = current().content();
    List<Agent> agents =
        now.agents().stream().map(a -> a.id().equals(agent) ? a.holding(Set.of(tags)) : a).toList();
    var all = List.of(Tag.preferential("Harbour"), Tag.preferential("Warehouse").weighing(70));
    return draft(now.with(all).staffed(agents));
  }

  private Trial trial(RoutingBook draft) {
    return trial(draft, walk.store.clock(), 200);
  }

  private Trial trial(RoutingBook draft, InstantSource clock, int most) {
    return new TryingDrafts(walk.store.leads(), clock, most, Duration.ofSeconds(2))
        .on(Walk.ACME, current(), draft);
  }

  private List<CrmRecord> leads(int many) {
    var records = new java.util.ArrayList<CrmRecord>();
    for (int i = 0; i < many; i++) {
      records.add(walk.leadArrives());
      walk.passes(Duration.ofMinutes(1));
    }
    return records;
  }

  private AgentId askedFirst(Tried tried) {
    return walk.store
        .leads()
        .file(Walk.ACME, tried.lead().id())
        .orElseThrow()
        .rotation()
        .offers()
        .getFirst()
        .agent();
  }

  @Test
  void without_a_difference_each_lead_goes_first_to_whom_it_really_went() {
    leads(4);

    Trial trial = trial(current());

    assertThat(trial.tried()).hasSize(4).noneMatch(Tried::differs);
    assertThat(trial.tried())
        .allSatisfy(t -> assertThat(t.before().agent()).contains(askedFirst(t)));
    assertThat(trial.tried()).extracting(t -> t.before().agent().orElseThrow()).contains(ANN, BOB);
    assertThat(trial.left()).isZero();
  }

  @Test
  void a_tag_that_one_of_two_gets_sends_him_the_leads_of_the_other() {
    leads(4);

    Trial trial = trial(holding(BOB, "Harbour", "Warehouse"));

    assertThat(trial.tried())
        .extracting(t -> t.after().agent())
        .containsOnly(java.util.Optional.of(BOB));
    assertThat(trial.tried().stream().filter(Tried::differs))
        .hasSize(2)
        .allSatisfy(t -> assertThat(t.before().agent()).contains(ANN));
  }

  @Test
  void where_nobody_holds_a_tag_any_more_the_catchall_gets_it() {
    leads(1);
    BookDraft now = current().content();
    List<Agent> bare = now.agents().stream().map(a -> a.holding(Set.of())).toList();

    Tried tried = trial(draft(now.staffed(bare))).tried().getFirst();

    assertThat(tried.after().agent()).isEmpty();
    assertThat(tried.after().stage()).isEqualTo(Stage.CATCHALL);
    assertThat(tried.differs()).isTrue();
  }

  @Test
  void a_lead_that_was_held_is_tried_with_what_was_known_when_it_went_on() {
    walk.settings(RoutingSettings.DEFAULT.withManualIntercept());
    CrmRecord record = walk.leadArrives();
    walk.minding.switched(Walk.ACME, ANN, false);
    walk.passes(Duration.ofHours(1));
    walk.rotating.carryOut(walk.file(record).lead().id(), new Release("ada"));

    FirstStep same = trial(current()).tried().getFirst().before();
    assertThat(same.agent()).as("Ann was away when it went on").contains(BOB);
    assertThat(same.waited()).isTrue();
    walk.settings(RoutingSettings.DEFAULT);
    RoutingBook open = current();
    walk.settings(RoutingSettings.DEFAULT.withManualIntercept());
    Tried tried = trial(open).tried().getFirst();
    assertThat(tried.after().waited()).isFalse();
    assertThat(tried.differs()).as("it would not wait any more").isTrue();
  }

  @Test
  void only_the_latest_leads_are_tried_newest_first() {
    List<CrmRecord> records = leads(3);

    Trial trial = trial(current(), walk.store.clock(), 2);

    assertThat(trial.tried())
        .extracting(t -> t.lead().record())
        .containsExactly(records.get(2), records.get(1));
  }

  @Test
  void when_time_is_up_it_says_how_many_leads_are_left() {
    leads(5);
    var steps = new int[1];
    InstantSource slow = () -> walk.now().plusSeconds(steps[0]++);

    Trial trial = trial(current(), slow, 200);

    assertThat(trial.tried()).hasSize(2);
    assertThat(trial.left()).isEqualTo(3);
  }
}
