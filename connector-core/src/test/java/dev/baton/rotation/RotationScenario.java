package dev.baton.rotation;

import static dev.baton.routing.TestBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.RoutingFacts.Fact;
import dev.baton.routing.TestBook;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lead and what surrounds it: given what happened, when somebody wants something, then. */
abstract class RotationScenario {
  protected static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  protected static final Duration WINDOW = Duration.ofMinutes(5);
  protected static final AgentId ANN = id("ann");
  protected static final AgentId BOB = id("bob");
  protected static final AgentId CAT = id("cat");

  protected final TestBook book =
      TestBook.with(Tag.preferential("P")).agent("ann", "P").agent("bob", "P");
  protected final Map<AgentId, Fact> facts = new HashMap<>();
  protected Instant now = TEN;
  protected Rotation lead = Rotation.NEW;
  protected Optional<Kin> kin = Optional.empty();
  protected List<Kin> stuck = List.of();
  protected Optional<Instant> lastRelease = Optional.empty();

  /** The book in force. */
  protected TestBook book() {
    return book;
  }

  protected Decision when(RotationCommand command) {
    var akin = new ArrayList<>(stuck);
    kin.ifPresent(akin::add);
    var seen =
        new Circumstances(book().build(), new RoutingFacts(facts, now, lastRelease), now, akin);
    Decision decision = RotationRules.decide(lead, command, seen);
    if (decision instanceof Decided decided) {
      for (RotationEvent event : decided.events()) lead = lead.after(event);
    }
    return decision;
  }

  protected List<RotationEvent> then(RotationCommand command) {
    Decision decision = when(command);
    assertThat(decision).as("%s", decision).isInstanceOf(Decided.class);
    return ((Decided) decision).events();
  }

  protected Refusal refused(RotationCommand command) {
    Rotation before = lead;
    Decision decision = when(command);
    assertThat(decision).as("%s", decision).isInstanceOf(Refused.class);
    assertThat(lead).isEqualTo(before);
    return ((Refused) decision).refusal();
  }

  protected void begun() {
    then(begin());
  }

  protected static Begin begin() {
    return new Begin(List.of(TagMatch.given(TagName.of("P"))));
  }

  protected static Accept accept(int offer, AgentId agent) {
    return new Accept(offer, agent, Channel.PAGE);
  }

  protected static Decline decline(int offer, AgentId agent) {
    return new Decline(offer, agent, Channel.PAGE);
  }

  protected static GiveAnotherChance chance(int offer, AgentId agent) {
    return new GiveAnotherChance(offer, agent, Channel.PAGE);
  }

  protected LeadOffered offered(int number, AgentId agent, Offer.Kind kind) {
    return new LeadOffered(now, number, agent, kind, now.plus(WINDOW));
  }

  protected void timeOutNow() {
    now = lead.due().orElseThrow();
    then(new TimeOut());
  }

  protected void unavailable(AgentId agent) {
    facts.put(agent, new Fact(false, 100, Optional.empty()));
  }
}
