package dev.baton.routing;

import dev.baton.agent.Cap;
import dev.baton.agent.Counted;
import dev.baton.agent.Received;
import dev.baton.agent.Team;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.TagName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How many leads an agent may have: by his own tags, and by his team's caps (domain §3, §8). */
final class Limits {
  private Limits() {}

  /** The most by his own tags that he has reached. */
  static Optional<SpecialTag.Most> most(List<SpecialTag.Most> own, Received received) {
    for (SpecialTag.Most most : own) {
      if (received.count(counted(most)) >= most.leads()) return Optional.of(most);
    }
    return Optional.empty();
  }

  /** The cap of his team that he has reached; one for a tag counts for leads that carry it. */
  static Optional<Cap> cap(Team team, Set<TagName> tagsOfLead, Received received) {
    for (Cap cap : team.caps()) {
      boolean counts = cap.tag().map(TagName::of).map(tagsOfLead::contains).orElse(true);
      if (counts && cap.reached(received.count(Counted.by(team.id(), cap)))) {
        return Optional.of(cap);
      }
    }
    return Optional.empty();
  }

  static Counted counted(SpecialTag.Most most) {
    return Counted.all(
        switch (most.span()) {
          case DAY -> Cap.Period.DAY;
          case WEEK -> Cap.Period.WEEK;
          case MONTH -> Cap.Period.MONTH;
          case TOTAL -> Cap.Period.TOTAL;
        });
  }
}
