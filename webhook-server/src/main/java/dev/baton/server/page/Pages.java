package dev.baton.server.page;

import java.util.Map;

/** The pages of leads and reports, each by its name. */
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

  static String why(WhyView view) {
    return render("why.jte", Map.of("view", view));
  }

  static String dashboard(DashboardView view) {
    return render("dashboard.jte", Map.of("view", view));
  }

  static String performance(PerformanceView view) {
    return render("performance.jte", Map.of("view", view));
  }

  static String statistics(StatisticsView view) {
    return render("statistics.jte", Map.of("view", view));
  }

  static String leadsBehind(LeadsBehindView view) {
    return render("leadsBehind.jte", Map.of("view", view));
  }

  static String score(ScoreView view) {
    return render("score.jte", Map.of("view", view));
  }

  static String scoreOfCompany(ScoreView.OfCompany view) {
    return render("scoreOfCompany.jte", Map.of("view", view));
  }

  static String consent(ConsentView view) {
    return render("consent.jte", Map.of("view", view));
  }

  static String welcome() {
    return render("welcome.jte", Map.of());
  }

  static String notFound() {
    return render("notFound.jte", Map.of());
  }

  private static String render(String template, Map<String, Object> values) {
    return Templates.render(template, values);
  }
}
