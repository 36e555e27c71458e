package dev.baton.hubspot.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which records of one account belong together; every link can be followed both ways. */
final class Links {
  private final Set<Link> links = new LinkedHashSet<>();

  synchronized void add(Link link) {
    if (between(link.from(), link.fromId(), link.to()).stream()
        .noneMatch(known -> known.toId().equals(link.toId()))) {
      links.add(link);
      links.add(link.turned());
    }
  }

  synchronized void remove(ObjectType from, String fromId, ObjectType to, String toId) {
    links.removeIf(
        l ->
            (l.from() == from && l.fromId().equals(fromId) && l.to() == to && l.toId().equals(toId))
                || (l.from() == to
                    && l.fromId().equals(toId)
                    && l.to() == from
                    && l.toId().equals(fromId)));
  }

  synchronized List<Link> between(ObjectType from, String fromId, ObjectType to) {
    return links.stream()
        .filter(l -> l.from() == from && l.fromId().equals(fromId) && l.to() == to)
        .toList();
  }

  /** Hands the links of merged records over to the one they became. */
  synchronized void move(ObjectType type, String oldId, String newId) {
    for (Link link : new ArrayList<>(links)) {
      if (link.from() == type && link.fromId().equals(oldId)) {
        remove(type, oldId, link.to(), link.toId());
        add(new Link(type, newId, link.to(), link.toId(), link.kind()));
      }
    }
  }
}
