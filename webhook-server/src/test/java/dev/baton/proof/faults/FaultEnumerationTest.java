package dev.baton.proof.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Everything that {@link FaultEnumeration} lets go wrong, without its table. */
class FaultEnumerationTest {
  private static final int EVERY_NTH = 1;

  @Test
  void whatever_goes_wrong_once_hubspot_has_one_task_one_owner_and_the_latest_word() {
    try (var enumeration = FaultEnumeration.ofHubSpot()) {
      assertHolds(enumeration.run(EVERY_NTH));
    }
  }

  @Test
  void whatever_goes_wrong_once_salesforce_has_one_task_one_owner_and_the_latest_word() {
    try (var enumeration = FaultEnumeration.ofSalesforce()) {
      assertHolds(enumeration.run(EVERY_NTH));
    }
  }

  private static void assertHolds(FaultEnumeration.Result result) {
    assertThat(result.differences()).isEmpty();
    assertThat(result.requests()).hasSizeGreaterThan(20);
    assertThat(result.commits()).isGreaterThan(50);
    assertThat(result.deaths()).isPositive();
    assertThat(result.helped()).allMatch(point -> point.endsWith("NO_SESSION"));
  }
}
