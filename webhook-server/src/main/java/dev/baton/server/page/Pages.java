package dev.baton.server.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Values in, escaped HTML out; the templates were compiled with the server. */
public final class Pages {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "dev.baton.server.page.compiled");

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
    var output = new StringOutput();
    ENGINE.render(template, values, output);
    return output.toString();
  }
}
