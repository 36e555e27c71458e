package dev.baton.server.setup;

import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.RecordRead.Present;
import dev.baton.lead.LeadContent;
import dev.baton.routing.BookDraft;
import dev.baton.server.book.Editing;
import dev.baton.server.http.Question;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Templates;
import dev.baton.server.setup.TagSuggestions.Suggestion;
import dev.baton.server.words.Words;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tags are suggested from the leads that are in the CRM; somebody ticks which are good. */
final class TagsStep implements WizardStep {
  private static final int LEADS = 100;
  private static final int SUGGESTED = 24;

  private final ConnectedAccounts accounts;
  private final RecentLeads recent;
  private final Editing editing;

  TagsStep(ConnectedAccounts accounts, RecentLeads recent, Editing editing) {
    this.accounts = accounts;
    this.recent = recent;
    this.editing = editing;
  }

  @Override
  public Step step() {
    return Step.TAGS;
  }

  @Override
  public String page(Question asked, Wizard.Frame frame, Form form) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    var leads = new ArrayList<LeadContent>();
    String trouble = "";
    try {
      for (CrmConnection connection : accounts.open(visitor.company())) {
        recent.of(connection.id(), LEADS).stream().map(Present::content).forEach(leads::add);
      }
    } catch (CrmUnavailable | IllegalStateException away) {
      trouble = String.valueOf(away.getMessage());
    }
    List<Suggestion> suggested =
        TagSuggestions.of(
            leads, book.tags().stream().map(Tag::name).collect(Collectors.toSet()), SUGGESTED);
    return Templates.render(
        "setup/stepTags.jte",
        Map.of(
            "frame",
            frame,
            "form",
            form,
            "suggested",
            suggested,
            "read",
            leads.size(),
            "tags",
            book.tags().size(),
            "agents",
            book.agents().size(),
            "trouble",
            trouble));
  }

  @Override
  public Result act(Question asked, Form form, Words words) {
    Visitor visitor = asked.requiredVisitor();
    var chosen = new LinkedHashMap<TagName, String>();
    Form checked = form;
    for (String name : names(form)) {
      try {
        chosen.putIfAbsent(TagName.of(name), name);
      } catch (IllegalArgumentException wrong) {
        checked = checked.wrong("more", wrong);
      }
    }
    if (!checked.good()) return new Result.Wrong(checked);
    if (chosen.isEmpty()) {
      return editing.seenBy(visitor).tags().isEmpty()
          ? new Result.Wrong(form.wrong("more", words.say("setup.tags.tick")))
          : new Result.Done();
    }
    boolean forAll = form.ticked("all");
    List<String> problems =
        editing.change(visitor, book -> plus(book, List.copyOf(chosen.values()), forAll));
    return problems.isEmpty() ? new Result.Done() : new Result.Wrong(form.wrong("more", problems));
  }

  private static List<String> names(Form form) {
    var names = new ArrayList<String>();
    form.values().keySet().stream()
        .filter(field -> field.matches("tag-\\d{1,3}"))
        .sorted()
        .map(form::value)
        .forEach(names::add);
    form.value("more").lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(names::add);
    return names;
  }

  private static BookDraft plus(BookDraft book, List<String> names, boolean forAll) {
    var tags = new ArrayList<>(book.tags());
    Set<TagName> known = tags.stream().map(Tag::name).collect(Collectors.toSet());
    for (String name : names) {
      if (known.add(TagName.of(name))) tags.add(Tag.preferential(name));
    }
    BookDraft more = book.with(tags);
    if (!forAll) return more;
    return more.staffed(
        more.agents().stream()
            .map(
                agent -> {
                  var held = new LinkedHashSet<>(agent.tags());
                  held.addAll(names);
                  return agent.holding(held);
                })
            .toList());
  }
}
