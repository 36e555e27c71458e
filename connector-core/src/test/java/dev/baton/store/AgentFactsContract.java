package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.Cap.Period;
import dev.baton.agent.Counted;
import dev.baton.agent.Credits;
import dev.baton.agent.Distribution;
import dev.baton.agent.Distribution.Method;
import dev.baton.agent.Sla;
import dev.baton.agent.Sticky;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import dev.baton.ledger.Lead;
import dev.baton.ledger.Replay;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.GiveFeedback;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.Stage;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingFacts.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What decisions know of agents, from the history of all leads; on every store. */
public abstract class AgentFactsContract extends StoreScene {
  private static final TeamId SALES = new TeamId("sales");
  private static final Counted TODAY = Counted.of(SALES, Period.DAY);
  private static final Counted UNDER_WAY = Counted.of(SALES, Period.ACTIVE);

  private static Team sales(Distribution distribution) {
    return Team.of("sales", distribution, List.of(Team.Member.of(ANN), Team.Member.of(BOB)));
  }

  private void publish(Team team) {
    BookDraft was = book();
    publish(new BookDraft(was.tags(), was.agents(), List.of(team), was.settings()));
  }

  private Fact fact(AgentId agent) {
    return store.ledger().facts(ACME).of(agent);
  }

  private AgentId holder(Lead lead) {
    return file(lead).rotation().held().orElseThrow().agent();
  }

  private void accepted(Lead lead) {
    var held = file(lead).rotation().held().orElseThrow();
    store
        .ledger()
        .decide(lead.id(), command(new Accept(held.number(), held.agent(), Channel.PAGE)))
        .orElseThrow();
  }

  @Test
  void leads_that_agents_got_are_counted_by_team_and_period() {
    publish(
        sales(Distribution.BY_SCORE)
            .capped(
                new Cap(Period.DAY, 9, Optional.empty()),
                new Cap(Period.ACTIVE, 9, Optional.empty()),
                new Cap(Period.DAY, 9, Optional.of("Harbour"))));
    Lead first = offered();
    AgentId agent = holder(first);
    accepted(first);

    Fact known = fact(agent);
    assertThat(known.received().count(TODAY)).isEqualTo(1);
    assertThat(known.received().count(UNDER_WAY)).isEqualTo(1);
    assertThat(
            known
                .received()
                .count(new Counted(Optional.of(SALES), Period.DAY, Optional.of("Harbour"))))
        .isEqualTo(1);
    assertThat(known.received().last()).contains(store.clock().instant());

    store.clock().tick(Duration.ofDays(1));
    assertThat(fact(agent).received().count(TODAY)).isZero();
    assertThat(fact(agent).received().count(UNDER_WAY)).isEqualTo(1);
  }

  @Test
  void a_closed_deal_is_not_under_way_any_more() {
    publish(sales(Distribution.BY_SCORE).capped(new Cap(Period.ACTIVE, 9, Optional.empty())));
    Lead lead = offered();
    AgentId agent = holder(lead);
    accepted(lead);

    var won = new Feedback(ContactStatus.CONTACTED, DealStatus.CLOSED_WON).progress();
    store.ledger().decide(lead.id(), command(new GiveFeedback(won, Optional.of(agent), "", false)));

    assertThat(fact(agent).received().count(UNDER_WAY)).isZero();
  }

  @Test
  void who_has_reached_his_cap_is_asked_again_when_the_period_is_over() {
    publish(sales(Distribution.BY_SCORE).capped(new Cap(Period.DAY, 1, Optional.empty())));
    Lead first = offered();
    AgentId agent = holder(first);
    accepted(first);
    Lead second = offered();
    assertThat(holder(second)).isNotEqualTo(agent);
    accepted(second);

    Lead third = offered();
    assertThat(file(third).rotation().stage()).isNotEqualTo(Stage.OFFERED);
    store.clock().tick(Duration.ofDays(1));
    assertThat(file(offered()).rotation().stage()).isEqualTo(Stage.OFFERED);
  }

  @Test
  void a_most_for_ever_counts_from_history_whatever_was_published_since() {
    Lead first = offered();
    AgentId agent = holder(first);
    accepted(first);
    BookDraft was = book();
    publish(
        was.staffed(
            was.agents().stream().map(a -> a.holding(Set.of("Harbour", "MAX_5_TOTAL"))).toList()));

    assertThat(fact(agent).received().count(Counted.all(Period.TOTAL))).isEqualTo(1);
  }

  @Test
  void turns_by_weight_are_kept_and_sum_to_nothing() {
    publish(sales(Distribution.of(Method.WEIGHTED_ROUND_ROBIN)));
    Lead first = offered();
    AgentId one = holder(first);
    AgentId other = one.equals(ANN) ? BOB : ANN;

    Credits owed = store.ledger().facts(ACME).turnsIn(SALES);
    assertThat(owed.of(one)).isEqualTo(-Credits.LEAD / 2);
    assertThat(owed.of(other)).isEqualTo(Credits.LEAD / 2);
    assertThat(holder(offered())).isEqualTo(other);
    assertThat(store.ledger().facts(ACME).turnsIn(SALES)).isEqualTo(Credits.NONE);
  }

