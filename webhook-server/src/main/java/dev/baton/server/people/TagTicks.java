package dev.baton.server.people;

import dev.baton.agent.Agent;
import dev.baton.routing.BookDraft;
import dev.baton.server.book.HeldTags;
import dev.baton.server.page.Form;
import dev.baton.server.page.TagCollections;
import dev.baton.server.words.Words;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an agent holds, as it is filled in: a box for each tag of the company, under the heading of
 * its collection, and a field for special forms.
 */
public final class TagTicks {
  private static final String TICKED = "held-";

  private TagTicks() {}

  /** The tags under one heading; {@code held} of them are ticked. */
  public record Group(String heading, List<Box> boxes, long held) {}

  /** One tag and its box. */
  public record Box(String field, String name, boolean ticked) {}

  /** The fields of what an agent holds. */
  static Map<String, String> of(Agent agent, BookDraft book) {
    Map<TagName, Tag> known = known(book);
    var values = new HashMap<String, String>();
    var others = new ArrayList<String>();
    int number = 0;
    for (String held : agent.tags()) {
      boolean boxed = HeldTags.named(held).filter(known::containsKey).isPresent();
      if (boxed) values.put(TICKED + number++, held);
      else others.add(held);
    }
    others.sort(String.CASE_INSENSITIVE_ORDER);
    values.put("tags", String.join("\n", others));
    return values;
  }

  private static Map<TagName, Tag> known(BookDraft book) {
    return book.tags().stream().collect(Collectors.toMap(Tag::name, tag -> tag, (a, b) -> a));
  }

  /** The boxes, those of no collection last; each ticked as the form has it. */
  static List<Group> groups(Form form, BookDraft book, Words words) {
    Set<TagName> ticked = new HashSet<>();
    ticked(form).forEach(name -> HeldTags.named(name).ifPresent(ticked::add));
    var groups = new ArrayList<Group>();
    int number = 0;
    for (TagCollections.Group each : TagCollections.of(book.tags(), words).groups()) {
      groups.add(group(each, ticked, number));
      number += each.tags().size();
    }
    return groups;
  }

  private static Group group(TagCollections.Group of, Set<TagName> ticked, int first) {
    var boxes = new ArrayList<Box>();
    for (Tag tag : of.tags()) {
      boxes.add(
          new Box(TICKED + (first + boxes.size()), tag.name().text(), ticked.contains(tag.name())));
    }
    return new Group(of.heading(), boxes, boxes.stream().filter(Box::ticked).count());
  }

  private static List<String> ticked(Form form) {
    return form.values().entrySet().stream()
        .filter(field -> field.getKey().startsWith(TICKED))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** What a form has ticked and typed; a tag that was ticked and typed is held once. */
  static Set<String> held(Form form) {
    var held = new LinkedHashSet<String>();
    var names = new HashSet<TagName>();
    var all = new ArrayList<>(ticked(form));
    all.addAll(typed(form.value("tags")));
    for (String each : all) {
      if (HeldTags.named(each).filter(name -> !names.add(name)).isEmpty()) held.add(each);
    }
    return held;
  }

  /** One a line; commas separate, too, for they cannot stand in a name. */
  static List<String> typed(String text) {
    var tags = new ArrayList<String>();
    for (String each : text.split("[\\r\\n,]+")) if (!each.isBlank()) tags.add(each.strip());
    return tags;
  }
}
