package dev.baton.review;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.RecordKind;
import dev.baton.lead.LeadId;
import dev.baton.review.Finding.Severity;
import dev.baton.routing.LineUp;
import dev.baton.routing.Traits;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Leads for which nobody would ever be in line: those that came lately are tried, a lead without
 * tags, one with each tag alone, and pairs of tags that ask much of one agent.
 */
final class UnreachedLeads {
  private static final int PARTNERS_TOLD = 3;

  private final UnderReview review;
  private final boolean caught;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<Item> told = new HashSet<>();
  private final List<Set<TagName>> shown = new ArrayList<>();
  private final Set<AgentId> reached = new HashSet<>();

  UnreachedLeads(UnderReview review) {
    this.review = review;
    this.caught = !review.book().catchalls().isEmpty();
    if (review.activeAgents().isEmpty()) return;
    recent();
    for (RecordKind kind : review.kinds()) {
      made(List.of(), kind);
      for (TagName tag : carried()) made(List.of(tag), kind);
    }
    pairs();
  }

  List<Finding> findings() {
    return findings;
  }

  /** Those who were in line for one of the leads that were tried. */
  Set<AgentId> reached() {
    return reached;
  }

  private Set<TagName> carried() {
    var names = new LinkedHashSet<TagName>();
    for (Tag tag : review.book().content().tags()) {
      if (Names.isCarried(tag.name().text())) names.add(tag.name());
    }
    for (Agent agent : review.activeAgents()) {
      for (Tag tag : review.carriedTags(agent)) names.add(tag.name());
    }
    return names;
  }

  private LineUp line(Traits lead) {
    LineUp line = review.line(lead);
    for (LineUp.Standing standing : line.line()) reached.add(standing.agent());
    return line;
  }

  /** Leads with the same cause are told once, by the latest of them. */
  private void recent() {
    Map<Item, List<Unreached>> byCause = new LinkedHashMap<>();
    for (Recent.Arrival arrival : review.recent().leads()) {
      Traits lead = arrival.under(review.book());
      LineUp line = line(lead);
      if (!line.line().isEmpty()) continue;
      var unreached = new Unreached(review, Optional.of(arrival.lead()), lead, line);
      byCause.computeIfAbsent(unreached.about(), about -> new ArrayList<>()).add(unreached);
    }
    byCause.forEach(
        (about, leads) -> {
          Unreached latest = leads.getLast();
          shown.add(Set.copyOf(latest.traits().tagNames()));
          String words =
              "%d of the last %d leads would reach nobody, such as one %s."
                  .formatted(leads.size(), review.recent().leads().size(), latest.carried());
          tell(latest, words, Severity.WARNING);
        });
  }

  private void made(List<TagName> tags, RecordKind kind) {
    Traits lead = review.carrying(tags, kind);
    LineUp line = line(lead);
    if (!line.line().isEmpty()) return;
    var unreached = new Unreached(review, Optional.<LeadId>empty(), lead, line);
    if (unreached.isHeldByNobody()) return;
    boolean demanded =
        review.book().tags(tags).stream().anyMatch(tag -> tag.rule() != TagRule.PREFERENTIAL);
    tell(
        unreached,
        Words.capital(unreached.leads()) + " would reach nobody.",
        demanded ? Severity.WARNING : Severity.NOTE);
  }

  /** Tags of which one agent would have to hold both, and none does. */
  private void pairs() {
    List<Tag> demanding =
        review.book().content().tags().stream()
            .filter(tag -> tag.rule() != TagRule.PREFERENTIAL)
            .filter(tag -> Names.isCarried(tag.name().text()))
            .toList();
    Map<TagName, BitSet> holders = holders();
    for (int i = 0; i < demanding.size(); i++) {
      Tag one = demanding.get(i);
      BitSet own = holders.getOrDefault(one.name(), new BitSet());
      if (own.isEmpty()) continue;
      var apart = new ArrayList<Tag>();
      for (Tag other : demanding.subList(i + 1, demanding.size())) {
        boolean both = one.rule() == TagRule.REQUIRED || other.rule() == TagRule.REQUIRED;
        BitSet others = holders.getOrDefault(other.name(), new BitSet());
        boolean known =
            shown.stream().anyMatch(s -> s.contains(one.name()) && s.contains(other.name()));
        if (both && !known && !others.isEmpty() && !own.intersects(others)) apart.add(other);
      }
      pair(one, apart);
    }
  }

  private Map<TagName, BitSet> holders() {
    var holders = new HashMap<TagName, BitSet>();
    List<Agent> agents = review.activeAgents();
    for (int i = 0; i < agents.size(); i++) {
      for (TagName tag : review.book().heldBy(agents.get(i).id())) {
        holders.computeIfAbsent(tag, t -> new BitSet()).set(i);
      }
    }
    return holders;
  }

  private void pair(Tag one, List<Tag> apart) {
    for (Tag other : apart) {
      Traits lead = review.carrying(List.of(one.name(), other.name()), RecordKind.LEADS);
      LineUp line = line(lead);
      if (!line.line().isEmpty()) continue;
      String others =
          apart.size() == 1
              ? ""
              : " The same is true of "
                  + Words.some(
                      apart.stream()
                          .filter(t -> !t.equals(other))
                          .map(t -> t.name().text())
                          .toList(),
                      PARTNERS_TOLD)
                  + ".";
      var unreached = new Unreached(review, Optional.<LeadId>empty(), lead, line);
      String leads =
          "A lead with both %s and %s would reach nobody, for no agent holds both.%s"
              .formatted(one.name(), other.name(), others);
      findings.add(unreached.finding(UnderReview.item(one), severity(Severity.NOTE), leads));
      return;
    }
  }

  private void tell(Unreached unreached, String leads, Severity severity) {
    if (!told.add(unreached.about())) return;
    findings.add(unreached.finding(unreached.about(), severity(severity), leads));
  }

  /** Without a catchall, whoever is not reached is lost for a day. */
  private Severity severity(Severity wanted) {
    return caught ? wanted : Severity.WARNING;
  }
}
