package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.ledger.Lead;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import dev.baton.performance.Tally;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Offer;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationCommand.GiveFeedback;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** Ann and Bob are asked, then Cat, who is the catchall: what reports are told about. */
abstract class ReportsScene extends StoreScene {
  static final AgentId CAT = new AgentId("cat");
  static final Duration DAY = Duration.ofDays(1);

  @BeforeEach
  void hireCat() {
    settings(s -> s);
  }

  void settings(UnaryOperator<RoutingSettings> change) {
    BookDraft was = book();
    publish(new BookDraft(was.tags(), agents(), List.of(), change.apply(was.settings())));
  }

  static List<Agent> agents() {
    var cat = new Agent(CAT, "CAT", "cat@example.org", Set.of(), true, true, Map.of());
    return List.of(agent(ANN, "11"), agent(BOB, "12"), cat);
  }

  Instant now() {
    return store.clock().instant();
  }

  void tick(Duration passed) {
    store.clock().tick(passed);
  }

  void minutes(int many) {
    tick(Duration.ofMinutes(many));
  }

  Span always() {
    return new Span(Instant.EPOCH, now().plusSeconds(1));
  }

  Tally tally(Span span) {
    return store.reports().tally(ACME, span, Filter.ALL);
  }

  Tally tally() {
    return tally(always());
  }

  // What people do -------------------------------------------------------------------------------

  void decided(Lead lead, RotationCommand command) {
    assertThat(store.ledger().decide(lead.id(), command(command)))
        .get()
        .isInstanceOf(Decided.class);
  }

  Lead admitted(LeadContent content) {
    return admitted(
        content, new Begin(Traits.of(store.books().current(ACME).tagsOf(content)), none()));
  }

  Lead admitted(LeadContent content, Begin begin) {
    Lead lead = newLead();
    store.ledger().admit(lead, content, command(begin));
    return lead;
  }

  static Optional<String> none() {
    return Optional.empty();
  }

  static LeadContent of(String email) {
    return new LeadContent(
        CONTENT.text(), new Contact("Cleo", email, ""), CONTENT.givenTags(), CONTENT.source());
  }

  Offer held(Lead lead) {
    return file(lead).rotation().held().orElseThrow();
  }

  AgentId holder(Lead lead) {
    return held(lead).agent();
  }

  AgentId owner(Lead lead) {
    return file(lead).rotation().owner().orElseThrow();
  }

  static AgentId other(AgentId agent) {
    return agent.equals(ANN) ? BOB : ANN;
  }

  /** Who holds the lead takes it. */
  AgentId accepted(Lead lead) {
    Offer held = held(lead);
    decided(lead, new Accept(held.number(), held.agent(), Channel.PAGE));
    return held.agent();
  }

  /** Somebody takes it by his open offer. */
  void acceptedBy(Lead lead, AgentId agent) {
    Offer open =
        file(lead).rotation().open().stream()
            .filter(o -> o.agent().equals(agent))
            .findFirst()
            .orElseThrow();
    decided(lead, new Accept(open.number(), agent, Channel.PAGE));
  }

  AgentId declined(Lead lead) {
    Offer held = held(lead);
    decided(lead, new Decline(held.number(), held.agent(), Channel.PAGE));
    return held.agent();
  }

  /** The next step of the lead is due. */
  void due(Lead lead) {
    store.clock().set(file(lead).rotation().due().orElseThrow());
    decided(lead, new TimeOut());
  }

  AgentId timedOut(Lead lead) {
    AgentId missing = holder(lead);
    due(lead);
    return missing;
  }

  void givenBack(Lead lead) {
    decided(lead, new GiveBack(owner(lead), Channel.PAGE));
  }

  /** The owner says how far he has come. */
  void said(Lead lead, ContactStatus contact, DealStatus deal) {
    said(lead, new Feedback(contact, deal), Optional.of(owner(lead)));
  }

  void said(Lead lead, Feedback feedback, Optional<AgentId> agent) {
    String by = agent.isPresent() ? "" : "the admin";
    decided(lead, new GiveFeedback(feedback.progress(), agent, by, false));
  }

  // What is told ---------------------------------------------------------------------------------

  static void isCompany(Tally tally, Object... measuresAndAmounts) {
    assertThat(tally.company()).isEqualTo(amounts(measuresAndAmounts));
    addsUp(tally);
  }

  /** Domain §10: "Always". */
  static void addsUp(Tally tally) {
    for (AgentId agent : tally.agents().keySet()) {
      var outcomes =
          List.of(
              Measure.ACCEPTED,
              Measure.DECLINED,
              Measure.TIMED_OUT,
              Measure.PENDING,
              Measure.WITHDRAWN);
      assertThat(tally.of(agent, Measure.OFFERED))
          .isEqualTo(outcomes.stream().mapToLong(m -> tally.of(agent, m)).sum());
      assertThat(tally.of(agent, Measure.ACCEPTED))
          .isEqualTo(tally.of(agent, Measure.CONTACTED) + tally.of(agent, Measure.NOT_CONTACTED));
    }
    assertThat(tally.of(Measure.LEADS))
        .isEqualTo(
            List.of(
                    Measure.LEADS_ACCEPTED,
                    Measure.LEADS_CATCHALL,
                    Measure.LEADS_ASSIGNED,
                    Measure.LEADS_COALESCED,
                    Measure.LEADS_PENDING,
                    Measure.LEADS_DELINQUENT)
                .stream()
                .mapToLong(tally::of)
                .sum());
  }

  static void isOf(AgentId agent, Tally tally, Object... measuresAndAmounts) {
    assertThat(tally.agents().getOrDefault(agent, Map.of())).isEqualTo(amounts(measuresAndAmounts));
  }

  private static Map<Measure, Long> amounts(Object... measuresAndAmounts) {
    var amounts = new EnumMap<Measure, Long>(Measure.class);
    List<Object> left = Arrays.asList(measuresAndAmounts);
    for (int i = 0; i < left.size(); i += 2) {
      amounts.put((Measure) left.get(i), ((Number) left.get(i + 1)).longValue());
    }
    return amounts;
  }
}
