package dev.baton.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.memory.InMemoryCompanies;
import dev.baton.memory.InMemoryLeadTracks;
import dev.baton.memory.InMemoryLedger;
import dev.baton.performance.ActionTimes;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports;
import dev.baton.performance.Tally;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBook;
import dev.baton.server.page.LeadsBehind.Named;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeadsBehindTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final Company ACME = new Company(new CompanyId("acme"), "Acme", ZoneOffset.UTC);
  private static final RoutingBook BOOK = new RoutingBook(ACME.id(), 1, BookDraft.EMPTY);
  private static final ReportQuestion TODAY =
      new ReportQuestion(
          LocalDate.parse("2026-11-25"),
          LocalDate.parse("2026-11-25"),
          ZoneOffset.UTC,
          Reports.Filter.ALL,
          Optional.empty(),
          /* compared= */ false);

  /** Behind numbers stand as many leads as wanted, each with the amount of its measure. */
  private record Numbered(Map<Measure, List<Long>> amounts) implements Reports {
    @Override
    public List<Behind> behind(
        CompanyId company, Span span, Filter filter, Figure figure, int limit) {
      var leads = new ArrayList<Behind>();
      List<Long> its = amounts.getOrDefault(figure.measure(), List.of());
      for (int i = 0; i < Math.min(limit, its.size()); i++) {
        if (its.get(i) != 0) leads.add(new Behind(new LeadId(new UUID(0, i)), NOON, its.get(i)));
      }
      return leads;
    }

    @Override
    public List<Responded> responses(CompanyId company, Span span, Filter filter, int limit) {
      List<Long> its = amounts.getOrDefault(Measure.RESPONDED, List.of());
      return its.stream()
          .limit(limit)
          .map(s -> new Responded(new LeadId(new UUID(0, s)), NOON, Math.toIntExact(s)))
          .toList();
    }

    @Override
    public Tally tally(CompanyId company, Span span, Filter filter) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Tally> by(CompanyId company, Span span, Dimension dimension) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Scored> scored(CompanyId company, AgentId agent, Span span) {
      throw new UnsupportedOperationException();
    }
  }

  private static LeadsBehindView view(Measure measure, Map<Measure, List<Long>> amounts) {
    return view(measure, amounts, Words.ENGLISH);
  }

  private static LeadsBehindView view(
      Measure measure, Map<Measure, List<Long>> amounts, Words words) {
    var companies = new InMemoryCompanies();
    var ledger = new InMemoryLedger(companies, () -> NOON, (offer, agent) -> "");
    companies.put(ACME);
    var actions = new ActionTimes(new InMemoryLeadTracks(ledger, companies), companies, companies);
    boolean unactioned = measure == Measure.GOT;
    Optional<AgentId> agent =
        measure.ofCompany() ? Optional.empty() : Optional.of(new AgentId("ann"));
    return new LeadsBehind(new Numbered(amounts), ledger, actions)
        .view(
            ACME,
            BOOK,
            TODAY,
            new Named(new Reports.Figure(agent, measure), unactioned),
            NOON,
            words);
  }

  private static List<Long> once(int leads) {
    return Collections.nCopies(leads, 1L);
  }

  @Test
  void it_says_how_many_leads_there_are() {
    LeadsBehindView view = view(Measure.LEADS, Map.of(Measure.LEADS, once(500)));

    assertThat(view.count()).isEqualTo("500 leads");
    assertThat(view.cut()).isEmpty();
    assertThat(view.amount()).isEmpty();
    assertThat(view.at()).isEqualTo("Received");
    assertThat(view(Measure.LEADS, Map.of()).count()).isEqualTo("No leads");
  }

  @Test
  void it_says_when_there_are_more_than_are_shown() {
    LeadsBehindView view = view(Measure.LEADS, Map.of(Measure.LEADS, once(501)));

    assertThat(view.count()).isEqualTo("More than 500 leads");
    assertThat(view.cut()).startsWith("The latest 500 are shown.");
    assertThat(view.leads()).hasSize(500);
  }

  @Test
  void a_lead_that_was_offered_twice_is_told_so() {
    LeadsBehindView view = view(Measure.TIMED_OUT, Map.of(Measure.TIMED_OUT, List.of(1L, 2L)));

    assertThat(view.title()).isEqualTo("Offered to ann and timed out");
    assertThat(view.count()).isEqualTo("2 leads, 3 times in all");
    assertThat(view.leads())
        .extracting(LeadsBehindView.Lead::amount)
        .containsExactly("once", "2 times");
  }

  @Test
  void what_was_accepted_at_once_is_among_the_response_times() {
    LeadsBehindView view =
        view(
            Measure.ANSWER_SECONDS,
            Map.of(Measure.ANSWER_SECONDS, List.of(0L, 125L), Measure.ACCEPTED, List.of(1L, 1L)));

    assertThat(view.title()).isEqualTo("How long ann took to accept");
    assertThat(view.leads())
        .extracting(LeadsBehindView.Lead::amount)
        .containsExactly("0 s", "2 min 5 s");
  }

  @Test
  void response_times_are_told_lead_by_lead_longest_first() {
    LeadsBehindView view =
        view(Measure.RESPONDED, Map.of(Measure.RESPONDED, List.of(500L, 125L, 0L)));

    assertThat(view.count()).isEqualTo("3 leads");
    assertThat(view.amount()).isEqualTo("Took");
    assertThat(view.leads())
        .extracting(LeadsBehindView.Lead::amount)
        .containsExactly("8 min 20 s", "2 min 5 s", "0 s");
    assertThat(view(Measure.RESPONDED, Map.of(Measure.RESPONDED, once(501))).cut())
        .startsWith("The longest 500 are shown.");
  }

  @Test
  void not_yet_actioned_are_leads_got_but_for_those_acted_on() {
    LeadsBehindView view =
        view(Measure.GOT, Map.of(Measure.GOT, List.of(1L, 2L, 1L), Measure.ACTED, List.of(1L, 1L)));

    assertThat(view.title()).isEqualTo("Not yet actioned: ann");
    assertThat(view.count()).isEqualTo("2 leads");
  }

  @ParameterizedTest
  @EnumSource(Measure.class)
  void each_number_has_a_title_in_each_language(Measure measure) {
    for (Words words : Words.ALL) {
      LeadsBehindView view = view(measure, Map.of(measure, List.of(1L)), words);
      assertThat(view.title()).isNotBlank();
      assertThat(view.title().contains("ann")).isEqualTo(!measure.ofCompany());
    }
  }

  @Test
  void they_are_told_in_german_too() {
    LeadsBehindView view =
        view(Measure.TIMED_OUT, Map.of(Measure.TIMED_OUT, List.of(1L, 2L)), Words.in("de"));

    assertThat(view.title()).isEqualTo("Zeit abgelaufen bei ann");
    assertThat(view.count()).isEqualTo("2 Leads, zusammen 3-mal");
    assertThat(view.leads())
        .extracting(LeadsBehindView.Lead::amount)
        .containsExactly("einmal", "2-mal");
    assertThat(view(Measure.LEADS, Map.of(Measure.LEADS, once(501)), Words.in("de")).cut())
        .startsWith("Die neuesten 500 werden gezeigt.");
  }
}
