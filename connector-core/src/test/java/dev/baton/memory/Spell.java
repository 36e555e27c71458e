package dev.baton.memory;

import dev.baton.agent.AgentId;
import dev.baton.feedback.Progress;
import dev.baton.memory.CountedLead.Amount;
import dev.baton.performance.AgentEvent;
import dev.baton.performance.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One time that a lead has become an agent's, and what was said while it was his. */
final class Spell {
  final AgentId agent;
  final Instant got;
  final Instant countsFor;
  private final boolean accepted;
  Progress said = Progress.NONE;
  long comments;
  @Nullable Instant acted;
  final Set<AgentEvent.Kind> spokenOf = new HashSet<>();

  Spell(AgentId agent, Instant got, Instant countsFor, boolean accepted) {
    this.agent = agent;
    this.got = got;
    this.countsFor = countsFor;
    this.accepted = accepted;
  }

  List<Amount> amounts() {
    var amounts = new ArrayList<Amount>();
    add(amounts, Measure.GOT, 1);
    switch (said.deal()) {
      case NONE, IN_PROGRESS -> {}
      case CLOSED_WON -> add(amounts, Measure.WON, 1);
      case CLOSED_LOST -> add(amounts, Measure.LOST, 1);
    }
    if (acted != null) {
      add(amounts, Measure.ACTED, 1);
      add(amounts, Measure.ACTION_SECONDS, CountedLead.seconds(got, acted));
    }
    if (!accepted) return amounts;
    add(amounts, said.contact().reached() ? Measure.CONTACTED : Measure.NOT_CONTACTED, 1);
    switch (said.deal()) {
      case NONE -> {}
      case IN_PROGRESS -> add(amounts, Measure.IN_PROGRESS, 1);
      case CLOSED_WON -> add(amounts, Measure.CLOSED, 1);
      case CLOSED_LOST -> add(amounts, Measure.UNSUCCESSFUL, 1);
    }
    add(amounts, Measure.COMMENTS, comments);
    return amounts;
  }

  private void add(List<Amount> amounts, Measure measure, long amount) {
    CountedLead.add(amounts, agent, measure, countsFor, amount);
  }
}
