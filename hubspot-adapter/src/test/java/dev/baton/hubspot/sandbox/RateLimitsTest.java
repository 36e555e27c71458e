package dev.baton.hubspot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.hubspot.sandbox.Caller.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest extends SandboxTest {
  RateLimitsTest() {
    super(SandboxSettings.defaults().withLimits(3, 2, 6));
  }

  @Test
  void the_fourth_call_in_ten_seconds_is_one_too_many() throws IOException {
    Reply first = app.get(CONTACTS);
    app.get(CONTACTS);
    app.get(CONTACTS);
    Reply fourth = app.get(CONTACTS);
    clock.tick(Duration.ofSeconds(10));
    Reply later = app.get(CONTACTS);

    assertThat(first.header("X-HubSpot-RateLimit-Max")).isEqualTo("3");
    assertThat(first.header("X-HubSpot-RateLimit-Remaining")).isEqualTo("2");
    assertThat(first.header("X-HubSpot-RateLimit-Interval-Milliseconds")).isEqualTo("10000");
    assertThat(fourth.status()).isEqualTo(429);
    assertThat(fourth.json().path("errorType").asText()).isEqualTo("RATE_LIMIT");
    assertThat(fourth.json().path("policyName").asText()).isEqualTo("TEN_SECONDLY_ROLLING");
    assertThat(later.status()).isEqualTo(200);
  }

  @Test
  void searches_have_a_limit_of_their_own_and_do_not_tell_it() throws IOException {
    Reply first = app.post(CONTACTS + "/search", "{}");
    app.post(CONTACTS + "/search", "{}");
    Reply third = app.post(CONTACTS + "/search", "{}");

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("X-HubSpot-RateLimit-Max")).isEmpty();
    assertThat(third.json().path("policyName").asText()).isEqualTo("SECONDLY");
    assertThat(app.get(CONTACTS).status()).isEqualTo(200);
  }

  @Test
  void a_day_has_an_end() throws IOException {
    for (int i = 0; i < 6; i++) {
      app.get(CONTACTS);
      clock.tick(Duration.ofSeconds(5));
    }

    Reply seventh = app.get(CONTACTS);

    assertThat(seventh.json().path("policyName").asText()).isEqualTo("DAILY");
    assertThat(seventh.header("X-HubSpot-RateLimit-Daily-Remaining")).isEqualTo("0");
    clock.tick(Duration.ofHours(14));
    assertThat(app.get(CONTACTS).status()).isEqualTo(200);
  }

  @Test
  void one_portal_does_not_use_up_the_calls_of_another() throws IOException {
    var other = new Caller(sandbox, sandbox.portal("4712").serviceKey());
    for (int i = 0; i < 4; i++) app.get(CONTACTS);

    assertThat(other.get(CONTACTS).status()).isEqualTo(200);
  }
}
