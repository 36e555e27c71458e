package dev.baton.server.my;

import dev.baton.agent.Presences;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.FollowUps;
import dev.baton.feedback.Progress;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.ledger.OwnLeads.Owned;
import dev.baton.server.leads.Conversion;
import dev.baton.server.my.MyView.Listed;
import dev.baton.server.my.MyView.Row;
import dev.baton.server.my.MyView.Todo;
import dev.baton.server.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what an agent owns, and was asked, into what his page shows. */
public final class MyViews {
  /** So many fit a phone that has to load them over a slow line. */
  private static final int ROWS = 10;

  private static final int TODO_SHOWN = 5;

  private final Work work;
  private final MyOffers offers;
  private final MyScore score;
  private final Presences presences;

  public MyViews(Work work, MyOffers offers, MyScore score, Presences presences) {
    this.work = work;
    this.offers = offers;
    this.score = score;
    this.presences = presences;
  }

  /**
   * His page.
   *
   * @param looked what he looks for among his leads; may be empty
   * @param page from 1
   */
  MyView of(Me me, String looked, int page, String done) {
    List<Owned> owned = work.own().owned(me.at(), me.id());
    List<Owned> waiting =
        owned.stream()
            .filter(lead -> waiting(lead, me))
            .sorted(Comparator.comparing(Owned::ownedAt))
            .toList();
    return new MyView(
        !presences.unavailable(me.at()).contains(me.id()),
        me.maySwitch(),
        score.of(me),
        offers.of(me),
        todo(waiting.stream().limit(TODO_SHOWN).toList(), me),
        Math.max(0, waiting.size() - TODO_SHOWN),
        listed(owned, me, looked, page),
        done);
  }

  private static boolean waiting(Owned lead, Me me) {
    return FollowUps.waiting(
        lead.ownedAt(), lead.progress().deal(), lead.lastSaid(), me.zone(), me.now());
  }

  private List<Todo> todo(List<Owned> waiting, Me me) {
    Map<LeadId, LeadContent> contents = contents(waiting, me);
    return waiting.stream()
        .map(
            lead ->
                new Todo(
                    lead.id().toString(),
                    link(lead),
                    title(lead, contents),
                    since(lead, me),
                    status(lead.progress(), me.words()),
                    QuickAnswer.after(lead.progress())))
        .toList();
  }

  private Listed listed(List<Owned> owned, Me me, String looked, int page) {
    List<Owned> found = owned;
    if (!looked.isEmpty()) {
      Map<LeadId, LeadContent> all = contents(owned, me);
      String sought = looked.toLowerCase(Locale.ROOT);
      found = owned.stream().filter(lead -> text(lead, all, me).contains(sought)).toList();
    }
    int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
    int shown = Math.clamp(page, 1, pages);
    List<Owned> some = found.subList((shown - 1) * ROWS, Math.min(shown * ROWS, found.size()));
    Map<LeadId, LeadContent> contents = contents(some, me);
    return new Listed(
        some.stream().map(lead -> row(lead, contents, me)).toList(),
        looked,
        found.size(),
        shown,
        pages);
  }

  private Map<LeadId, LeadContent> contents(List<Owned> leads, Me me) {
    return leads.isEmpty()
        ? Map.of()
        : work.own().contents(me.at(), me.id(), leads.stream().map(Owned::id).toList());
  }

  private static Row row(Owned lead, Map<LeadId, LeadContent> contents, Me me) {
    String tags = lead.tags().stream().limit(3).collect(Collectors.joining(", "));
    return new Row(
        link(lead),
        title(lead, contents),
        tags.isEmpty() ? since(lead, me) : tags + " · " + since(lead, me),
        status(lead.progress(), me.words()),
        next(lead, me));
  }

  /** What is still to do. */
  private static String next(Owned lead, Me me) {
    Progress progress = lead.progress();
    if (progress.deal().closed()) return "";
    if (waiting(lead, me)) return me.words().say("my.next.say");
    return progress.contact().reached() ? "" : me.words().say("my.next.reach");
  }

  private static String link(Owned lead) {
    return "/my/leads/" + lead.id();
  }

  private static String since(Owned lead, Me me) {
    return me.words().say("my.since", me.time().tell(lead.ownedAt(), me.now()));
  }

  private static String title(Owned lead, Map<LeadId, LeadContent> contents) {
    LeadContent content = contents.get(lead.id());
    return content == null ? "#" + lead.record().id() : title(content, lead.record().id());
  }

  /** By whom it is; where nobody said, what it is about. */
  static String title(LeadContent content, String record) {
    return Stream.of(
            content.contact().name(),
            content.text().subject(),
            content.contact().email(),
            content.contact().phone())
        .filter(words -> !words.isBlank())
        .findFirst()
        .orElse("#" + record);
  }

  private static String text(Owned lead, Map<LeadId, LeadContent> contents, Me me) {
    var words = new ArrayList<String>(lead.tags());
    words.add(lead.record().id());
    words.add(status(lead.progress(), me.words()));
    LeadContent content = contents.get(lead.id());
    if (content != null) {
      words.add(content.contact().name());
      words.add(content.contact().email());
      words.add(content.contact().phone());
      words.add(content.text().subject());
      words.add(content.text().body());
    }
    return String.join("\n", words).toLowerCase(Locale.ROOT);
  }

  /** How far he has come, in words. */
  static String status(Progress progress, Words words) {
    String said =
        progress.deal() == DealStatus.NONE
            ? Conversion.label(progress.contact(), words)
            : Conversion.label(progress.deal(), words);
    return said + progress.value().map(value -> " · " + Conversion.worth(value, words)).orElse("");
  }
}
