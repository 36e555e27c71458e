package dev.baton.server.page;

import dev.baton.server.words.Words;
import java.util.Map;
import java.util.Optional;

/**
 * The pages of leads and reports, each by its name. What stands around a report of somebody who has
 * logged in is what stands around all his pages.
 */
public final class Pages {
  private Pages() {}

  static String offer(OfferView offer) {
    return render("offer.jte", Map.of("offer", offer));
  }

  /** Moving, or paused for who wants to read in peace. */
  static String home(BoardView board, boolean paused) {
    return render("home.jte", Map.of("board", board, "paused", paused));
  }

  static String board(BoardView board) {
    return render("board.jte", Map.of("board", board));
  }

  static String why(WhyView view, Optional<Shell> around) {
    return render("why.jte", Map.of("view", view, "around", around));
  }

  static String dashboard(DashboardView view, Optional<Shell> around) {
    return render("dashboard.jte", Map.of("view", view, "around", around));
  }

  static String performance(PerformanceView view, Optional<Shell> around) {
    return render("performance.jte", Map.of("view", view, "around", around));
  }

  static String statistics(StatisticsView view, Optional<Shell> around) {
    return render("statistics.jte", Map.of("view", view, "around", around));
  }

  static String leadsBehind(LeadsBehindView view, Optional<Shell> around) {
    return render("leadsBehind.jte", Map.of("view", view, "around", around));
  }

  static String score(ScoreView view, Optional<Shell> around) {
    return render("score.jte", Map.of("view", view, "around", around));
  }

  static String scoreOfCompany(ScoreView.OfCompany view, Optional<Shell> around) {
    return render("scoreOfCompany.jte", Map.of("view", view, "around", around));
  }

  static String consent(ConsentView view) {
    return render("consent.jte", Map.of("view", view));
  }

  static String welcome(Words words) {
    return render("welcome.jte", Map.of("words", words));
  }

  static String notFound() {
    return notFound(Words.ENGLISH);
  }

  static String notFound(Words words) {
    return render("notFound.jte", Map.of("words", words));
  }

  private static String render(String template, Map<String, Object> values) {
    return Templates.render(template, values);
  }
}
