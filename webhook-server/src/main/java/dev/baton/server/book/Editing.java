package dev.baton.server.book;

import dev.baton.account.AuditLog;
import dev.baton.company.CompanyId;
import dev.baton.review.BookChanges;
import dev.baton.review.Change;
import dev.baton.review.Conflict;
import dev.baton.review.Rebase;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Drafts;
import dev.baton.routing.Drafts.Draft;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.RoutingBooks.Issue;
import dev.baton.routing.RoutingBooks.Publication;
import dev.baton.server.http.Visitor;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What somebody changes of his company's routing book. All of it goes into his draft; nothing of it
 * holds until he publishes it, and who published in between is never undone without being seen.
 */
public final class Editing {
  private static final int REMEMBERED = 50;

  private final RoutingBooks books;
  private final Drafts drafts;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Consumer<CompanyId> published;

  /**
   * @param published what else has to follow, such as leads that are held for other hours
   */
  public Editing(
      RoutingBooks books,
      Drafts drafts,
      AuditLog audit,
      InstantSource clock,
      Consumer<CompanyId> published) {
    this.books = books;
    this.drafts = drafts;
    this.audit = audit;
    this.clock = clock;
    this.published = published;
  }

  /** The book as he sees it: with what he has changed. */
  public BookDraft seenBy(Visitor editor) {
    return draft(editor)
        .map(Draft::content)
        .orElseGet(() -> books.current(editor.company()).content());
  }

  /** What he began from: the book without what he has changed. */
  public BookDraft begunFrom(Visitor editor) {
    return draft(editor)
        .map(draft -> books.revision(editor.company(), draft.base()).content())
        .orElseGet(() -> books.current(editor.company()).content());
  }

  /** What he has changed and not published. */
  public List<Change> changes(Visitor editor) {
    return draft(editor)
        .map(
            draft ->
                BookChanges.between(
                    books.revision(editor.company(), draft.base()).content(), draft.content()))
        .orElse(List.of());
  }

  private Optional<Draft> draft(Visitor editor) {
    return drafts.of(editor.company(), name(editor));
  }

  private static String name(Visitor editor) {
    return editor.account().id().toString();
  }

  /**
   * Changes his draft.
   *
   * @param change answers what it was given where there is nothing to change; no I/O
   * @return what would be wrong with it that was right before, in which case nothing is changed
   */
  public List<String> change(Visitor editor, UnaryOperator<BookDraft> change) {
    var problems = new ArrayList<String>();
    Draft after =
        drafts.change(
            editor.company(),
            name(editor),
            before -> {
              problems.clear();
              BookDraft changed = change.apply(before);
              problems.addAll(changed.problems());
              problems.removeAll(before.problems());
              return problems.isEmpty() ? changed : before;
            },
            clock.instant());
    BookDraft base = books.revision(editor.company(), after.base()).content();
    if (after.content().equals(base)) drafts.discard(editor.company(), name(editor));
    return problems;
  }

  /** What became of a draft that was to be published. */
  public sealed interface Outcome {
    record Published(int revision) implements Outcome {}

    record Nothing() implements Outcome {}

    record Refused(List<String> problems) implements Outcome {}

    /** Somebody else was first: his changes are in the draft now, and have to be looked over. */
    record CarriedOver(Issue by, List<Conflict> conflicts) implements Outcome {}
  }

  /** Publishes his draft, if what it was begun from still holds. */
  public Outcome publish(Visitor editor) {
    Optional<Draft> draft = draft(editor);
    if (draft.isEmpty()) return new Outcome.Nothing();
    List<Change> changes = changes(editor);
    Publication publication =
        books.publish(
            editor.company(),
            draft.get().base(),
            draft.get().content(),
            editor.named(),
            clock.instant());
    return switch (publication) {
      case Publication.Published done -> {
        drafts.discard(editor.company(), name(editor));
        audit(editor, "published", "revision " + done.book().revision(), told(changes));
        published.accept(editor.company());
        yield new Outcome.Published(done.book().revision());
      }
      case Publication.Refused refused -> new Outcome.Refused(refused.problems());
      case Publication.Overtaken overtaken -> carriedOver(editor, draft.get(), overtaken.by());
    };
  }

  private Outcome carriedOver(Visitor editor, Draft draft, RoutingBook theirs) {
    BookDraft base = books.revision(editor.company(), draft.base()).content();
    Rebase rebase = Rebase.of(base, draft.content(), theirs.content());
    drafts.put(
        editor.company(),
        name(editor),
        new Draft(theirs.revision(), rebase.draft(), clock.instant()));
    Issue by = books.history(editor.company(), 1).getFirst();
    return new Outcome.CarriedOver(by, rebase.conflicts());
  }

  public void discard(Visitor editor) {
    drafts.discard(editor.company(), name(editor));
  }

  /** The latest revisions, newest first. */
  public List<Issue> history(Visitor editor) {
    return books.history(editor.company(), REMEMBERED);
  }

  /** What a revision changed of the one before it. */
  public List<Change> changesOf(Visitor editor, int revision) {
    return BookChanges.between(
        books.revision(editor.company(), revision - 1).content(),
        books.revision(editor.company(), revision).content());
  }

  /** Puts everything as it was in a revision into his draft; nothing of it holds yet. */
  public void goBackTo(Visitor editor, int revision) {
    BookDraft then = books.revision(editor.company(), revision).content();
    discard(editor);
    drafts.change(editor.company(), name(editor), unused -> then, clock.instant());
  }

  private static String told(List<Change> changes) {
    return String.join(
        "; ",
        changes.stream()
            .map(c -> c.item().label() + " " + c.what().name().toLowerCase(java.util.Locale.ROOT))
            .toList());
  }

  private void audit(Visitor editor, String what, String about, String details) {
    audit.add(
        new AuditLog.Entry(
            editor.company(), clock.instant(), editor.named(), what, about, details));
  }
}
