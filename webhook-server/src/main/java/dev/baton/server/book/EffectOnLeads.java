package dev.baton.server.book;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.flow.TryingDrafts;
import dev.baton.flow.TryingDrafts.Trial;
import dev.baton.flow.TryingDrafts.Tried;
import dev.baton.ledger.FirstStep;
import dev.baton.rotation.Stage;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBook;
import dev.baton.server.words.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells who would have been first for the last leads, had a draft been in force. */
public final class EffectOnLeads {
  private static final int SHOWN = 50;

  private final TryingDrafts trying;

  public EffectOnLeads(TryingDrafts trying) {
    this.trying = trying;
  }

  /**
   * Tries what somebody has changed.
   *
   * @param base what he began from
   */
  public EffectView of(
      CompanyId company, BookDraft base, BookDraft draft, ZoneId zone, Words words) {
    var before = new RoutingBook(company, 0, base);
    var after = new RoutingBook(company, 0, draft);
    Trial trial = trying.on(company, before, after);
    List<Tried> moved = trial.tried().stream().filter(Tried::differs).toList();
    var names = new Names(before, after, words);
    var why = new WhyMoved(before, after, names::of, words);
    var when =
        DateTimeFormatter.ofPattern(words.say("book.effect.time"), words.locale()).withZone(zone);
    return new EffectView(
        summary(trial, moved.size(), words),
        notes(trial, moved.size(), words),
        moved.isEmpty() ? List.of() : totals(trial, names),
        moved.stream().limit(SHOWN).map(t -> moved(t, names, why, when)).toList(),
        Math.max(0, moved.size() - SHOWN));
  }

  private static String summary(Trial trial, int moved, Words words) {
    int all = trial.tried().size();
    return moved == 0
        ? words.say("book.effect.same", all)
        : words.say("book.effect.moved", all, moved);
  }

  private static List<String> notes(Trial trial, int moved, Words words) {
    var notes = new ArrayList<String>();
    if (trial.left() > 0) notes.add(words.say("book.effect.time-up", trial.left()));
    if (trial.untold() > 0) notes.add(words.say("book.effect.untold", trial.untold()));
    if (moved > 0) notes.add(words.say("book.effect.known"));
    return notes;
  }

  private static List<EffectView.Total> totals(Trial trial, Names names) {
    Map<String, int[]> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Tried tried : trial.tried()) {
      counts.computeIfAbsent(names.first(tried.before()), w -> new int[2])[0]++;
      counts.computeIfAbsent(names.first(tried.after()), w -> new int[2])[1]++;
    }
    return counts.entrySet().stream()
        .map(e -> new EffectView.Total(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .sorted(Comparator.comparingInt(t -> -Math.abs(t.after() - t.before())))
        .toList();
  }

  private static EffectView.Moved moved(
      Tried tried, Names names, WhyMoved why, DateTimeFormatter when) {
    return new EffectView.Moved(
        "/leads/" + tried.lead().id(),
        "#" + tried.lead().record().id(),
        when.format(tried.lead().receivedAt()),
        names.first(tried.before()),
        names.first(tried.after()),
        why.told(tried.before(), tried.after()));
  }

  /** What somebody is called in either book; two of one name are told apart by their ids. */
  private record Names(RoutingBook before, RoutingBook after, Words words) {
    String of(AgentId id) {
      String name = after.agent(id).or(() -> before.agent(id)).map(Agent::name).orElse(id.value());
      boolean several =
          after.agents().stream().filter(a -> a.name().equalsIgnoreCase(name)).count() > 1;
      return several ? name + " (" + id + ")" : name;
    }

    /** Who is first, or what becomes of the lead where nobody is. */
    String first(FirstStep step) {
      String who =
          step.agent()
              .map(this::of)
              .orElseGet(() -> words.say("book.effect.who." + step.stage().name()));
      return step.waited() && step.stage() != Stage.HELD
          ? words.say("book.effect.who.after-held", who)
          : who;
    }
  }
}
