package dev.baton.server.book;

import dev.baton.account.Permission;
import dev.baton.agent.Agent;
import dev.baton.routing.BookDraft;
import dev.baton.server.book.TryingTags.Tried;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import dev.baton.tag.Price;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One tag: what it is worth and costs, who holds it, and which leads it would have matched. */
public final class TagPage {
  private static final int FORM_LIMIT = 16_384;

  private final Editing editing;
  private final TryingTags trying;
  private final Shells shells;

  public TagPage(Editing editing, TryingTags trying, Shells shells) {
    this.editing = editing;
    this.trying = trying;
    this.shells = shells;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.EDIT_BOOK);
    return List.of(
        Route.get("/tags/new", access, asked -> page(200, asked, Form.EMPTY, Optional.empty())),
        Route.post("/tags/new", access, FORM_LIMIT, asked -> save(asked, Optional.empty())),
        Route.post("/tags/try", access, FORM_LIMIT, this::tryOut),
        Route.get("/tags/edit", access, this::show),
        Route.post("/tags/edit", access, FORM_LIMIT, this::change),
        Route.post("/tags/remove", access, FORM_LIMIT, this::remove));
  }

  private Optional<Tag> tag(Question asked, Map<String, String> fields) {
    return editing.seenBy(asked.requiredVisitor()).tags().stream()
        .filter(tag -> tag.name().text().equals(fields.getOrDefault("tag", "")))
        .findFirst();
  }

  private Tag required(Question asked, Map<String, String> fields) {
    return tag(asked, fields).orElseThrow(() -> Problem.notFound("There is no such tag."));
  }

  private Words words(Question asked) {
    return shells.words(asked.requiredVisitor());
  }

  private Answer show(Question asked) {
    Tag tag = required(asked, asked.query());
    return page(200, asked, TagForm.of(tag, words(asked)), Optional.of(tag));
  }

  /** Nothing is kept: the form comes back as it was filled in, with what would have matched. */
  private Answer tryOut(Question asked) {
    Form form = TagForm.named(Form.of(asked.form()), words(asked));
    return page(200, asked, form, tag(asked, asked.form()));
  }

  private Answer page(int status, Question asked, Form form, Optional<Tag> tag) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    return Answer.html(
        status,
        Templates.render(
            "book/tag.jte",
            Map.of(
                "shell",
                shells.around(visitor, TagsPage.TAGS),
                "form",
                form,
                "tag",
                tag.map(t -> t.name().text()).orElse(""),
                "holders",
                tag.map(known -> holders(book, known.name())).orElse(List.of()),
                "collections",
                TagsPage.collections(book),
                "currency",
                currency(book),
                "tried",
                tried(visitor, form))));
  }

  private Tried tried(Visitor visitor, Form form) {
    if (form.value("name").isEmpty() || !form.error("name").isEmpty()) return Tried.NOTHING;
    return trying.in(
        visitor.company(),
        TagName.of(form.value("name")),
        shells.company(visitor.company()).zone(),
        shells.words(visitor));
  }

  private static List<String> holders(BookDraft book, TagName name) {
    return book.agents().stream()
        .filter(agent -> HeldTags.holds(agent, name))
        .map(Agent::name)
        .sorted()
        .toList();
  }

  /** A company sells in one currency: that of its other prices. */
  private static String currency(BookDraft book) {
    return book.tags().stream()
        .flatMap(tag -> tag.price().stream())
        .map(Price::currency)
        .findFirst()
        .map(Object::toString)
        .orElse("EUR");
  }

  private Answer change(Question asked) {
    return save(asked, Optional.of(required(asked, asked.form())));
  }

  private Answer save(Question asked, Optional<Tag> before) {
    Form form = TagForm.checked(Form.of(asked.form()), words(asked));
    if (!form.good()) return page(400, asked, form, before);
    Tag tag = TagForm.tag(form);
    List<String> problems =
        editing.change(asked.requiredVisitor(), book -> replaced(book, before, tag));
    return problems.isEmpty()
        ? Answer.seeOther(TagsPage.TAGS)
        : page(409, asked, form.wrong("name", problems), before);
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
                .map(agent -> HeldTags.renamed(agent, old, after.name()))
                .toList());
  }

  private Answer remove(Question asked) {
    Tag tag = required(asked, asked.form());
    List<String> problems =
        editing.change(
            asked.requiredVisitor(), book -> HeldTags.without(book, List.of(tag.name())));
    if (problems.isEmpty()) return Answer.seeOther(TagsPage.TAGS);
    throw new Problem(409, "The tag stays", String.join(" ", problems));
  }
}
