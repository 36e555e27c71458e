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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells who would have been first for the last leads, had a draft been in force. */
public final class EffectOnLeads {
  private static final int SHOWN = 50;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

  private final TryingDrafts trying;

  public EffectOnLeads(TryingDrafts trying) {
    this.trying = trying;
  }

  /**
   * Tries what somebody has changed.
   *
   * @param base what he began from
   */
  public EffectView of(CompanyId company, BookDraft base, BookDraft draft, ZoneId zone) {
    var before = new RoutingBook(company, 0, base);
    var after = new RoutingBook(company, 0, draft);
    Trial trial = trying.on(company, before, after);
    List<Tried> moved = trial.tried().stream().filter(Tried::differs).toList();
    var names = new Names(before, after);
    var why = new WhyMoved(before, after, names::of);
    return new EffectView(
        summary(trial, moved.size()),
        notes(trial, moved.size()),
        moved.isEmpty() ? List.of() : totals(trial, names),
        moved.stream().limit(SHOWN).map(t -> moved(t, names, why, zone)).toList(),
        Math.max(0, moved.size() - SHOWN));
  }

  private static String summary(Trial trial, int moved) {
    int all = trial.tried().size();
    if (all == 0) return "There is no lead yet to try it on.";
    String last = all == 1 ? "the last lead" : "the last " + all + " leads";
    if (moved == 0) {
      return "No difference: "
          + (all == 1 ? last : "each of " + last)
          + " would have gone first to whom it goes first now.";
    }
    return "Of " + last + ", " + moved + " would have gone first to somebody else.";
  }

  private static List<String> notes(Trial trial, int moved) {
    var notes = new ArrayList<String>();
    if (trial.left() > 0) {
      notes.add("Time was up: " + trial.left() + " older " + leads(trial.left()) + " not tried.");
    }
    if (trial.untold() > 0) {
      notes.add(
          "Of "
              + trial.untold()
              + " further "
              + (trial.untold() == 1 ? "lead" : "leads")
              + " it is not kept on what was decided.");
    }
    if (moved > 0) {
      notes.add(
          "Each lead is tried with what was known of the agents then. Who was not in line then"
              + " counts with a performance score of 100 and no lead before.");
    }
    return notes;
  }

  private static String leads(int many) {
    return many == 1 ? "lead was" : "leads were";
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

  private static EffectView.Moved moved(Tried tried, Names names, WhyMoved why, ZoneId zone) {
    return new EffectView.Moved(
        "/leads/" + tried.lead().id(),
        "#" + tried.lead().record().id(),
        WHEN.withZone(zone).format(tried.lead().receivedAt()),
        names.first(tried.before()),
        names.first(tried.after()),
        why.told(tried.before(), tried.after()));
  }

  /** What somebody is called in either book; two of one name are told apart by their ids. */
  private record Names(RoutingBook before, RoutingBook after) {
    String of(AgentId id) {
      String name = after.agent(id).or(() -> before.agent(id)).map(Agent::name).orElse(id.value());
      boolean several =
          after.agents().stream().filter(a -> a.name().equalsIgnoreCase(name)).count() > 1;
      return several ? name + " (" + id + ")" : name;
    }

    /** Who is first, or what becomes of the lead where nobody is. */
    String first(FirstStep step) {
      String who = step.agent().map(this::of).orElseGet(() -> nobody(step.stage()));
      return step.waited() && step.stage() != Stage.HELD ? who + ", after being held" : who;
    }

    private static String nobody(Stage stage) {
      return switch (stage) {
        case NEW, ENDED -> "nobody";
        case QUARANTINED -> "nobody: kept apart as spam";
        case HELD -> "nobody: held";
        case FOLLOWING -> "whoever gets the customer's earlier lead";
        case OFFERED, SHARK_TANK -> "everybody who was asked";
        case CATCHALL -> "the catchall";
        case DELINQUENT -> "nobody: delinquent";
        case OWNED -> "its owner in the CRM";
      };
    }
  }
}
