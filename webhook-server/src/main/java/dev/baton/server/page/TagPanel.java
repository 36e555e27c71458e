package dev.baton.server.page;

import static java.util.stream.Collectors.toCollection;

import dev.baton.agent.Agent;
import dev.baton.routing.RoutingBook;
import dev.baton.server.words.Words;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tags of one agent, beside his numbers (domain §10).
 *
 * @param groups by collection, those without one last but for special forms
 * @param change where they are changed
 * @param close the same page without them
 */
public record TagPanel(String agent, List<Group> groups, String change, String close) {

  /** Tags under one heading. */
  public record Group(String collection, List<Held> tags) {}

  /**
   * A tag he holds.
   *
   * @param note what it does, such as "exclusive, 100"
   */
  public record Held(String name, String note) {}

  /**
   * The tags an agent holds by a book.
   *
   * @param close the address of the page without the panel
   */
  static TagPanel of(Agent agent, RoutingBook book, String close, Words words) {
    Set<TagName> left = agent.tags().stream().map(TagName::of).collect(toCollection(TreeSet::new));
    List<Tag> known = book.content().tags().stream().filter(t -> left.remove(t.name())).toList();
    var groups = new ArrayList<Group>();
    for (TagCollections.Group each : TagCollections.of(known, words).groups()) {
      groups.add(
          new Group(each.heading(), each.tags().stream().map(tag -> held(tag, words)).toList()));
    }
    if (!left.isEmpty()) {
      groups.add(
          new Group(
              words.say("report.tags.special"),
              left.stream().map(name -> new Held(name.text(), "")).toList()));
    }
    return new TagPanel(
        agent.name(),
        groups,
        "/users/agents/" + URLEncoder.encode(agent.id().value(), StandardCharsets.UTF_8),
        close);
  }

  private static Held held(Tag tag, Words words) {
    return new Held(
        tag.name().text(), words.say("report.tags.rule." + tag.rule().name(), tag.weight()));
  }
}
