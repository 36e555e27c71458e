package dev.baton.server.book.setting;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.routing.BookDraft;
import dev.baton.server.book.form.Entry;
import dev.baton.server.book.form.Typed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who is told when nobody in line took a lead: 1 to 5 people (domain §5). */
final class CatchallPeople implements Entry<BookDraft> {
  static final String PEOPLE = "catchall";
  private static final String BOX = "catchall.";
  private static final int MOST = 5;

  /** The names of the boxes and of whom they are, those chosen now first. */
  static List<Map.Entry<String, String>> boxes(BookDraft book) {
    Comparator<Agent> chosenFirst = Comparator.comparing(agent -> !agent.catchall());
    return book.agents().stream()
        .filter(Agent::active)
        .sorted(chosenFirst.thenComparing(agent -> agent.name().toLowerCase(Locale.ROOT)))
        .map(agent -> Map.entry(box(agent.id()), agent.name()))
        .toList();
  }

  private static String box(AgentId agent) {
    return BOX + agent;
  }

  @Override
  public void write(BookDraft from, Map<String, String> into) {
    from.agents().stream()
        .filter(agent -> agent.active() && agent.catchall())
        .forEach(agent -> into.put(box(agent.id()), "yes"));
  }

  /** Somebody who has left stays what he was: he stands on no page of those who are there. */
  @Override
  public BookDraft read(BookDraft before, Typed typed) {
    List<Agent> agents =
        before.agents().stream()
            .map(a -> a.active() ? chosen(a, typed.ticked(box(a.id()))) : a)
            .toList();
    long chosen = count(agents);
    if (chosen > MOST) {
      typed.wrong(PEOPLE, typed.words().say("setting.catchall.many", chosen));
    }
    if (chosen == 0 && count(before.agents()) > 0) {
      typed.wrong(PEOPLE, typed.words().say("setting.catchall.nobody"));
    }
    return before.staffed(agents);
  }

  private static long count(List<Agent> agents) {
    return agents.stream().filter(agent -> agent.active() && agent.catchall()).count();
  }

  private static Agent chosen(Agent agent, boolean catchall) {
    return agent.catchall() == catchall
        ? agent
        : new Agent(
            agent.id(),
            agent.name(),
            agent.email(),
            agent.tags(),
            agent.active(),
            catchall,
            agent.crm(),
            agent.schedule(),
            agent.locations());
  }
}
