package dev.baton.review;

import dev.baton.agent.AgentId;
import dev.baton.agent.Stretch;
import dev.baton.lead.LeadId;
import dev.baton.routing.Reason;
import dev.baton.routing.Traits;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Something concrete that shows a finding, made by the code that routes leads. */
public sealed interface Witness {
  /** What it shows, in plain English; never what a lead says. */
  String words();

  /**
   * A lead for which nobody is in line.
   *
   * @param lead one that came lately; empty for one that was made up
   * @param reasons how many agents are left out for which reason
   */
  record Unreached(Optional<LeadId> lead, Traits traits, Map<Reason, Integer> reasons)
      implements Witness {
    @Override
    public String words() {
      String why =
          reasons.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(e -> e.getValue() + " × " + e.getKey().words())
              .collect(Collectors.joining(", "));
      return lead.map(id -> "lead " + id + " with ").orElse("a lead with ")
          + carried(traits)
          + ": "
          + (why.isEmpty() ? "there is no agent" : why);
    }
  }

  /** Leads made for an agent, and why he is not in line for them. */
  record LeftOut(AgentId agent, List<Verdict> verdicts) implements Witness {
    public LeftOut {
      verdicts = List.copyOf(verdicts);
    }

    /** Why not for this lead. */
    public record Verdict(Traits lead, Reason reason) {}

    @Override
    public String words() {
      return verdicts.stream()
          .map(v -> "a lead with " + carried(v.lead()) + ": he " + v.reason().words())
          .collect(Collectors.joining("; "));
    }
  }

  /** A time of a concrete week. */
  record Hours(Stretch time, ZoneId zone) implements Witness {
    @Override
    public String words() {
      return Words.time(time, zone);
    }
  }

  /** A lead that says no more than this, and the tags that are found in it. */
  record Said(String text, List<TagName> found) implements Witness {
    public Said {
      found = List.copyOf(found);
    }

    @Override
    public String words() {
      return "a lead that says “" + text + "” carries " + named(found);
    }
  }

  /** Leads that came lately, none of which shows something. */
  record Among(int leads, Instant since) implements Witness {
    @Override
    public String words() {
      return "none of " + leads + " leads since " + since;
    }
  }

  /** What the book itself says. */
  record Stated(String words) implements Witness {}

  private static String carried(Traits lead) {
    return named(lead.tagNames()) + (lead.place().isPresent() ? " from a known place" : "");
  }

  private static String named(List<TagName> tags) {
    return tags.isEmpty()
        ? "no tags"
        : tags.stream().map(TagName::text).collect(Collectors.joining(", "));
  }
}
