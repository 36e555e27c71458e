package dev.baton.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.server.security.Nonces.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoncesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path directory;

  private Nonces nonces() {
    return new Nonces(SecretKey.load(Optional.empty(), directory));
  }

  @Test
  void a_nonce_is_good_from_one_second_after_the_page_was_shown_for_a_day() {
    Nonces nonces = nonces();
    String nonce = nonces.make("token", NOW);

    assertThat(nonces.check("token", nonce, NOW.plusMillis(999))).isEqualTo(Verdict.TOO_QUICK);
    assertThat(nonces.check("token", nonce, NOW.plusSeconds(1))).isEqualTo(Verdict.GOOD);
    assertThat(nonces.check("token", nonce, NOW.plus(Duration.ofHours(24))))
        .isEqualTo(Verdict.GOOD);
    assertThat(nonces.check("token", nonce, NOW.plus(Duration.ofHours(25))))
        .isEqualTo(Verdict.TOO_OLD);
  }

  @Test
  void a_nonce_is_good_for_its_own_page_only() {
    Nonces nonces = nonces();

    assertThat(nonces.check("other", nonces.make("token", NOW), NOW.plusSeconds(2)))
        .isEqualTo(Verdict.FORGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "x", "abc.def", "zzzzzzzzzzzzzzzzzz.x", "-1.abc", ".abc"})
  void anything_else_is_forged(String nonce) {
    assertThat(nonces().check("token", nonce, NOW)).isEqualTo(Verdict.FORGED);
  }

  @Test
  void a_key_made_at_the_first_start_is_found_at_the_next() {
    String nonce = nonces().make("token", NOW);

    assertThat(nonces().check("token", nonce, NOW.plusSeconds(2))).isEqualTo(Verdict.GOOD);
  }
}
