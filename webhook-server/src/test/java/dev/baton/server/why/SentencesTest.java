package dev.baton.server.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.rotation.RotationEvent.RotationEnded;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happened to a lead, in sentences. */
class SentencesTest {
  @ParameterizedTest
  @CsvSource({
    "RECORD_GONE,Its record is gone in the CRM: it needs no owner any more.",
    "RECORD_MERGED,Its record was merged into another: it needs no owner any more.",
    "PERSON_ERASED,The person behind it was forgotten: it needs no owner any more."
  })
  void a_lead_that_needs_no_owner_any_more_says_why(EndReason reason, String sentence) {
    var sentences = new Sentences(AgentId::value, ZoneOffset.UTC, Words.ENGLISH);

    assertThat(sentences.of(new RotationEnded(Instant.EPOCH, reason))).isEqualTo(sentence);
  }
}
