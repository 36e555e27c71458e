package dev.baton.server.my;

import dev.baton.performance.PerformanceScore;
import dev.baton.performance.Reports;
import dev.baton.performance.Reports.Scored;
import dev.baton.server.page.ScoreView;
import dev.baton.server.page.ScoreViews;
import dev.baton.server.report.ReportQuestion;
import java.util.Map;

/** An agent's own performance score, over the usual period, and why it is what it is. */
public final class MyScore {
  private final Reports reports;
  private final ScoreViews views;

  public MyScore(Reports reports, ScoreViews views) {
    this.reports = reports;
    this.views = views;
  }

  String of(Me me) {
    long sum =
        reports.scored(me.at(), me.id(), question(me).span()).stream()
            .filter(Scored::counts)
            .mapToLong(each -> each.event().points())
            .sum();
    return String.valueOf(PerformanceScore.START + sum);
  }

  ScoreView why(Me me) {
    return views.ofAgent(me.company(), me.book(), question(me), me.id(), me.now(), me.words());
  }

  private static ReportQuestion question(Me me) {
    return switch (ReportQuestion.read(Map.of(), me.company(), me.book(), me.now())) {
      case ReportQuestion.Reading.Understood understood -> understood.question();
      case ReportQuestion.Reading.Wrong wrong -> wrong.instead();
    };
  }
}
