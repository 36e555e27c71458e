package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Schedule;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.SpecialTag.Reading;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The agents of a book by their place in it, and who of them holds what: compiled once for each
 * revision, so that a lead is compared only with those who share a tag with it.
 */
final class Roster {
  private static final int[] NOBODY = {};

  private final List<Agent> agents = new ArrayList<>();
  private final Map<AgentId, Integer> positions = new HashMap<>();
  private final List<Set<TagName>> held = new ArrayList<>();
  private final Map<TagName, int[]> holders = new HashMap<>();
  private final Map<Integer, List<SpecialTag.Points>> points = new LinkedHashMap<>();
  private final Map<Integer, List<SpecialTag.Most>> mosts = new HashMap<>();
  private final List<Schedule> schedules = new ArrayList<>();
  private final int[] scheduleOf;

  /**
   * @param ownNames the names under which each agent is a tag himself
   */
  Roster(List<Agent> all, Map<AgentId, List<TagName>> ownNames) {
    var known = new HashMap<Schedule, Integer>();
    var byTag = new HashMap<TagName, List<Integer>>();
    var distinct = new LinkedHashMap<AgentId, Agent>();
    for (Agent agent : all) distinct.put(agent.id(), agent);
    scheduleOf = new int[distinct.size()];
    for (Agent agent : distinct.values()) {
      int position = agents.size();
      agents.add(agent);
      positions.put(agent.id(), position);
      scheduleOf[position] =
          known.computeIfAbsent(
              agent.schedule(),
              schedule -> {
                schedules.add(schedule);
                return schedules.size() - 1;
              });
      var names = new HashSet<TagName>(ownNames.getOrDefault(agent.id(), List.of()));
      for (String name : agent.tags()) {
        names.add(TagName.of(name));
        special(position, name);
      }
      held.add(names);
      for (TagName name : names) byTag.computeIfAbsent(name, n -> new ArrayList<>()).add(position);
    }
    byTag.forEach((n, who) -> holders.put(n, who.stream().mapToInt(Integer::intValue).toArray()));
  }

  private void special(int position, String name) {
    if (!(SpecialTag.read(name) instanceof Reading.Special(SpecialTag tag))) return;
    if (tag instanceof SpecialTag.Points own) {
      points.computeIfAbsent(position, p -> new ArrayList<>()).add(own);
    } else if (tag instanceof SpecialTag.Most most) {
      mosts.computeIfAbsent(position, p -> new ArrayList<>()).add(most);
    }
  }

  int size() {
    return agents.size();
  }

  List<Agent> agents() {
    return agents;
  }

  Agent agent(int position) {
    return agents.get(position);
  }

  Optional<Integer> position(AgentId agent) {
    return Optional.ofNullable(positions.get(agent));
  }

  /** Positions of all who hold the tag. */
  int[] holders(TagName tag) {
    return holders.getOrDefault(tag, NOBODY);
  }

  Set<TagName> held(int position) {
    return held.get(position);
  }

  /** The points each agent's own tags give him, of all who have any. */
  Map<Integer, List<SpecialTag.Points>> points() {
    return points;
  }

  List<SpecialTag.Most> mosts(int position) {
    return mosts.getOrDefault(position, List.of());
  }

  boolean anyMosts() {
    return !mosts.isEmpty();
  }

  /** Schedules that are different; most agents share one. */
  List<Schedule> schedules() {
    return schedules;
  }

  /** Which of {@link #schedules()} an agent has. */
  int schedule(int position) {
    return scheduleOf[position];
  }
}
