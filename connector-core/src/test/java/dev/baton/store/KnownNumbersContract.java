package dev.baton.store;

import static dev.baton.performance.Measure.ACCEPTED;
import static dev.baton.performance.Measure.CONTACTED;
import static dev.baton.performance.Measure.GOT;
import static dev.baton.performance.Measure.LEADS;
import static dev.baton.performance.Measure.LEADS_ACCEPTED;
import static dev.baton.performance.Measure.LEADS_PENDING;
import static dev.baton.performance.Measure.NOT_CONTACTED;
import static dev.baton.performance.Measure.OFFERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.agent.Distribution;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.lead.LeadContent;
import dev.baton.ledger.Lead;
import dev.baton.performance.Reports;
import dev.baton.performance.Reports.Behind;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.Reports.Figure;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Responded;
import dev.baton.performance.Reports.Span;
import dev.baton.performance.Tally;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.Resubmit;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Traits;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Decision 29: by what reports are narrowed down, what is behind them, and as of when. */
abstract class KnownNumbersContract extends ScoreNumbersContract {
  private static final TagName HARBOUR = TagName.of("Harbour");
  private static final TagName NORTH = TagName.of("North");
  private static final Traits OF_NORTH = Traits.given(List.of(NORTH));

  private static LeadContent from(String source) {
    return new LeadContent(CONTENT.text(), CONTENT.contact(), Set.of("Harbour"), source);
  }

  private static Filter tag(TagName tag) {
    return new Filter(Optional.empty(), Optional.of(tag), Optional.empty());
  }

  private static Filter team(String team) {
    return new Filter(Optional.of(new TeamId(team)), Optional.empty(), Optional.empty());
  }

  private Tally tally(Filter filter) {
    return store.reports().tally(ACME, always(), filter);
  }

  private Map<String, Tally> by(Dimension dimension) {
    return store.reports().by(ACME, always(), dimension);
  }

  private void teamOf(String id, String tag) {
    var members = List.of(Team.Member.of(ANN), Team.Member.of(BOB));
    var team = Team.of(id, Distribution.BY_SCORE, members).taking(Set.of(tag));
    publish(new BookDraft(book().tags(), agents(), List.of(team), book().settings()));
  }

  // Team, source and tags ------------------------------------------------------------------------

  @Test
  void a_lead_counts_for_the_team_the_source_and_the_tags_it_has_at_the_last_decision() {
    teamOf("port", "Harbour");
    Lead lead = admitted(from("WEB"));
    AgentId agent = declined(lead);
    assertThat(by(Dimension.TEAM)).containsOnlyKeys("port");
    assertThat(by(Dimension.SOURCE)).containsOnlyKeys("WEB");
    assertThat(by(Dimension.TAG)).containsOnlyKeys(HARBOUR.key());

    minutes(1);
    decided(lead, new Resubmit(OF_NORTH, "the admin"));

    assertThat(by(Dimension.TEAM)).isEmpty();
    assertThat(by(Dimension.TAG)).containsOnlyKeys(NORTH.key());
    assertThat(by(Dimension.TAG).get(NORTH.key()).of(agent, OFFERED)).isOne();
    isCompany(tally(tag(HARBOUR)));
    assertThat(tally(tag(HARBOUR)).agents()).isEmpty();
    isCompany(tally(team("port")));
    isCompany(tally(tag(NORTH)), LEADS, 1, LEADS_PENDING, 1);
  }

  @Test
  void teams_that_are_published_later_are_those_of_leads_decided_about_since() {
    Lead lead = offered();
    teamOf("port", "Harbour");
    assertThat(by(Dimension.TEAM)).isEmpty();
    accepted(lead);

    assertThat(by(Dimension.TEAM)).containsOnlyKeys("port");
    isCompany(tally(team("port")), LEADS, 1, LEADS_ACCEPTED, 1);
  }

  @Test
  void a_lead_without_a_source_stands_under_none_and_scores_are_left_out() {
    accepted(admitted(from("")));

    assertThat(by(Dimension.SOURCE)).containsOnlyKeys("");
    assertThat(by(Dimension.SOURCE).get("").scores()).isEmpty();
    isCompany(by(Dimension.SOURCE).get(""), LEADS, 1, LEADS_ACCEPTED, 1);
    var web = new Filter(Optional.empty(), Optional.empty(), Optional.of("WEB"));
    isCompany(tally(web));
  }

  // The leads behind a number --------------------------------------------------------------------

