package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.SpecialTag.Reading;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a draft before it is published and notes everything that is wrong with it at once, each
 * saying where and what to do.
 */
final class Proofreading {
  private static final int MOST_CATCHALLS = 5;

  private final BookDraft draft;
  private final List<String> problems = new ArrayList<>();
  private final Set<TagName> tags = new HashSet<>();
  private final Set<AgentId> agents = new HashSet<>();

  private Proofreading(BookDraft draft) {
    this.draft = draft;
  }

  static List<String> of(BookDraft draft) {
    var reading = new Proofreading(draft);
    draft.tags().forEach(reading::tag);
    reading.agents();
    reading.teams();
    reading.settings();
    return List.copyOf(reading.problems);
  }

  private void tag(Tag tag) {
    if (!tags.add(tag.name())) {
      note("Tag %s: another tag has this name; rename one of them.", tag.name());
    }
    if (SpecialTag.read(tag.name().text()) instanceof Reading.Wrong wrong) {
      note("Tag %s: %s For example: %s", tag.name(), wrong.why(), wrong.example());
    }
  }

  private void agents() {
    var emails = new HashSet<String>();
    for (Agent agent : draft.agents()) {
      if (!agents.add(agent.id())) {
        note("Agent %s: another agent has this id; give one a new id.", agent.id());
      }
      if (!agent.email().isBlank() && !emails.add(agent.email().toLowerCase(Locale.ROOT))) {
        note(
            "Agent %s: another agent has the e-mail address %s; each address belongs to one agent.",
            agent.id(), agent.email());
      }
      for (String held : agent.tags()) held(agent, held);
      agent
          .schedule()
          .shift()
          .ifPresent(
              shift -> shift.problems().forEach(p -> note("Shift of agent %s: %s", agent.id(), p)));
      if (draft.settings().matching().namesAsTags()
          && agent.active()
          && PersonalTags.named(agent.name()).isEmpty()) {
        note(
            "Agent %s: the name %s cannot be looked for in leads; a name as a tag has a letter or"
                + " digit, at most 100 characters and no comma.",
            agent.id(), agent.name());
      }
    }
    long catchalls = draft.agents().stream().filter(a -> a.active() && a.catchall()).count();
    if (catchalls > MOST_CATCHALLS) {
      note("Catchall: %d agents, but at most %d may be.", catchalls, MOST_CATCHALLS);
    }
  }

  private void held(Agent agent, String held) {
    switch (SpecialTag.read(held)) {
      case Reading.Wrong wrong ->
          note("Agent %s: %s: %s For example: %s", agent.id(), held, wrong.why(), wrong.example());
      case Reading.Special(SpecialTag.Points points) -> {
        if (points.onlyWith().filter(only -> !tags.contains(only)).isPresent()) {
          note(
              "Agent %s: %s counts with the tag %s, which does not exist; create it or correct the"
                  + " name.",
              agent.id(), held, points.onlyWith().get());
        }
      }
      case Reading.Special unused -> {}
      case Reading.Ordinary unused ->
          known(
              held,
              "Agent " + agent.id(),
              "there is no tag named " + held + "; create the tag or take it from the agent.");
    }
  }

  private void teams() {
    var ids = new HashSet<TeamId>();
    for (Team team : draft.teams()) {
      String where = "Team " + team.id();
      if (!ids.add(team.id())) note("%s: another team has this id; give one a new id.", where);
      for (Team.Member member : team.members()) {
        if (!agents.contains(member.agent())) {
          note(
              "%s: there is no agent %s; create the agent or take him from the team.",
              where, member.agent());
        }
      }
      team.tags().forEach(name -> known(name, where, "it takes leads with " + unknown(name)));
      team.caps()
          .forEach(
              cap ->
                  cap.tag().ifPresent(name -> known(name, where, "a cap counts " + unknown(name))));
      team.distribution()
          .tagWeights()
          .keySet()
          .forEach(name -> known(name, where, "it weighs by " + unknown(name)));
      team.problems().forEach(problem -> note("%s: %s", where, problem));
    }
  }

  private static String unknown(String name) {
    return "the tag " + name + ", which does not exist; create it or correct the name.";
  }

  private void known(String name, String where, String problem) {
    try {
      if (!tags.contains(TagName.of(name))) note("%s: %s", where, problem);
    } catch (IllegalArgumentException wrongName) {
      note("%s: %s", where, String.valueOf(wrongName.getMessage()));
    }
  }

  private void settings() {
    RoutingSettings settings = draft.settings();
    if (!settings.window().settable()) {
      note(
          "Offer window: %d seconds, but it is between 2 minutes and 2 weeks.",
          settings.window().length().toSeconds());
    }
    problems.addAll(settings.calendar().problems());
    problems.addAll(settings.retention().problems());
  }

  private void note(String problem, Object... about) {
    problems.add(String.format(Locale.ROOT, problem, about));
  }
}
