package dev.baton.server.book;

import dev.baton.account.Permission;
import dev.baton.agent.Agent;
import dev.baton.routing.BookDraft;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tags of a company: what words speak to whom, and how much. */
public final class TagsPage {
  private static final int FORM_LIMIT = 16_384;
  private static final String TAGS = "/tags";

  private final Editing editing;
  private final Shells shells;

  public TagsPage(Editing editing, Shells shells) {
    this.editing = editing;
    this.shells = shells;
  }

  /**
   * A tag in the list.
   *
   * @param holders how many active agents hold it
   */
  public record Line(
      String name, String rule, int weight, String collection, String price, long holders) {}

  public List<Route> routes() {
    Access access = Access.to(Permission.EDIT_BOOK);
    return List.of(
        Route.get(TAGS, access, this::list),
        Route.get("/tags/new", access, asked -> page(200, asked, Form.EMPTY, Optional.empty())),
        Route.post("/tags/new", access, FORM_LIMIT, asked -> save(asked, Optional.empty())),
        Route.get("/tags/edit", access, this::show),
        Route.post("/tags/edit", access, FORM_LIMIT, this::change),
        Route.post("/tags/remove", access, FORM_LIMIT, this::remove));
  }

  private Answer list(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    String looked = asked.query().getOrDefault("q", "").strip();
    String wanted = looked.toLowerCase(Locale.ROOT);
    List<Line> lines =
        book.tags().stream()
            .filter(tag -> tag.name().text().toLowerCase(Locale.ROOT).contains(wanted))
            .sorted(
                Comparator.comparing(Tag::collection)
                    .thenComparing(tag -> tag.name().text().toLowerCase(Locale.ROOT)))
            .map(tag -> line(tag, book))
            .toList();
    return Answer.html(
        200,
        Templates.render(
            "book/tags.jte",
            Map.of("shell", shells.around(visitor, TAGS), "lines", lines, "looked", looked)));
  }

  private static Line line(Tag tag, BookDraft book) {
    return new Line(
        tag.name().text(),
        tag.rule().name().toLowerCase(Locale.ROOT),
        tag.weight(),
        tag.collection(),
        tag.price()
            .map(price -> price.amount().toPlainString() + " " + price.currency())
            .orElse(""),
        book.agents().stream().filter(Agent::active).filter(a -> holds(a, tag.name())).count());
  }

  private static boolean holds(Agent agent, TagName name) {
    return agent.tags().stream().anyMatch(held -> isNamed(held, name));
  }

  private static boolean isNamed(String held, TagName name) {
    try {
      return TagName.of(held).equals(name);
    } catch (IllegalArgumentException specialForm) {
      return false;
    }
  }

  private Optional<Tag> tag(Question asked, Map<String, String> fields) {
    return editing.seenBy(asked.requiredVisitor()).tags().stream()
        .filter(tag -> tag.name().text().equals(fields.getOrDefault("tag", "")))
        .findFirst();
  }

  private Answer show(Question asked) {
    Tag tag =
        tag(asked, asked.query()).orElseThrow(() -> Problem.notFound("There is no such tag."));
    Form form =
        Form.of(
            Map.of(
                "name", tag.name().text(),
                "rule", tag.rule().name(),
                "weight", String.valueOf(tag.weight()),
                "collection", tag.collection()));
    return page(200, asked, form, Optional.of(tag));
  }

  private Answer page(int status, Question asked, Form form, Optional<Tag> tag) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    Set<String> holders =
        tag.map(
                known ->
                    book.agents().stream()
                        .filter(agent -> holds(agent, known.name()))
                        .map(Agent::name)
                        .collect(Collectors.toCollection(java.util.TreeSet::new)))
            .map(names -> (Set<String>) names)
            .orElse(Set.of());
    return Answer.html(
        status,
        Templates.render(
            "book/tag.jte",
            Map.of(
                "shell",
                shells.around(visitor, TAGS),
                "form",
                form,
                "tag",
                tag.map(t -> t.name().text()).orElse(""),
                "holders",
                List.copyOf(holders),
                "collections",
                book.tags().stream()
                    .map(Tag::collection)
                    .filter(c -> !c.isEmpty())
                    .distinct()
                    .sorted()
                    .toList())));
  }

  private Answer change(Question asked) {
    return save(
        asked,
        Optional.of(
            tag(asked, asked.form()).orElseThrow(() -> Problem.notFound("There is no such tag."))));
  }

  private Answer save(Question asked, Optional<Tag> before) {
    Form form = checked(Form.of(asked.form()));
    if (!form.good()) return page(400, asked, form, before);
    var tag =
        new Tag(
            TagName.of(form.value("name")),
            TagRule.valueOf(form.value("rule")),
            Integer.parseInt(form.value("weight")),
            form.value("collection"),
            before.flatMap(Tag::price));
    List<String> problems =
        editing.change(asked.requiredVisitor(), book -> replaced(book, before, tag));
    return problems.isEmpty()
        ? Answer.seeOther(TAGS)
        : page(409, asked, form.wrong("name", problems), before);
  }

  private static Form checked(Form form) {
    Form checked = form;
    try {
      var unused = TagName.of(form.value("name"));
    } catch (IllegalArgumentException wrong) {
      checked = checked.wrong("name", wrong);
    }
    if (List.of(TagRule.values()).stream().noneMatch(r -> r.name().equals(form.value("rule")))) {
      checked = checked.wrong("rule", "Choose how the tag takes part.");
    }
    if (!form.value("weight").matches("-?\\d{1,6}")) {
      checked = checked.wrong("weight", "A weight is a whole number, such as 50.");
    }
    return checked;
  }

  /** Who held it under its old name holds it under the new one. */
  private static BookDraft replaced(BookDraft book, Optional<Tag> before, Tag after) {
    var tags = new ArrayList<Tag>();
    boolean put = false;
    for (Tag tag : book.tags()) {
      boolean same = before.filter(b -> b.name().equals(tag.name())).isPresent();
      tags.add(same ? after : tag);
      put |= same;
    }
    if (!put) tags.add(after);
    if (before.isEmpty() || before.get().name().text().equals(after.name().text())) {
      return book.with(tags);
    }
    TagName old = before.get().name();
    return book.with(tags)
        .staffed(
            book.agents().stream()
                .map(agent -> holds(agent, old) ? renamed(agent, old, after) : agent)
                .toList());
  }

  private static Agent renamed(Agent agent, TagName old, Tag after) {
    return agent.holding(
        agent.tags().stream()
            .map(held -> isNamed(held, old) ? after.name().text() : held)
            .collect(Collectors.toSet()));
  }

  private Answer remove(Question asked) {
    Tag tag = tag(asked, asked.form()).orElseThrow(() -> Problem.notFound("There is no such tag."));
    List<String> problems =
        editing.change(
            asked.requiredVisitor(),
            book ->
                book.with(
                        book.tags().stream()
                            .filter(each -> !each.name().equals(tag.name()))
                            .toList())
                    .staffed(
                        book.agents().stream().map(agent -> without(agent, tag.name())).toList()));
    if (problems.isEmpty()) return Answer.seeOther(TAGS);
    throw new Problem(409, "The tag stays", String.join(" ", problems));
  }

  private static Agent without(Agent agent, TagName name) {
    if (!holds(agent, name)) return agent;
    return agent.holding(
        agent.tags().stream().filter(held -> !isNamed(held, name)).collect(Collectors.toSet()));
  }
}
