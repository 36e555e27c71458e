package dev.baton.server.page;

import dev.baton.ledger.LeadFile;
import dev.baton.rotation.RotationCommand.Resubmit;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.Traits;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tags somebody types for a lead that is to start again: some it carries already, or the company's.
 *
 * @param names as they were typed, one a line
 */
public record TypedTags(List<String> names, LeadFile lead, RoutingBook book) {
  public static TypedTags of(String typed, LeadFile lead, RoutingBook book) {
    return new TypedTags(
        typed.lines().map(String::strip).filter(name -> !name.isEmpty()).toList(), lead, book);
  }

  /** Those a lead carries now, as somebody would type them. */
  public static String carried(LeadFile lead) {
    return lead.rotation().tagNames().stream()
        .map(TagName::text)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  /** What is no tag; in the order in which it was typed. */
  public List<String> unknown() {
    return names.stream().filter(name -> tag(name).isEmpty()).toList();
  }

  /**
   * Starts again with these tags; what it is and where it is stay.
   *
   * @param by who wants it
   */
  public Resubmit resubmit(String by) {
    Traits was = lead.rotation().traits();
    List<TagMatch> tags = names.stream().flatMap(name -> tag(name).stream()).distinct().toList();
    return new Resubmit(new Traits(tags, was.kind(), was.place()), by);
  }

  private Optional<TagMatch> tag(String written) {
    TagName name;
    try {
      name = TagName.of(written);
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
    return lead.rotation().tags().stream()
        .filter(match -> match.tag().equals(name))
        .findFirst()
        .or(
            () ->
                book.content().tags().stream()
                    .map(Tag::name)
                    .filter(name::equals)
                    .findFirst()
                    .map(TagMatch::given));
  }
}
