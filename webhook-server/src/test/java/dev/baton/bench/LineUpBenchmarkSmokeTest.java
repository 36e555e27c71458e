package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.bench.LineUpBenchmark.Drawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That the lines measured are whole: everybody stands in them or is told why not. */
@Timeout(60)
class LineUpBenchmarkSmokeTest {
  @Test
  void everybody_stands_in_line_or_has_a_reason() {
    var benchmark = new LineUpBenchmark(300, 40);
    int inLine = 0;
    for (int lead = 0; lead < 50; lead++) {
      Drawn drawn = benchmark.draw();
      inLine += drawn.line().line().size();

      assertThat(drawn.line().line().size() + drawn.line().leftOut().size()).isEqualTo(300);
      assertThat(benchmark.explain(drawn).agents())
          .hasSize(300)
          .allMatch(verdict -> verdict.place().isPresent() != verdict.reason().isPresent());
    }
    assertThat(inLine).isPositive();
  }
}
