package dev.baton.server.page;

import dev.baton.server.why.Why;
import dev.baton.server.why.Why.AgentVerdict;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * An explanation as its page shows it.
 *
 * @param page where everything else about the lead is
 * @param zone whose clock it is
 */
public record WhyView(String lead, String page, String zone, DateTimeFormatter clock, Why why) {
  public String at(Instant instant) {
    return clock.format(instant);
  }

  /** The last decision is the one people come for: its table is open. */
  public boolean last(Why.Step step) {
    return why.decisions().reversed().stream()
        .filter(s -> !s.agents().isEmpty())
        .findFirst()
        .filter(s -> s == step)
        .isPresent();
  }

  public long inLine(List<AgentVerdict> agents) {
    return agents.stream().filter(a -> a.place() > 0).count();
  }
}