  @Test
  void what_members_missed_while_away_is_kept_where_load_is_balanced() {
    publish(sales(Distribution.balancing(Period.DAY)));
    store.presences().set(ACME, BOB, false, store.clock().instant());
    accepted(offered());

    assertThat(fact(BOB).received().missed()).isEqualTo(Map.of(TODAY, Credits.LEAD));
    assertThat(fact(ANN).received().load(TODAY)).isEqualTo(Credits.LEAD);
  }

  @Test
  void the_performance_score_of_the_last_thirty_days_is_what_the_table_says() {
    Lead lead = offered();
    AgentId first = holder(lead);
    store.clock().tick(WINDOW);
    store.ledger().decide(lead.id(), command(new TimeOut()));
    AgentId second = holder(lead);
    store.ledger().decide(lead.id(), command(new Decline(2, second, Channel.PAGE)));
    store.clock().tick(Duration.ofMinutes(2));

    assertThat(fact(first).performance()).isEqualTo(95);
    assertThat(fact(second).performance()).isEqualTo(101);

    store.clock().tick(Duration.ofDays(30));
    assertThat(fact(first).performance()).isEqualTo(100);
  }

  @Test
  void feedback_counts_once_the_agent_has_had_another_lead() {
    Lead lead = offered();
    AgentId agent = holder(lead);
    accepted(lead);
    store.clock().tick(Duration.ofMinutes(2));
    var contacted = new Feedback(ContactStatus.CONTACTED, DealStatus.IN_PROGRESS).progress();
    store
        .ledger()
        .decide(lead.id(), command(new GiveFeedback(contacted, Optional.of(agent), "", false)));
    store.clock().tick(Duration.ofMinutes(2));
    assertThat(fact(agent).performance()).isEqualTo(102);

    Lead next = offered();
    if (!holder(next).equals(agent)) {
      store
          .ledger()
          .decide(
              next.id(),
              command(
                  new Decline(
                      file(next).rotation().held().orElseThrow().number(),
                      holder(next),
                      Channel.PAGE)));
    }
    store.clock().tick(Duration.ofMinutes(2));
    assertThat(fact(agent).performance()).isEqualTo(104);
  }

  @Test
  void a_missed_sla_switches_its_owner_off_where_that_was_agreed() {
    publish(
        sales(Distribution.BY_SCORE)
            .promising(
                new Sla(
                    Sla.Goal.ACTED_ON, Duration.ofMinutes(15), Sla.Consequence.TAKE_BACK, true)));
    Lead lead = offered();
    AgentId agent = holder(lead);
    accepted(lead);
    store.clock().tick(Duration.ofMinutes(15));

    assertThat(store.ledger().decideDue(10, command(new TimeOut()))).isEqualTo(1);

    assertThat(store.presences().unavailable(ACME)).containsExactly(agent);
    assertThat(holder(lead)).isNotEqualTo(agent);
  }

  @Test
  void leads_stick_by_a_field_from_the_first_assignment() {
    publish(
        sales(Distribution.of(Method.ROUND_ROBIN))
            .sticking(new Sticky("company", Duration.ofDays(7))));
    Lead first = from("Umbrella");
    AgentId agent = holder(first);
    accepted(first);
    store.clock().tick(Duration.ofDays(5));
    assertThat(file(from("umbrella ")).rotation().owner()).contains(agent);
    assertThat(file(from("Another")).rotation().stage()).isEqualTo(Stage.OFFERED);

    // Seven days after the first assignment, although the last one was two days ago.
    store.clock().tick(Duration.ofDays(2));
    assertThat(file(from("Umbrella")).rotation().stage()).isEqualTo(Stage.OFFERED);
  }

  private Lead from(String company) {
    var content =
        new LeadContent(
            new LeadText("Hello", "", Map.of("company", company)), Contact.UNKNOWN, Set.of(), "");
    Lead lead = newLead();
    store.ledger().admit(lead, content, begin());
    return lead;
  }

  @Test
  void decisions_that_saw_turns_counts_and_scores_come_out_the_same_when_made_again() {
    publish(
        sales(Distribution.of(Method.WEIGHTED_ROUND_ROBIN))
            .capped(new Cap(Period.DAY, 2, Optional.empty())));
    var leads = new java.util.ArrayList<Lead>();
    for (int i = 0; i < 6; i++) {
      Lead lead = offered();
      leads.add(lead);
      if (file(lead).rotation().held().isPresent()) accepted(lead);
      store.clock().tick(Duration.ofMinutes(1));
    }

    for (Lead lead : leads) {
      Replay replay =
          Replay.of(
              file(lead).history(),
              revision -> store.books().revision(ACME, revision),
              Instant.EPOCH,
              Instant.MAX);
      assertThat(replay.differences()).isEmpty();
      assertThat(replay.decisions()).isPositive();
    }
  }
}
