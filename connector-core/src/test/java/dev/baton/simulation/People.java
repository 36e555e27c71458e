package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Everybody in the simulated company, and the tags they may hold; counted, so sets are bits. */
final class People {
  private static final String[] NAMES = {"ann", "bob", "cat", "dan", "eve"};
  static final int COUNT = NAMES.length;

  /** Preferential, preferential, exclusive, exclusive, required. */
  static final String[] TAGS = {"P", "Q", "X", "Y", "R"};

  static final int TAG_SETS = 1 << TAGS.length;

  /** Somebody in the CRM who is nobody in Baton. */
  static final String OUTSIDER = "crm-zoe";

  static final int EVERYBODY = (1 << COUNT) - 1;

  private static final TagName[] NAMES_OF_TAGS = new TagName[TAGS.length];
  private static final AgentId[] IDS = new AgentId[COUNT];
  private static final String[] OWNERS = new String[COUNT];
  private static final List<List<TagMatch>> MATCHES = new ArrayList<>();

  static {
    for (int i = 0; i < COUNT; i++) {
      IDS[i] = new AgentId(NAMES[i]);
      OWNERS[i] = "crm-" + NAMES[i];
    }
    for (int t = 0; t < TAGS.length; t++) NAMES_OF_TAGS[t] = TagName.of(TAGS[t]);
    for (int tags = 0; tags < TAG_SETS; tags++) {
      var matches = new ArrayList<TagMatch>();
      for (int t = 0; t < TAGS.length; t++) {
        if ((tags >> t & 1) != 0) matches.add(TagMatch.given(NAMES_OF_TAGS[t]));
      }
      MATCHES.add(List.copyOf(matches));
    }
  }

  private People() {}

  static AgentId id(int agent) {
    return IDS[agent];
  }

  static int of(AgentId id) {
    return id.value().charAt(0) - 'a';
  }

  static int bit(AgentId id) {
    return 1 << of(id);
  }

  /** The agent's id as an owner in the CRM. */
  static String owner(AgentId id) {
    return OWNERS[of(id)];
  }

  static String owner(int agent) {
    return OWNERS[agent];
  }

  /** Who that owner in the CRM is here; -1 for the outsider. */
  static int owning(String owner) {
    return owner.equals(OUTSIDER) ? -1 : owner.charAt(4) - 'a';
  }

  /** The names of a set of tags. */
  static Set<String> names(int set) {
    var names = new TreeSet<String>();
    for (int t = 0; t < TAGS.length; t++) if ((set >> t & 1) != 0) names.add(TAGS[t]);
    return names;
  }

  /** The set of tags that were found. */
  static int tagSet(List<TagMatch> tags) {
    int set = 0;
    for (TagMatch match : tags) {
      for (int t = 0; t < TAGS.length; t++) if (match.tag().equals(NAMES_OF_TAGS[t])) set |= 1 << t;
    }
    return set;
  }

  static int agentSet(Collection<AgentId> agents) {
    int set = 0;
    for (AgentId agent : agents) set |= bit(agent);
    return set;
  }

  /** A set of agents, for people. */
  static List<AgentId> who(int set) {
    var who = new ArrayList<AgentId>();
    for (int i = 0; i < COUNT; i++) if ((set >> i & 1) != 0) who.add(IDS[i]);
    return who;
  }

  static List<TagMatch> tags(int set) {
    return MATCHES.get(set);
  }
}
