package dev.baton.flow;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.ledger.Leads;
import dev.baton.ledger.Rehearsal;
import dev.baton.ledger.Replay;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Makes the decisions of a period again, by their own routing book or by a draft. */
public final class ReplayingDecisions {
  /** Read together: enough that reading costs little, and few enough to show progress. */
  private static final int AT_ONCE = 100;

  private final Leads leads;
  private final RoutingBooks books;

  public ReplayingDecisions(Leads leads, RoutingBooks books) {
    this.leads = leads;
    this.books = books;
  }

  /** A lead and what came of making its decisions again. */
  public record Replayed(LeadId lead, Replay replay) {}

  /** A lead, how it went, and how it would have gone. */
  public record Rehearsed(LeadId lead, Rehearsal was, Rehearsal would) {
    /** Whether anything would have been otherwise. */
    public boolean differs() {
      return !was.way().equals(would.way()) || !was.owner().equals(would.owner());
    }
  }

  /**
   * Makes all decisions of a company in a period again, on all processors.
   *
   * @param to exclusive
   * @param each called for each lead, one after the other, by when they came in
   */
  public void replay(CompanyId company, Instant from, Instant to, Consumer<Replayed> each) {
    Map<Integer, RoutingBook> known = new ConcurrentHashMap<>();
    IntFunction<RoutingBook> book =
        revision -> known.computeIfAbsent(revision, n -> books.revision(company, n));
    List<LeadId> all = leads.decidedAbout(company, from, to);
    int processors = Runtime.getRuntime().availableProcessors();
    try (var threads = Executors.newFixedThreadPool(processors)) {
      var ahead = new ArrayDeque<Future<List<Replayed>>>();
      for (int first = 0; first < all.size(); first += AT_ONCE) {
        List<LeadId> some = all.subList(first, Math.min(all.size(), first + AT_ONCE));
        ahead.add(threads.submit(() -> replay(company, some, book, from, to)));
        if (ahead.size() > 2 * processors) done(ahead.remove()).forEach(each);
      }
      while (!ahead.isEmpty()) done(ahead.remove()).forEach(each);
    }
  }

  private List<Replayed> replay(
      CompanyId company,
      List<LeadId> some,
      IntFunction<RoutingBook> book,
      Instant from,
      Instant to) {
    Map<LeadId, List<Recorded>> histories = leads.histories(company, some);
    return some.stream()
        .map(
            lead -> {
              List<Recorded> history = histories.getOrDefault(lead, List.of());
              return new Replayed(lead, Replay.of(history, book, from, to));
            })
        .toList();
  }

  private static List<Replayed> done(Future<List<Replayed>> replayed) {
    try {
      return replayed.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Somebody stopped the replay", stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException why) throw why;
      throw new IllegalStateException(failed.getCause());
    }
  }

  /** Takes the leads that came in during a period along the line of a draft. */
  public void rehearse(
      CompanyId company, Instant from, Instant to, BookDraft draft, Consumer<Rehearsed> each) {
    var book = new RoutingBook(company, books.current(company).revision() + 1, draft);
    for (LeadId lead : leads.decidedAbout(company, from, to)) {
      Optional<LeadFile> file = leads.file(company, lead);
      if (file.isEmpty() || !within(file.get().lead().receivedAt(), from, to)) continue;
      Rehearsal.under(file.get(), book)
          .ifPresent(
              would -> each.accept(new Rehearsed(lead, Rehearsal.asItWas(file.get()), would)));
    }
  }

  private static boolean within(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}
