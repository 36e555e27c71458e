package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.crm.CrmUser;
import dev.baton.crm.CrmUsers.Known;
import dev.baton.crm.CrmUsers.Look;
import dev.baton.crm.KnownUser;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is kept of CRM users, of agents who left with them, and of books changed in passing. */
abstract class CrmUsersContract extends StoreScene {
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private Instant now() {
    return store.clock().instant();
  }

  private static CrmUser user(String owner, boolean active) {
    return new CrmUser(owner, "u" + owner, "Ann " + owner, owner + "@example.org", active);
  }

  private KnownUser known(String owner, boolean active, Optional<AgentId> agent) {
    return new KnownUser(user(owner, active), agent, now(), now());
  }

  @Test
  void of_two_nodes_one_begins_a_look_and_the_next_begins_when_its_time_has_come() {
    assertThat(store.users().begin(PORTAL, now(), QUARTER)).isTrue();
    assertThat(store.users().begin(PORTAL, now(), QUARTER)).isFalse();

    store.clock().tick(QUARTER.minusSeconds(1));
    assertThat(store.users().begin(PORTAL, now(), QUARTER)).isFalse();
    store.clock().tick(Duration.ofSeconds(1));
    assertThat(store.users().begin(PORTAL, now(), QUARTER)).isTrue();
  }

  @Test
  void what_was_seen_last_is_known() {
    KnownUser ann = known("11", true, Optional.of(ANN));
    KnownUser stranger = known("99", false, Optional.empty());
    assertThat(store.users().of(PORTAL)).isEmpty();

    store.users().keep(CONNECTION, List.of(ann, stranger), now());

    assertThat(store.users().of(PORTAL)).containsExactly(ann, stranger);
    assertThat(store.users().ofAgents(ACME)).containsExactly(new Known(PORTAL, ann));
    assertThat(store.users().ofAgents(OTHER)).isEmpty();
  }

  @Test
  void who_has_changed_is_known_as_he_is_now_and_who_was_not_seen_stays_known() {
    KnownUser ann = known("11", true, Optional.of(ANN));
    KnownUser bob = known("12", true, Optional.of(BOB));
    store.users().keep(CONNECTION, List.of(ann, bob), now());
    store.clock().tick(QUARTER);
    var left =
        new KnownUser(
            new CrmUser("11", "u11", "Ann Other", "other@example.org", false),
            Optional.empty(),
            ann.seenSince(),
            now());

    store.users().keep(CONNECTION, List.of(left), now());

    assertThat(store.users().of(PORTAL)).containsExactly(left, bob);
  }

  @Test
  void a_look_that_was_of_no_use_says_why_until_one_is_of_use() {
    assertThat(store.users().last(PORTAL)).isEmpty();
    store.users().troubled(PORTAL, "nobody listed");
    assertThat(store.users().last(PORTAL)).contains(new Look(Optional.empty(), "nobody listed"));

    store.users().keep(CONNECTION, List.of(), now());
    Instant good = now();
    assertThat(store.users().last(PORTAL)).contains(new Look(Optional.of(good), ""));

    store.clock().tick(QUARTER);
    store.users().troubled(PORTAL, "x".repeat(600));
    assertThat(store.users().last(PORTAL).orElseThrow().good()).contains(good);
    assertThat(store.users().last(PORTAL).orElseThrow().trouble()).startsWith("xxx");
  }

  // Who left with his user -----------------------------------------------------------------------

  @Test
  void who_left_is_unavailable_and_comes_back() {
    store.presences().leave(ACME, ANN, now());

    assertThat(store.presences().unavailable(ACME)).containsExactly(ANN);
    assertThat(store.presences().left(ACME)).isEqualTo(Map.of(ANN, now()));
    assertThat(store.presences().comeBack(ACME, ANN, now())).isTrue();
    assertThat(store.presences().unavailable(ACME)).isEmpty();
    assertThat(store.presences().left(ACME)).isEmpty();
  }

  @Test
  void who_was_switched_off_before_he_left_does_not_come_back() {
    store.presences().set(ACME, ANN, false, now());
    store.presences().leave(ACME, ANN, now());

    assertThat(store.presences().left(ACME)).isEmpty();
    assertThat(store.presences().comeBack(ACME, ANN, now())).isFalse();
    assertThat(store.presences().unavailable(ACME)).containsExactly(ANN);
  }

  @Test
  void who_was_switched_off_after_he_left_does_not_come_back() {
    store.presences().leave(ACME, ANN, now());
    store.presences().set(ACME, ANN, false, now());

    assertThat(store.presences().left(ACME)).isEmpty();
    assertThat(store.presences().comeBack(ACME, ANN, now())).isFalse();
    assertThat(store.presences().unavailable(ACME)).containsExactly(ANN);
  }

  @Test
  void who_was_switched_on_after_he_left_has_nothing_to_come_back_from() {
    store.presences().leave(ACME, ANN, now());
    store.presences().set(ACME, ANN, true, now());

    assertThat(store.presences().comeBack(ACME, ANN, now())).isFalse();
    assertThat(store.presences().unavailable(ACME)).isEmpty();
  }

  // Books changed in passing ---------------------------------------------------------------------

  private static BookDraft without(BookDraft draft, AgentId one) {
    return draft.staffed(draft.agents().stream().filter(a -> !a.id().equals(one)).toList());
  }

  @Test
  void a_book_is_changed_from_what_is_in_force_by_then() {
    store.books().publish(ACME, without(book(), BOB), "an admin", now());

    Publication done =
        store.books().revise(ACME, draft -> draft.staffed(untagged(draft)), "sync", now());

    RoutingBook book = ((Publication.Published) done).book();
    assertThat(book.revision()).isEqualTo(3);
    assertThat(store.books().current(ACME).revision()).isEqualTo(3);
    assertThat(store.books().current(ACME).content()).isEqualTo(book.content());
    assertThat(book.agents()).extracting(Agent::id).containsExactly(ANN);
    assertThat(book.agent(ANN).orElseThrow().tags()).isEmpty();
  }

  private static List<Agent> untagged(BookDraft draft) {
    return draft.agents().stream().map(a -> a.holding(Set.of())).toList();
  }

  @Test
  void a_change_that_changes_nothing_makes_no_revision() {
    Publication done = store.books().revise(ACME, draft -> draft, "sync", now());

    assertThat(((Publication.Published) done).book().revision()).isEqualTo(1);
    assertThat(store.books().current(ACME).revision()).isEqualTo(1);
  }
}
