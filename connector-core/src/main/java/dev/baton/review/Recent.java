package dev.baton.review;

import dev.baton.agent.Place;
import dev.baton.agent.RecordKind;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.Traits;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the leads that came lately, oldest first. Their words are looked at and never
 * told.
 */
public record Recent(List<Arrival> leads) {
  public static final Recent NONE = new Recent(List.of());

  public Recent {
    leads = leads.stream().sorted(Comparator.comparing(Arrival::at)).toList();
  }

  /**
   * A lead that came.
   *
   * @param place see {@link Traits}
   */
  public record Arrival(
      LeadId lead, Instant at, LeadContent content, RecordKind kind, Optional<Place> place) {

    /** What the book finds in it. */
    Traits under(RoutingBook book) {
      return new Traits(book.tagsOf(content), kind, place);
    }
  }
}
