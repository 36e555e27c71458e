package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.ConnectionId;
import dev.baton.inbox.Inbox;
import dev.baton.inbox.Incoming;
import dev.baton.inbox.Notice;
import dev.baton.inbox.NoticeOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every inbox does, in sentences. */
abstract class InboxContract extends StoreScene {

  @Test
  void a_notice_is_kept_once_however_often_it_comes_also_within_one_commit() {
    store.inbox().keep(List.of(incoming("a"), incoming("b"), incoming("a")));
    store.inbox().keep(List.of(incoming("b"), incoming("c")));

    assertThat(store.inbox().waiting()).isEqualTo(3);
  }

  @Test
  void a_claimed_notice_is_nobody_elses_until_the_lease_ends() {
    store.inbox().keep(List.of(incoming("a"), incoming("b")));

    List<Notice> mine = store.inbox().claim(1, store.clock().instant(), LEASE);
    List<Notice> yours = store.inbox().claim(10, store.clock().instant(), LEASE);
    List<Notice> nobodys = store.inbox().claim(10, store.clock().instant(), LEASE);
    store.clock().tick(LEASE);
    List<Notice> back = store.inbox().claim(10, store.clock().instant(), LEASE);

    assertThat(mine).extracting(Notice::payload).containsExactly("{\"key\":\"a\"}");
    assertThat(mine.getFirst().company()).isEqualTo(ACME);
    assertThat(yours).hasSize(1);
    assertThat(nobodys).isEmpty();
    assertThat(back).extracting(Notice::attempt).containsExactly(2, 2);
  }

  @Test
  void a_wait_that_was_named_is_an_attempt_but_no_try() {
    store.inbox().keep(List.of(incoming("a")));
    Instant now = store.clock().instant();
    Notice first = store.inbox().claim(1, now, LEASE).getFirst();

    store.inbox().settle(first.id(), new NoticeOutcome.Later(now.plusSeconds(30), "limit"), now);

    assertThat(store.inbox().claim(1, now.plusSeconds(29), LEASE)).isEmpty();
    Notice again = store.inbox().claim(1, now.plusSeconds(30), LEASE).getFirst();
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.tries()).isEqualTo(1);
  }

  @Test
  void a_notice_with_an_outcome_is_not_taken_up_again() {
    store.inbox().keep(List.of(incoming("a"), incoming("b"), incoming("c"), incoming("d")));
    List<Notice> all = store.inbox().claim(10, store.clock().instant(), LEASE);
    Instant now = store.clock().instant();
    store.inbox().settle(all.get(0).id(), new NoticeOutcome.Done("lead"), now);
    store.inbox().settle(all.get(1).id(), new NoticeOutcome.Skipped("not ours"), now);
    store.inbox().settle(all.get(2).id(), new NoticeOutcome.Failed("gone"), now);
    store.inbox().settle(all.get(3).id(), new NoticeOutcome.Again(now.plusSeconds(5), "away"), now);
    store.clock().tick(Duration.ofSeconds(5));

    List<Notice> again = store.inbox().claim(10, store.clock().instant(), LEASE);

    assertThat(again).extracting(Notice::payload).containsExactly("{\"key\":\"d\"}");
    assertThat(store.inbox().latest(ACME, 10))
        .extracting(Inbox.Kept::state)
        .containsExactly("NEW", "FAILED", "SKIPPED", "DONE");
  }

  @Test
  void a_notice_of_an_unknown_account_or_one_that_cannot_be_read_is_kept_with_its_reason() {
    Instant now = store.clock().instant();
    store
        .inbox()
        .keep(
            List.of(
                new Incoming("hubspot", "1", "x", "{}", Optional.empty(), Optional.empty(), now),
                new Incoming(
                    "hubspot", "", "y", "{", Optional.empty(), Optional.of("broken JSON"), now)));

    assertThat(store.inbox().claim(10, now, LEASE)).isEmpty();
    assertThat(store.inbox().latest(ACME, 10))
        .extracting(Inbox.Kept::state, Inbox.Kept::note)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("FAILED", "broken JSON"),
            org.assertj.core.groups.Tuple.tuple("SKIPPED", "the account is not connected"));
  }

  @Test
  void old_notices_are_forgotten_only_when_they_have_an_outcome() {
    store.inbox().keep(List.of(incoming("a"), incoming("b")));
    long done = store.inbox().claim(1, store.clock().instant(), LEASE).getFirst().id();
    store.inbox().settle(done, new NoticeOutcome.Done("lead"), store.clock().instant());
    store.clock().tick(Duration.ofDays(8));

    assertThat(store.inbox().forget(store.clock().instant().minus(Duration.ofDays(7))))
        .isEqualTo(1);
    assertThat(store.inbox().waiting()).isEqualTo(1);
  }

  @Test
  void notices_of_a_busy_connection_are_left_where_they_are() {
    store.inbox().keep(List.of(incoming("a")));
    Instant now = store.clock().instant();

    assertThat(store.inbox().claim(10, Set.of(PORTAL), now, LEASE)).isEmpty();
    assertThat(store.inbox().claim(10, Set.of(new ConnectionId("other")), now, LEASE)).hasSize(1);
  }

  @Test
  void what_one_connection_has_told_since_a_time_is_known_oldest_first() {
    store.inbox().keep(List.of(incoming("a")));
    store.clock().tick(Duration.ofSeconds(1));
    Instant since = store.clock().instant();
    store.inbox().keep(List.of(incoming("b"), incoming("c"), incoming("d")));

    assertThat(store.inbox().since(PORTAL, since, 2))
        .extracting(Inbox.Kept::payload)
        .containsExactly("{\"key\":\"b\"}", "{\"key\":\"c\"}");
    assertThat(store.inbox().since(PORTAL, since, 10)).hasSize(3);
    assertThat(store.inbox().since(new ConnectionId("other"), since, 10)).isEmpty();
  }

  @Test
  void how_long_the_oldest_has_waited_is_known() {
    assertThat(store.inbox().oldest()).isEmpty();
    Instant first = store.clock().instant();
    store.inbox().keep(List.of(incoming("a")));
    store.clock().tick(Duration.ofMinutes(1));
    store.inbox().keep(List.of(incoming("b")));

    assertThat(store.inbox().oldest()).contains(first);
  }
}
