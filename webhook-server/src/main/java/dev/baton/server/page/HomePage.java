package dev.baton.server.page;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Stage;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.page.BoardView.Count;
import dev.baton.server.page.BoardView.Stop;
import dev.baton.server.words.Readers;
import dev.baton.server.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The first page. In earnest it says that Baton runs, and nothing of any lead; in the demonstration
 * it shows leads travelling.
 */
public final class HomePage {
  /** Stages that are shown though no lead is in them. */
  private static final Set<Stage> USUAL =
      EnumSet.of(Stage.OFFERED, Stage.CATCHALL, Stage.DELINQUENT, Stage.OWNED, Stage.ENDED);

  private static final int SHOWN = 14;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  private final Optional<Company> shown;
  private final Supplier<Optional<String>> invitation;
  private final Leads leads;
  private final RoutingBooks books;
  private final InstantSource clock;

  /**
   * @param shown the company whose leads anybody may watch; empty in earnest
   * @param invitation an offer link that whoever watches may answer
   */
  public HomePage(
      Optional<Company> shown,
      Supplier<Optional<String>> invitation,
      Leads leads,
      RoutingBooks books,
      InstantSource clock) {
    this.shown = shown;
    this.invitation = invitation;
    this.leads = leads;
    this.books = books;
    this.clock = clock;
  }

  public List<Route> routes() {
    var routes = new ArrayList<Route>();
    routes.add(
        Route.get(
            "/",
            Access.ANYBODY,
            question ->
                Answer.html(
                    200,
                    shown
                        .map(c -> home(c, question))
                        .orElseGet(() -> Pages.welcome(Readers.ofStranger(question))))));
    shown.ifPresent(
        company ->
            routes.add(
                Route.get(
                    "/board",
                    Access.ANYBODY,
                    question -> {
                      Words words = Readers.ofStranger(question);
                      return Answer.html(200, Pages.board(board(company, words), words));
                    })));
    return routes;
  }

  private String home(Company company, Question question) {
    Words words = Readers.ofStranger(question);
    return Pages.home(board(company, words), question.query().containsKey("paused"), words);
  }

  private BoardView board(Company company, Words words) {
    Instant now = clock.instant();
    RoutingBook book = books.current(company.id());
    Map<Stage, Long> counts = leads.counts(company.id());
    var travelling = new ArrayList<BoardView.Lead>();
    for (Leads.Row row : leads.latest(company.id(), Optional.empty(), SHOWN)) {
      leads
          .file(company.id(), row.id())
          .ifPresent(file -> travelling.add(lead(row, file, book, now, words)));
    }
    return new BoardView(
        company.name(),
        CLOCK.withZone(company.zone()).format(now),
        List.of(Stage.values()).stream()
            .filter(stage -> USUAL.contains(stage) || counts.containsKey(stage))
            .map(
                s ->
                    new Count(
                        StageNames.css(s), StageNames.name(s, words), counts.getOrDefault(s, 0L)))
            .toList(),
        travelling,
        invitation.get().orElse(""));
  }

  private static BoardView.Lead lead(
      Leads.Row row, LeadFile file, RoutingBook book, Instant now, Words words) {
    var stops = new ArrayList<Stop>();
    for (Offer offer : file.rotation().offers()) {
      stops.add(stop(name(offer.agent(), book), css(offer), mark(offer), words));
    }
    Optional<AgentId> owner = file.rotation().owner();
    boolean byOffer =
        file.rotation().offers().stream().anyMatch(o -> o.state() == Offer.State.ACCEPTED);
    if (owner.isPresent() && !byOffer) {
      stops.add(stop(name(owner.get(), book), "assigned", "✓", words));
    }
    return new BoardView.Lead(
        "#" + row.record().id(),
        "/leads/" + row.id() + "/why",
        StageNames.css(row.stage()),
        StageNames.name(row.stage(), words),
        age(Duration.between(row.receivedAt(), now), words),
        row.tags(),
        stops,
        next(row, book, now, words));
  }

  private static Stop stop(String agent, String css, String mark, Words words) {
    return new Stop(agent, css, words.say("home.outcome." + css), mark);
  }

  private static String next(Leads.Row row, RoutingBook book, Instant now, Words words) {
    return switch (row.stage()) {
      case OWNED ->
          row.owner()
              .map(o -> words.say("report.by", name(o, book)))
              .orElseGet(() -> words.say("home.in-crm"));
      case HELD, OFFERED, SHARK_TANK, CATCHALL ->
          row.due()
              .map(due -> Duration.between(now, due).toSeconds())
              .map(
                  left ->
                      left > 3600
                          ? words.say("home.left.hours", left / 3600)
                          : words.say("home.left.seconds", Math.max(0, left)))
              .orElse("");
      case NEW, QUARANTINED, FOLLOWING, DELINQUENT, ENDED -> "";
    };
  }

  private static String age(Duration age, Words words) {
    long seconds = Math.max(0, age.toSeconds());
    return seconds < 120
        ? words.say("home.age.seconds", seconds)
        : words.say("home.age.minutes", seconds / 60);
  }

  private static String css(Offer offer) {
    return switch (offer.state()) {
      case OPEN -> "asked";
      case ACCEPTED -> "accepted";
      case DECLINED -> "declined";
      case TIMED_OUT -> "missed";
      case WITHDRAWN -> "withdrawn";
    };
  }

  private static String mark(Offer offer) {
    return switch (offer.state()) {
      case OPEN -> "…";
      case ACCEPTED -> "✓";
      case DECLINED -> "✕";
      case TIMED_OUT -> "–";
      case WITHDRAWN -> "↩";
    };
  }

  private static String name(AgentId agent, RoutingBook book) {
    return book.agent(agent).map(Agent::name).orElse(agent.value());
  }
}
