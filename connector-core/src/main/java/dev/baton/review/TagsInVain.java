package dev.baton.review;

import dev.baton.agent.Agent;
import dev.baton.agent.Cap;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Team;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import dev.baton.review.Finding.Kind;
import dev.baton.review.Finding.Severity;
import dev.baton.routing.LineUp;
import dev.baton.routing.Traits;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tags that do nothing, or not what they seem to. */
final class TagsInVain {
  /** Of fewer leads it says nothing that a tag is not among them. */
  private static final int LEADS_THAT_TELL = 50;

  private final UnderReview review;
  private final List<Tag> tags;
  private final List<Finding> findings = new ArrayList<>();

  private TagsInVain(UnderReview review) {
    this.review = review;
    this.tags = review.book().content().tags();
  }

  static List<Finding> in(UnderReview review) {
    var looking = new TagsInVain(review);
    looking.alike();
    looking.neverFound();
    looking.heldByNobody();
    looking.notFoundLately();
    return looking.findings;
  }

  /** Names that people take for one and that are two, or of which only the first counts. */
  private void alike() {
    Map<String, Tag> seen = new HashMap<>();
    for (Tag tag : tags) {
      Tag first = seen.putIfAbsent(look(tag), tag);
      if (first == null) continue;
      boolean same = first.name().equals(tag.name());
      note(
          Severity.WARNING,
          Kind.TAGS_ALIKE,
          tag,
          same
              ? "%s and %s are the same name, and only one of them counts. Remove the other."
              : "%s and %s look alike, but a lead that says one does not carry the other. Keep one"
                  + " of them.",
          List.of(first.name(), tag.name()),
          said(first.name().text()));
    }
  }

  private static String look(Tag tag) {
    return Normalizer.normalize(tag.name().key(), Normalizer.Form.NFKC)
        .replaceAll(" +", " ")
        .strip();
  }

  private Witness.Said said(String text) {
    var lead = new LeadContent(new LeadText("", text, Map.of()), Contact.UNKNOWN, Set.of(), "");
    return new Witness.Said(text, review.book().tagsOf(lead).stream().map(TagMatch::tag).toList());
  }

  private void neverFound() {
    for (Tag tag : tags) {
      Witness.Said said = said(tag.name().text());
      boolean range = SpecialTag.read(tag.name().text()) instanceof SpecialTag.Reading.Special;
      boolean searched = Names.isCarried(tag.name().text());
      if (said.found().contains(tag.name()) || (range && searched)) continue;
      note(
          Severity.WARNING,
          Kind.NEVER_FOUND,
          tag,
          "%s is found in no lead: its form belongs to agents. Give it to the agents it is meant"
              + " for, and remove it here.",
          List.of(tag.name()),
          said);
    }
  }

  /**
   * Tags that put no condition and raise nobody's score. One that counts elsewhere is in vain only
   * where leads with it alone reach nobody; leads of a team are told with the team.
   */
  private void heldByNobody() {
    Set<TagName> held = held();
    Set<TagName> counted = counted();
    for (Tag tag : tags) {
      boolean adds = tag.rule() == TagRule.PREFERENTIAL && Names.isCarried(tag.name().text());
      if (!adds || held.contains(tag.name())) continue;
      Traits lead = review.carrying(List.of(tag.name()), RecordKind.LEADS);
      LineUp line = review.line(lead);
      boolean counts = counted.contains(tag.name()) || tag.price().isPresent();
      if (line.team().isPresent() || (counts && !line.line().isEmpty())) continue;
      note(
          Severity.NOTE,
          Kind.HELD_BY_NOBODY,
          tag,
          "No active agent holds %s. Give it to somebody, or remove it.",
          List.of(tag.name()),
          line.line().isEmpty()
              ? new Witness.Unreached(Optional.empty(), lead, UnderReview.reasons(line))
              : new Witness.Stated(
                  "held by 0 of " + review.activeAgents().size() + " active agents"));
    }
  }

  private Set<TagName> held() {
    var held = new HashSet<TagName>();
    for (Agent agent : review.activeAgents()) held.addAll(review.book().heldBy(agent.id()));
    return held;
  }

  /** Tags by which points and caps count, and by which teams take leads. */
  private Set<TagName> counted() {
    var counted = new HashSet<TagName>();
    for (Agent agent : review.activeAgents()) {
      Names.points(agent.tags()).forEach(p -> p.onlyWith().ifPresent(counted::add));
    }
    for (Team team : review.book().content().teams()) {
      team.tags().forEach(name -> counted.add(TagName.of(name)));
      for (Cap cap : team.caps()) cap.tag().ifPresent(name -> counted.add(TagName.of(name)));
    }
    return counted;
  }

  private void notFoundLately() {
    List<Recent.Arrival> leads = review.recent().leads();
    if (leads.size() < LEADS_THAT_TELL) return;
    var found = new HashSet<TagName>();
    for (Recent.Arrival lead : leads) found.addAll(lead.under(review.book()).tagNames());
    for (Tag tag : tags) {
      if (found.contains(tag.name()) || !Names.isCarried(tag.name().text())) continue;
      note(
          Severity.NOTE,
          Kind.NOT_FOUND_LATELY,
          tag,
          "%s was found in none of the last "
              + leads.size()
              + " leads. Look at how customers say"
              + " it, or remove it.",
          List.of(tag.name()),
          new Witness.Among(leads.size(), leads.getFirst().at()));
    }
  }

  private void note(
      Severity severity,
      Kind kind,
      Tag about,
      String sentence,
      List<TagName> names,
      Witness witness) {
    findings.add(
        new Finding(
            severity, kind, UnderReview.item(about), sentence.formatted(names.toArray()), witness));
  }
}
