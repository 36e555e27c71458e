package dev.baton.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.proof.faults.OutageWire.Away;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@link Outage} of eight hours with a lead every 40 seconds instead of five a second. */
class OutageSmokeTest {
  /** Few enough for Salesforce's share of a day to be used up on the way. */
  private static final long CALLS_PER_DAY = 4_000;

  @Test
  void hubspot_is_away_for_eight_hours() {
    OutageVerdict verdict = live(false, Away.EVERYTHING);

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.leads()).isGreaterThan(700);
    assertThat(verdict.tooMany()).isPositive();
    assertThat(verdict.draining()).isLessThan(Duration.ofMinutes(15));
  }

  @Test
  void salesforce_is_away_for_eight_hours() {
    OutageVerdict verdict = live(true, Away.EVERYTHING);

    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.leads()).isGreaterThan(700);
    assertThat(verdict.tooMany()).isPositive();
  }

  private static OutageVerdict live(boolean salesforce, Away away) {
    var plan =
        new Outage.Plan(
            salesforce,
            false,
            1,
            Duration.ofSeconds(40),
            Duration.ofMinutes(20),
            Duration.ofHours(8),
            away,
            Duration.ofSeconds(5),
            CALLS_PER_DAY,
            400);
    try (var outage = new Outage(plan)) {
      OutageVerdict verdict = outage.run();
      System.out.print(verdict.table());
      return verdict;
    }
  }
}
