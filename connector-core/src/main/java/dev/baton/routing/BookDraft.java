package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.SpecialTag.Reading;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** What an admin edits: tags, agents and settings, to be published as the next revision. */
public record BookDraft(List<Tag> tags, List<Agent> agents, RoutingSettings settings) {
  private static final int MOST_CATCHALLS = 5;

  public static final BookDraft EMPTY =
      new BookDraft(List.of(), List.of(), RoutingSettings.DEFAULT);

  public BookDraft {
    tags = List.copyOf(tags);
    agents = List.copyOf(agents);
  }

  /** All that keeps the draft from being published, each saying where and what to do. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    var names = new HashSet<TagName>();
    for (Tag tag : tags) {
      if (!names.add(tag.name())) {
        problems.add("Tag " + tag.name() + ": another tag has this name; rename one of them.");
      }
      if (SpecialTag.read(tag.name().text()) instanceof Reading.Wrong wrong) {
        problems.add("Tag " + tag.name() + ": " + wrong.why() + " For example: " + wrong.example());
      }
    }
    var ids = new HashSet<AgentId>();
    var emails = new HashSet<String>();
    for (Agent agent : agents) {
      if (!ids.add(agent.id())) {
        problems.add("Agent " + agent.id() + ": another agent has this id; give one a new id.");
      }
      if (!agent.email().isBlank() && !emails.add(agent.email().toLowerCase(Locale.ROOT))) {
        problems.add(
            "Agent "
                + agent.id()
                + ": another agent has the e-mail address "
                + agent.email()
                + "; each address belongs to one agent.");
      }
      for (String held : agent.tags()) checkHeld(agent, held, names, problems);
      agent
          .schedule()
          .shift()
          .ifPresent(
              shift ->
                  shift
                      .problems()
                      .forEach(p -> problems.add("Shift of agent " + agent.id() + ": " + p)));
    }
    long catchalls = agents.stream().filter(a -> a.active() && a.catchall()).count();
    if (catchalls > MOST_CATCHALLS) {
      problems.add(
          "Catchall: " + catchalls + " agents, but at most " + MOST_CATCHALLS + " may be.");
    }
    if (!settings.window().settable()) {
      problems.add(
          "Offer window: "
              + settings.window().length().toSeconds()
              + " seconds, but it is between 2 minutes and 2 weeks.");
    }
    problems.addAll(settings.calendar().problems());
    return List.copyOf(problems);
  }

  private static void checkHeld(
      Agent agent, String held, HashSet<TagName> names, List<String> problems) {
    switch (SpecialTag.read(held)) {
      case Reading.Wrong wrong -> {
        problems.add(
            "Agent "
                + agent.id()
                + ": "
                + held
                + ": "
                + wrong.why()
                + " For example: "
                + wrong.example());
        return;
      }
      case Reading.Special special -> {
        checkSpecial(agent, held, special.tag(), names, problems);
        return;
      }
      case Reading.Ordinary unused -> {}
    }
    try {
      if (!names.contains(TagName.of(held))) {
        problems.add(
            "Agent "
                + agent.id()
                + ": there is no tag named "
                + held
                + "; create the tag or take it from the agent.");
      }
    } catch (IllegalArgumentException wrongName) {
      problems.add("Agent " + agent.id() + ": " + wrongName.getMessage());
    }
  }

  private static void checkSpecial(
      Agent agent, String held, SpecialTag tag, HashSet<TagName> names, List<String> problems) {
    switch (tag) {
      case SpecialTag.Points points ->
          points
              .onlyWith()
              .filter(only -> !names.contains(only))
              .ifPresent(
                  only ->
                      problems.add(
                          "Agent "
                              + agent.id()
                              + ": "
                              + held
                              + " counts with the tag "
                              + only
                              + ", which does not exist; create it or correct the name."));
      case SpecialTag.MoneyRange unused -> {}
      case SpecialTag.NumberRange unused -> {}
      case SpecialTag.ZipRange unused -> {}
      case SpecialTag.Most unused -> problems.add(notYet(agent, held));
    }
  }

  /** Better refused than taken and without effect. */
  private static String notYet(Agent agent, String held) {
    return "Agent "
        + agent.id()
        + ": "
        + held
        + " is rightly written, but this version does not apply it; take it from the agent.";
  }
}
