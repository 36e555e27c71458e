package dev.baton.server.page;

import dev.baton.server.words.Words;
import dev.baton.tag.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Tags under the headings of their collections, those of no collection last. */
public record TagCollections(List<Group> groups) {
  /** Tags under one heading, by name. */
  public record Group(String heading, List<Tag> tags) {}

  public static TagCollections of(Collection<Tag> tags, Words words) {
    var byHeading = new TreeMap<String, List<Tag>>(String.CASE_INSENSITIVE_ORDER);
    for (Tag tag : tags.stream().sorted(Comparator.comparing(Tag::name)).toList()) {
      byHeading.computeIfAbsent(tag.collection(), c -> new ArrayList<>()).add(tag);
    }
    List<Tag> loose = byHeading.remove("");
    var groups = new ArrayList<Group>();
    byHeading.forEach((heading, some) -> groups.add(new Group(heading, some)));
    if (loose != null) {
      String heading = words.say(groups.isEmpty() ? "report.tags.all" : "report.tags.other");
      groups.add(new Group(heading, loose));
    }
    return new TagCollections(List.copyOf(groups));
  }
}
