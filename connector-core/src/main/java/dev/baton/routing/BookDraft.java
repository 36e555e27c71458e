package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.Team;
import dev.baton.tag.Tag;
import java.util.List;
import java.util.Objects;

/** What an admin edits: tags, agents and settings, to be published as the next revision. */
public record BookDraft(
    List<Tag> tags, List<Agent> agents, List<Team> teams, RoutingSettings settings) {
  public static final BookDraft EMPTY =
      new BookDraft(List.of(), List.of(), List.of(), RoutingSettings.DEFAULT);

  public BookDraft {
    tags = List.copyOf(tags);
    agents = List.copyOf(agents);
    // Books published before there were teams have none.
    teams = List.copyOf(Objects.requireNonNullElse(teams, List.of()));
  }

  /** A company without teams. */
  public BookDraft(List<Tag> tags, List<Agent> agents, RoutingSettings settings) {
    this(tags, agents, List.of(), settings);
  }

  public BookDraft with(List<Tag> others) {
    return new BookDraft(others, agents, teams, settings);
  }

  public BookDraft staffed(List<Agent> others) {
    return new BookDraft(tags, others, teams, settings);
  }

  /** The same, with other teams, in the order in which leads are taken. */
  public BookDraft teamed(List<Team> others) {
    return new BookDraft(tags, agents, others, settings);
  }

  /** The same, with other settings. */
  public BookDraft set(RoutingSettings others) {
    return new BookDraft(tags, agents, teams, others);
  }

  /** All that keeps the draft from being published, each saying where and what to do. */
  public List<String> problems() {
    return Proofreading.of(this);
  }
}
