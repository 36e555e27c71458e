package dev.baton.routing;

import dev.baton.agent.Place;
import dev.baton.agent.RecordKind;
import dev.baton.agent.ZipCentroids;
import dev.baton.lead.LeadContent;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import dev.baton.tag.ZipFields;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What of a lead matters for who gets it.
 *
 * @param tags found in it or given with it
 * @param kind what kind of record it is, so that the right team gets it
 * @param place the middle of the zip code it comes from; empty where none is known
 */
public record Traits(List<TagMatch> tags, RecordKind kind, Optional<Place> place) {
  public static final Traits NONE = new Traits(List.of(), RecordKind.LEADS, Optional.empty());

  public Traits {
    tags = List.copyOf(tags);
    // Events recorded before there were kinds and places have neither.
    kind = Objects.requireNonNullElse(kind, RecordKind.LEADS);
    place = Objects.requireNonNullElse(place, Optional.empty());
  }

  /**
   * What a lead's words say that matters.
   *
   * @param zips where zip codes are; the first of the lead's that is known tells its place
   */
  public static Traits read(
      RoutingBook book, RecordKind kind, LeadContent lead, ZipCentroids zips) {
    Optional<Place> place =
        ZipFields.of(lead.text()).stream().flatMap(zip -> zips.of(zip).stream()).findFirst();
    return new Traits(book.tagsOf(lead), kind, place);
  }

  /** A lead that says no more than these tags. */
  public static Traits of(List<TagMatch> tags) {
    return new Traits(tags, RecordKind.LEADS, Optional.empty());
  }

  /** A lead that came with these tags by name. */
  public static Traits given(Collection<TagName> names) {
    return of(names.stream().map(TagMatch::given).toList());
  }

  public List<TagName> tagNames() {
    return tags.stream().map(TagMatch::tag).toList();
  }
}
