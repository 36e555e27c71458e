package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Location;
import dev.baton.agent.Schedule;
import dev.baton.agent.Team;
import dev.baton.agent.WeeklyHours;
import dev.baton.company.CompanyId;
import dev.baton.tag.Tag;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Builds routing books for tests, in the words of the worked examples. */
public final class TestBook {
  private final List<Tag> tags = new ArrayList<>();
  private final List<Agent> agents = new ArrayList<>();
  private final List<Team> teams = new ArrayList<>();
  private RoutingSettings settings = RoutingSettings.DEFAULT;
  private int revision = 1;

  public static TestBook with(Tag... tags) {
    var book = new TestBook();
    book.tags.addAll(List.of(tags));
    return book;
  }

  public TestBook agent(String name, String... holds) {
    agents.add(
        new Agent(id(name), name, name + "@example.org", Set.of(holds), true, false, Map.of()));
    return this;
  }

  public TestBook catchall(String name, String... holds) {
    agents.add(
        new Agent(id(name), name, name + "@example.org", Set.of(holds), true, true, Map.of()));
    return this;
  }

  public TestBook gone(String name, String... holds) {
    agents.add(
        new Agent(id(name), name, name + "@example.org", Set.of(holds), false, false, Map.of()));
    return this;
  }

  public TestBook team(Team team) {
    teams.add(team);
    return this;
  }

  /** The agent who was added last works there. */
  public TestBook at(Location... places) {
    agents.set(agents.size() - 1, agents.getLast().at(List.of(places)));
    return this;
  }

  public TestBook settings(UnaryOperator<RoutingSettings> change) {
    settings = change.apply(settings);
    return this;
  }

  public TestBook revision(int number) {
    revision = number;
    return this;
  }

  /** Gives everybody a shift of his own, without end. */
  public TestBook shiftsAroundTheClock() {
    return working(new Schedule(Optional.of(WeeklyHours.always(ZoneOffset.UTC)), Optional.empty()));
  }

  public TestBook working(Schedule schedule) {
    agents.replaceAll(agent -> agent.working(schedule));
    return this;
  }

  public RoutingBook build() {
    return new RoutingBook(
        new CompanyId("acme"), revision, new BookDraft(tags, agents, teams, settings));
  }

  public static AgentId id(String name) {
    return new AgentId(name);
  }
}
