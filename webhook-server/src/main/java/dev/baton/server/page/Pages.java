package dev.baton.server.page;

import dev.baton.server.page.Onlookers.Sight;
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
  static String home(BoardView board, boolean paused, Words words) {
    return render("home.jte", Map.of("board", board, "paused", paused, "words", words));
  }

  static String board(BoardView board, Words words) {
    return render("board.jte", Map.of("board", board, "words", words));
  }

  static String why(WhyView view, Sight sight) {
    return report("why.jte", view, sight);
  }

  static String dashboard(DashboardView view, Sight sight) {
    return report("dashboard.jte", view, sight);
  }

  static String performance(PerformanceView view, Sight sight) {
    return report("performance.jte", view, sight);
  }

  static String statistics(StatisticsView view, Sight sight) {
    return report("statistics.jte", view, sight);
  }

  static String leadsBehind(LeadsBehindView view, Sight sight) {
    return report("leadsBehind.jte", view, sight);
  }

  private static String report(String template, Object view, Sight sight) {
    return render(template, Map.of("view", view, "around", sight.around(), "words", sight.words()));
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

  static String notFound(Words words) {
    return render("notFound.jte", Map.of("words", words));
  }

  private static String render(String template, Map<String, Object> values) {
    return Templates.render(template, values);
  }
}