  @Test
  void leads_behind_a_number_are_told_latest_first_and_those_that_add_nothing_are_left_out() {
    Instant first = now();
    Lead one = offered();
    AgentId agent = accepted(one);
    minutes(1);
    Instant second = now();
    Lead two = offered();

    var leads = new Figure(Optional.empty(), LEADS);
    assertThat(store.reports().behind(ACME, always(), Filter.ALL, leads, 10))
        .containsExactly(new Behind(two.id(), second, 1), new Behind(one.id(), first, 1));
    assertThat(store.reports().behind(ACME, always(), Filter.ALL, leads, 1)).hasSize(1);
    var accepted = new Figure(Optional.of(agent), ACCEPTED);
    assertThat(store.reports().behind(ACME, always(), Filter.ALL, accepted, 10))
        .containsExactly(new Behind(one.id(), first, 1));
    var pending = new Figure(Optional.empty(), LEADS_PENDING);
    assertThat(store.reports().behind(ACME, always(), tag(HARBOUR), pending, 10))
        .extracting(Behind::lead)
        .containsExactly(two.id());
    assertThat(store.reports().behind(ACME, always(), tag(NORTH), pending, 10)).isEmpty();
  }

  @Test
  void accepted_leads_are_told_with_how_long_that_took_longest_first() {
    Lead one = offered();
    Instant first = now();
    minutes(1);
    AgentId agent = accepted(one);
    Lead two = offered();
    Instant second = now();
    minutes(3);
    accepted(two);
    givenBack(two);
    Lead atOnce = offered();
    Instant third = now();
    accepted(atOnce);
    offered();

    assertThat(store.reports().responses(ACME, always(), Filter.ALL, 10))
        .containsExactly(
            new Responded(two.id(), second, 180),
            new Responded(one.id(), first, 60),
            new Responded(atOnce.id(), third, 0));
    assertThat(store.reports().responses(ACME, always(), Filter.ALL, 1)).hasSize(1);
    assertThat(store.reports().responses(ACME, always(), tag(NORTH), 10)).isEmpty();
    assertThat(store.reports().responses(OTHER, always(), Filter.ALL, 10)).isEmpty();
    var got = new Figure(Optional.empty(), GOT);
    assertThat(store.reports().behind(ACME, always(), Filter.ALL, got, 10))
        .extracting(Behind::lead)
        .contains(one.id(), two.id(), atOnce.id());
    assertThat(tally().of(agent, GOT)).isPositive();
  }

  // As it was known ------------------------------------------------------------------------------

  @Test
  void a_report_as_of_a_past_moment_stays_the_same_after_late_feedback() {
    Instant begun = now();
    Lead lead = offered();
    AgentId agent = accepted(lead);
    minutes(1);
    Instant then = now();
    var asOf = new Span(begun, begun.plus(DAY), Optional.of(then));
    String told = tally(asOf).toString();
    assertThat(told).isNotEmpty();

    said(lead, ContactStatus.CONTACTED, DealStatus.IN_PROGRESS);
    minutes(1);
    decided(lead, new ChangeOwner("99", Optional.empty()));

    assertThat(tally(asOf)).hasToString(told);
    assertThat(tally(asOf).of(agent, NOT_CONTACTED)).isOne();
    assertThat(tally(new Span(begun, begun.plus(DAY))).of(agent, CONTACTED)).isOne();
    assertThat(tally(new Span(begun, begun.plus(DAY), Optional.of(begun)))).isEqualTo(new Tally());
  }

  @Test
  void a_period_of_the_past_tells_what_became_of_its_offers_since() {
    Instant begun = now();
    Lead lead = offered();
    AgentId agent = holder(lead);
    minutes(2);
    accepted(lead);
    tick(DAY.multipliedBy(30));
    said(lead, ContactStatus.CONTACTED, DealStatus.NONE);

    assertThat(tally(new Span(begun, begun.plus(DAY))).of(agent, CONTACTED)).isOne();
  }

  @Test
  void another_company_sees_nothing() {
    AgentId agent = accepted(offered());
    Reports reports = store.reports();

    assertThat(reports.tally(OTHER, always(), Filter.ALL)).isEqualTo(new Tally());
    for (Dimension each : Dimension.values()) {
      assertThat(reports.by(OTHER, always(), each)).isEmpty();
    }
    var leads = new Figure(Optional.empty(), LEADS);
    assertThat(reports.behind(OTHER, always(), Filter.ALL, leads, 10)).isEmpty();
    assertThat(reports.scored(OTHER, agent, always())).isEmpty();
  }
}
