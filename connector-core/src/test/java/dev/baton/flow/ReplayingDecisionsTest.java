package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.flow.ReplayingDecisions.Rehearsed;
import dev.baton.lead.CrmRecord;
import dev.baton.ledger.Rehearsal.Stop;
import dev.baton.ledger.Replay;
import dev.baton.ledger.Replay.Difference;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Offer.State;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationCommand.Resubmit;
import dev.baton.routing.BookDraft;
import dev.baton.store.StoreUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Decisions of the past come out the same again; under another book they may not. */
class ReplayingDecisionsTest {
  private static final AgentId ANN = new AgentId("ann");
  private static final AgentId BOB = new AgentId("bob");

  private final Walk walk =
      new Walk(StoreUnderTest.inMemory(), Map.of())
          .agent("ann", false)
          .agent("bob", false)
          .agent("cid", true);
  private final ReplayingDecisions replaying =
      new ReplayingDecisions(walk.store.leads(), walk.store.books());
  private final Instant start = walk.now();

  @AfterEach
  void close() {
    walk.close();
  }

  private Offer held(CrmRecord record) {
    return walk.file(record).rotation().held().orElseThrow();
  }

  private OfferId id(CrmRecord record, Offer offer) {
    return new OfferId(walk.file(record).lead().id(), offer.number());
  }

  private int decisions;

  private List<Difference> differences() {
    var differences = new ArrayList<Difference>();
    decisions = 0;
    replaying.replay(
        Walk.ACME,
        start,
        walk.now().plusSeconds(1),
        replayed -> {
          Replay replay = replayed.replay();
          decisions += replay.decisions();
          differences.addAll(replay.differences());
        });
    return differences;
  }

  @Test
  void an_eventful_month_comes_out_the_same_again() {
    var random = new Random(7);
    var records = new ArrayList<CrmRecord>();
    for (int day = 0; day < 120; day++) {
      if (random.nextInt(3) > 0) {
        records.add(walk.leadArrives("customer" + random.nextInt(30) + "@example.org"));
      }
      walk.minding.switched(Walk.ACME, random.nextBoolean() ? ANN : BOB, random.nextInt(3) > 0);
      if (records.isEmpty()) continue;
      CrmRecord record = records.get(random.nextInt(records.size()));
      var lead = walk.file(record).rotation();
      var leadId = walk.file(record).lead().id();
      switch (random.nextInt(6)) {
        case 0 ->
            lead.open().forEach(o -> walk.rotating.accept(id(record, o), o.agent(), Channel.PAGE));
        case 1 ->
            lead.open().forEach(o -> walk.rotating.decline(id(record, o), o.agent(), Channel.PAGE));
        case 2 ->
            lead.owner()
                .ifPresent(o -> walk.rotating.carryOut(leadId, new GiveBack(o, Channel.PAGE)));
        case 3 -> walk.rotating.carryOut(leadId, new Resubmit(lead.traits(), "ada"));
        case 4 ->
            lead.offers()
                .forEach(
                    o -> walk.rotating.giveAnotherChance(id(record, o), o.agent(), Channel.PAGE));
        default -> walk.rotating.assign(leadId, ANN, "ada");
      }
      walk.passes(Duration.ofMinutes(random.nextInt(600)));
    }

    assertThat(differences()).isEmpty();
    assertThat(decisions).isGreaterThan(150);
  }

  @Test
  void a_decision_that_would_come_out_otherwise_is_told() {
    CrmRecord record = walk.leadArrives();
    var file = walk.file(record);
    var other = new dev.baton.routing.RoutingBook(Walk.ACME, 9, BookDraft.EMPTY);

    Replay replay = Replay.of(file.history(), revision -> other, Instant.MIN, Instant.MAX);

    assertThat(replay.decisions()).isEqualTo(1);
    assertThat(replay.differences()).hasSize(1);
  }

  /** The company without that agent's tag. */
  private BookDraft without(AgentId agent) {
    BookDraft now = walk.store.books().current(Walk.ACME).content();
    List<Agent> agents =
        now.agents().stream()
            .map(a -> a.id().equals(agent) ? a.holding(new HashSet<>()) : a)
            .toList();
    return new BookDraft(now.tags(), agents, now.settings());
  }

  private List<Rehearsed> rehearse(BookDraft draft) {
    var rehearsed = new ArrayList<Rehearsed>();
    replaying.rehearse(Walk.ACME, start, walk.now().plusSeconds(1), draft, rehearsed::add);
    return rehearsed;
  }

  @Test
  void under_the_same_book_everything_would_have_gone_as_it_did() {
    CrmRecord record = walk.leadArrives();
    walk.passes(Walk.WINDOW);
    Offer second = held(record);
    walk.rotating.accept(id(record, second), second.agent(), Channel.PAGE);

    Rehearsed told = rehearse(walk.store.books().current(Walk.ACME).content()).getFirst();

    assertThat(told.differs()).isFalse();
    assertThat(told.would().known()).isTrue();
  }

  @Test
  void without_the_first_agent_the_second_is_asked_first_and_answers_as_he_did() {
    CrmRecord record = walk.leadArrives();
    AgentId first = held(record).agent();
    walk.passes(Walk.WINDOW);
    Offer second = held(record);
    walk.rotating.accept(id(record, second), second.agent(), Channel.PAGE);

    Rehearsed told = rehearse(without(first)).getFirst();

    assertThat(told.differs()).isTrue();
    assertThat(told.would().way()).containsExactly(new Stop(second.agent(), State.ACCEPTED));
    assertThat(told.would().owner()).contains(second.agent());
  }

  @Test
  void what_somebody_who_was_not_asked_would_have_answered_is_not_known() {
    CrmRecord record = walk.leadArrives();
    Offer first = held(record);
    walk.rotating.accept(id(record, first), first.agent(), Channel.PAGE);

    Rehearsed told = rehearse(without(first.agent())).getFirst();

    assertThat(told.would().known()).isFalse();
    assertThat(told.would().owner()).isEmpty();
    assertThat(told.would().way()).extracting(Stop::outcome).containsExactly(State.OPEN);
  }
}
