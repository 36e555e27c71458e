package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.List;

/** Everybody in the simulated company, and the tags they may hold; counted, so sets are bits. */
final class People {
  private static final String[] NAMES = {"ann", "bob", "cat", "dan", "eve"};
  static final int COUNT = NAMES.length;

  /** Preferential, preferential, exclusive, exclusive, required. */
  static final String[] TAGS = {"P", "Q", "X", "Y", "R"};

  static final int TAG_SETS = 1 << TAGS.length;

  /** Somebody in the CRM who is nobody in Baton. */
  static final String OUTSIDER = "crm-zoe";

  private static final AgentId[] IDS = new AgentId[COUNT];
  private static final String[] OWNERS = new String[COUNT];
  private static final List<List<TagMatch>> MATCHES = new ArrayList<>();

  static {
    for (int i = 0; i < COUNT; i++) {
      IDS[i] = new AgentId(NAMES[i]);
      OWNERS[i] = "crm-" + NAMES[i];
    }
    for (int tags = 0; tags < TAG_SETS; tags++) {
      var matches = new ArrayList<TagMatch>();
      for (int t = 0; t < TAGS.length; t++) {
        if ((tags >> t & 1) != 0) matches.add(TagMatch.given(TagName.of(TAGS[t])));
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

  static List<TagMatch> tags(int set) {
    return MATCHES.get(set);
  }
}
