package dev.baton.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {
  @Test
  void no_cell_is_taken_for_a_formula() {
    assertThat(List.of("=1+1", "+1", "-a", "-1+1", "@a", "\ta", "\ra", "a=1", ""))
        .extracting(Cells::harmless)
        .containsExactly("'=1+1", "'+1", "'-a", "'-1+1", "'@a", "'\ta", "'\ra", "a=1", "");
  }

  @Test
  void a_number_below_zero_stays_a_number() {
    assertThat(List.of("-5", "-0.5", "7"))
        .extracting(Cells::harmless)
        .containsExactly("-5", "-0.5", "7");
  }
}
