package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.lead.LeadId;
import dev.baton.lead.Summary;
import dev.baton.ledger.Lead;
import dev.baton.ledger.Summaries;
import dev.baton.ledger.Summaries.Taken;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.End;
import dev.baton.rotation.RotationCommand.EndReason;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which leads wait for a summary, and what becomes of those that get one. */
class SummariesTest {
  private static final Summary VILLA = new Summary("Wants a villa");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** In sentences. */
  abstract static class Contract extends StoreScene {
    private Summaries summaries;
    private Summaries onAnotherNode;

    abstract Database database();

    @Override
    protected StoreUnderTest open() {
      Database database = database();
      summaries = new JdbcSummaries(database);
      onAnotherNode = new JdbcSummaries(database);
      return StoreUnderTest.in(database);
    }

    private Lead arrived() {
      Lead lead = offered();
      store.clock().tick(Duration.ofSeconds(1));
      return lead;
    }

    private Instant now() {
      return store.clock().instant();
    }

    private List<Taken> take(Summaries by, int atMost) {
      return by.take(atMost, now().minus(Duration.ofHours(24)), now(), now().plus(MINUTE));
    }

    private List<LeadId> taken(int atMost) {
      return take(summaries, atMost).stream().map(Taken::lead).toList();
    }

    @Test
    void leads_without_a_summary_are_taken_up_the_latest_first() {
      Lead first = arrived();
      Lead second = arrived();
      Lead third = arrived();

      List<Taken> taken = take(summaries, 2);

      assertThat(taken)
          .containsExactly(
              new Taken(ACME, third.id(), CONTENT, 1), new Taken(ACME, second.id(), CONTENT, 1));
      assertThat(taken(5)).containsExactly(first.id());
    }

    @Test
    void a_lead_that_was_taken_up_is_nobody_elses_until_the_lease_ends() {
      Lead lead = arrived();

      assertThat(take(summaries, 1)).hasSize(1);
      assertThat(take(onAnotherNode, 1)).isEmpty();
      store.clock().tick(MINUTE);
      assertThat(take(onAnotherNode, 1)).containsExactly(new Taken(ACME, lead.id(), CONTENT, 2));
      assertThat(take(summaries, 1)).isEmpty();
    }

    @Test
    void what_a_lead_is_about_is_kept_with_it_and_it_is_not_taken_up_again() {
      Lead lead = arrived();
      assertThat(file(lead).summary()).isEmpty();
      take(summaries, 1);

      summaries.put(lead.id(), VILLA);

      assertThat(file(lead).summary()).contains(VILLA);
      assertThat(store.leads().file(OTHER, lead.id())).isEmpty();
      store.clock().tick(Duration.ofHours(1));
      assertThat(taken(5)).isEmpty();
    }

    @Test
    void a_lead_is_tried_three_times_and_then_stays_without_one() {
      Lead lead = arrived();
      for (int tries = 1; tries <= Summaries.TRIES; tries++) {
        assertThat(take(summaries, 1))
            .containsExactly(new Taken(ACME, lead.id(), CONTENT, tries))
            .allMatch(taken -> taken.lastTry() == (taken.tries() == 3));
        summaries.again(lead.id(), now().plus(MINUTE.multipliedBy(5)));
        store.clock().tick(MINUTE);
        assertThat(taken(1)).as("before its time").isEmpty();
        store.clock().tick(MINUTE.multipliedBy(4));
      }

      assertThat(taken(1)).isEmpty();
      assertThat(file(lead).summary()).isEmpty();
    }

    @Test
    void a_process_that_dies_each_time_does_not_try_for_ever() {
      arrived();
      for (int tries = 1; tries <= Summaries.TRIES; tries++) {
        assertThat(taken(1)).hasSize(1);
        store.clock().tick(MINUTE);
      }

      assertThat(taken(1)).isEmpty();
    }

    @Test
    void a_lead_that_is_left_is_not_taken_up_again() {
      Lead lead = arrived();
      take(summaries, 1);

      summaries.leave(lead.id());
      store.clock().tick(Duration.ofHours(1));

      assertThat(taken(1)).isEmpty();
    }

    @Test
    void leads_that_came_in_before_or_have_ended_are_left_alone() {
      arrived();
      store.clock().tick(Duration.ofHours(25));
      Lead ended = arrived();
      store.ledger().decide(ended.id(), command(new End(EndReason.RECORD_GONE)));
      Lead owned = arrived();
      store.ledger().decide(owned.id(), command(new Accept(1, ANN, Channel.PAGE)));

      assertThat(taken(5)).containsExactly(owned.id());
    }

    @Test
    void of_an_erased_person_nothing_is_kept_not_even_what_comes_later() {
      Lead before = arrived();
      Lead summarized = arrived();
      Lead asked = arrived();
      take(summaries, 2);
      summaries.put(summarized.id(), VILLA);
      for (Lead each : List.of(before, summarized, asked)) {
        assertThat(store.erasure().erase(ACME, each.id(), Set.of(), now())).isTrue();
      }

      summaries.put(asked.id(), VILLA);
      summaries.again(asked.id(), now());

      store.clock().tick(MINUTE);
      assertThat(taken(5)).isEmpty();
      assertThat(file(summarized).summary()).isEmpty();
      assertThat(file(asked).summary()).isEmpty();
    }

    @Test
    void whatever_was_never_taken_up_keeps_nothing() {
      Lead lead = arrived();

      summaries.put(lead.id(), VILLA);
      summaries.leave(new LeadId(UUID.randomUUID()));

      assertThat(file(lead).summary()).isEmpty();
      assertThat(taken(1)).containsExactly(lead.id());
    }
  }

  @Nested
  class OnH2 extends Contract {
    @TempDir Path directory;

    @Override
    Database database() {
      return Database.open(Database.embedded(directory), "sa", "");
    }
  }

  @Nested
  class OnPostgres extends Contract {
    @Override
    Database database() {
      return Database.open(Postgres.newDatabase(), "postgres", "");
    }
  }
}
