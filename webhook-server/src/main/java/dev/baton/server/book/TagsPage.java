package dev.baton.server.book;

import dev.baton.account.Permission;
import dev.baton.agent.Agent;
import dev.baton.routing.BookDraft;
import dev.baton.server.book.form.Writings;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shell;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import dev.baton.tag.Price;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tags of a company: what words speak to whom, and how much; several changed in one step. */
public final class TagsPage {
  static final String TAGS = "/tags";

  /** Thousands of ticked names. */
  private static final int BULK_LIMIT = 1_048_576;

  /** What the box beside a tag is called; a number follows. */
  private static final String PICKED = "pick-";

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
   * @param picked whether it was ticked in a form that comes back
   */
  public record Line(
      String name,
      String rule,
      int weight,
      String collection,
      String price,
      long holders,
      boolean picked) {}

  public List<Route> routes() {
    Access access = Access.to(Permission.EDIT_BOOK);
    return List.of(
        Route.get(TAGS, access, asked -> list(200, asked, Form.EMPTY)),
        Route.post("/tags/several", access, BULK_LIMIT, this::changeSeveral));
  }

  static List<String> collections(BookDraft book) {
    return book.tags().stream()
        .map(Tag::collection)
        .filter(c -> !c.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private Answer list(int status, Question asked, Form form) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    String looked = Optional.ofNullable(asked.query().get("q")).orElse(form.value("q")).strip();
    String wanted = looked.toLowerCase(Locale.ROOT);
    Set<TagName> picked = picked(form);
    Map<TagName, Long> holders = holders(book);
    Shell shell = shells.around(visitor, TAGS);
    Words words = shell.words();
    List<Line> lines =
        book.tags().stream()
            .filter(tag -> tag.name().text().toLowerCase(Locale.ROOT).contains(wanted))
            .sorted(
                Comparator.comparing(Tag::collection)
                    .thenComparing(tag -> tag.name().text().toLowerCase(Locale.ROOT)))
            .map(tag -> line(tag, holders, picked, words))
            .toList();
    return Answer.html(
        status,
        Templates.render(
            "book/tags.jte",
            Map.of(
                "shell",
                shell,
                "lines",
                lines,
                "specials",
                SpecialTags.of(book, words),
                "collections",
                collections(book),
                "looked",
                looked,
                "done",
                asked.query().getOrDefault("done", ""),
                "form",
                form)));
  }

  private static Map<TagName, Long> holders(BookDraft book) {
    return book.agents().stream()
        .filter(Agent::active)
        .flatMap(agent -> agent.tags().stream().flatMap(held -> HeldTags.named(held).stream()))
        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
  }

  private static Line line(Tag tag, Map<TagName, Long> holders, Set<TagName> picked, Words words) {
    return new Line(
        tag.name().text(),
        words.say("book.tag.rule.low." + tag.rule().name()),
        tag.weight(),
        tag.collection(),
        tag.price().map(price -> told(price, words)).orElse(""),
        holders.getOrDefault(tag.name(), 0L),
        picked.contains(tag.name()));
  }

  private static String told(Price price, Words words) {
    String amount = Writings.written(price.amount(), words) + " " + price.currency();
    return price.discount().isPresent() ? words.say("book.tags.price.falling", amount) : amount;
  }

  private static Set<TagName> picked(Form form) {
    return form.values().entrySet().stream()
        .filter(field -> field.getKey().startsWith(PICKED))
        .flatMap(field -> HeldTags.named(field.getValue()).stream())
        .collect(Collectors.toSet());
  }

  /** All of it in one step of the draft, or nothing. */
  private Answer changeSeveral(Question asked) {
    Form form = checked(Form.of(asked.form()), shells.words(asked.requiredVisitor()));
    if (!form.good()) return list(400, asked, form);
    Set<TagName> picked = picked(form);
    boolean remove = form.value("do").equals("remove");
    List<String> problems =
        editing.change(
            asked.requiredVisitor(),
            book ->
                remove
                    ? HeldTags.without(book, picked)
                    : book.with(
                        book.tags().stream()
                            .map(tag -> picked.contains(tag.name()) ? changed(tag, form) : tag)
                            .toList()));
    return problems.isEmpty()
        ? Answer.seeOther(TAGS + "?done=" + (remove ? "removed" : "changed"))
        : list(409, asked, form.wrong("several", problems));
  }

  private static Form checked(Form form, Words words) {
    Form checked = form;
    if (picked(form).isEmpty()) {
      checked = checked.wrong("several", words.say("book.tags.several.tick"));
    }
    if (form.value("do").equals("remove")) return checked;
    String rule = form.value("rule");
    String weight = form.value("weight");
    if (!rule.isEmpty() && TagForm.rule(rule).isEmpty()) {
      checked = checked.wrong("rule", words.say("book.tags.several.rule"));
    }
    if (!weight.isEmpty() && !TagForm.isWeight(weight)) {
      checked = checked.wrong("weight", words.say("book.tag.weight.whole"));
    }
    boolean nothing =
        rule.isEmpty()
            && weight.isEmpty()
            && form.value("collection").isEmpty()
            && !form.ticked("uncollected");
    return nothing ? checked.wrong("rule", words.say("book.tags.several.nothing")) : checked;
  }

  private static Tag changed(Tag tag, Form form) {
    String collection = form.value("collection");
    return new Tag(
        tag.name(),
        TagForm.rule(form.value("rule")).orElse(tag.rule()),
        form.value("weight").isEmpty() ? tag.weight() : Integer.parseInt(form.value("weight")),
        form.ticked("uncollected") ? "" : collection.isEmpty() ? tag.collection() : collection,
        tag.price());
  }
}
