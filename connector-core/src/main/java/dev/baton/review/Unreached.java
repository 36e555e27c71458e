package dev.baton.review;

import dev.baton.agent.Agent;
import dev.baton.agent.Team;
import dev.baton.lead.LeadId;
import dev.baton.review.Finding.Kind;
import dev.baton.review.Finding.Severity;
import dev.baton.routing.LineUp;
import dev.baton.routing.Reason;
import dev.baton.routing.Traits;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A lead with nobody in line, and what keeps those out who came closest. */
record Unreached(UnderReview review, Optional<LeadId> lead, Traits traits, LineUp line) {

  Finding finding(Item about, Severity severity, String leads) {
    return new Finding(
        severity,
        Kind.NOBODY_REACHED,
        about,
        leads + " " + advice(),
        new Witness.Unreached(lead, traits, UnderReview.reasons(line)));
  }

  /** The reason of those who fulfilled most of the conditions; they are looked at in order. */
  private Reason closest() {
    return line.leftOut().values().stream().max(Reason::compareTo).orElse(Reason.NOT_AVAILABLE);
  }

  Item about() {
    return switch (closest()) {
      case EXCLUSIVE_MISS -> UnderReview.item(first(TagRule.EXCLUSIVE));
      case REQUIRED_MISS -> UnderReview.item(first(TagRule.REQUIRED));
      case OUT_OF_RADIUS -> UnderReview.setting(SettingFields.GEO_WEIGHT);
      default ->
          team()
              .map(UnderReview::item)
              .or(() -> traits.tagNames().stream().findFirst().map(UnderReview::item))
              .orElse(UnderReview.setting(SettingFields.UNTAGGED));
    };
  }

  /** Leads with a tag that only adds to scores, and adds to nobody's: told with the tag. */
  boolean isHeldByNobody() {
    List<Tag> tags = review.book().tags(traits.tagNames());
    return !tags.isEmpty()
        && line.team().isEmpty()
        && tags.stream().allMatch(t -> t.rule() == TagRule.PREFERENTIAL && !isHeld(t.name()));
  }

  String leads() {
    return Words.low(traits.kind()) + " " + carried();
  }

  String carried() {
    return traits.tags().isEmpty()
        ? "without a tag"
        : "with " + traits.tagNames().stream().map(TagName::text).collect(Collectors.joining(", "));
  }

  private String advice() {
    String team = team().map(t -> "the team " + t.name()).orElse("an agent");
    return switch (closest()) {
      case EXCLUSIVE_MISS ->
          "Give " + first(TagRule.EXCLUSIVE) + " to " + someoneIn() + ", or make it preferential.";
      case REQUIRED_MISS ->
          "Give "
              + all(TagRule.REQUIRED)
              + " to one and the same agent"
              + team().map(t -> " of the team " + t.name()).orElse("")
              + ", or make it preferential.";
      case OUT_OF_RADIUS -> "Widen somebody's radius, or add a location there.";
      case NO_MATCH -> noMatch();
      case NEGATIVE_SCORE -> "Raise the weight, or take points below zero from an agent.";
      case CAPPED -> "Raise the cap of " + team + ".";
      case MAX_REACHED -> "Let somebody have more leads.";
      case NOT_AVAILABLE,
          OUT_OF_HOURS,
          OUT_OF_OFFICE,
          HOLIDAY,
          DECLINED_BEFORE,
          BEYOND_OFFER_LIMIT ->
          "Give " + team + " hours in which somebody works.";
    };
  }

  private String noMatch() {
    if (team().isPresent()) {
      return "They belong to the team "
          + team().get().name()
          + "; give their tags to its members, or let them take turns.";
    }
    return traits.tags().isEmpty()
        ? "Let every agent qualify for untagged leads, or leave them to the catchall."
        : "Give " + traits.tagNames().getFirst() + " to an agent, or remove it.";
  }

  private String someoneIn() {
    return team().map(t -> "somebody in the team " + t.name()).orElse("somebody");
  }

  private Optional<Team> team() {
    return line.team().flatMap(review.book()::team);
  }

  private List<Tag> tags(TagRule rule) {
    return review.book().tags(traits.tagNames()).stream().filter(t -> t.rule() == rule).toList();
  }

  private String all(TagRule rule) {
    return tags(rule).stream().map(t -> t.name().text()).collect(Collectors.joining(", "));
  }

  /** One that nobody holds rather than one that somebody does. */
  private TagName first(TagRule rule) {
    List<TagName> tags = tags(rule).stream().map(Tag::name).sorted().toList();
    return tags.stream().filter(tag -> !isHeld(tag)).findFirst().orElse(tags.getFirst());
  }

  private boolean isHeld(TagName tag) {
    return review.activeAgents().stream()
        .map(Agent::id)
        .anyMatch(agent -> review.book().heldBy(agent).contains(tag));
  }
}
