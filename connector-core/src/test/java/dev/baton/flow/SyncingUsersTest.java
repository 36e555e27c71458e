package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.lead.CrmRecord;
import dev.baton.rotation.Offer;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.store.StoreUnderTest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Domain §2: agents are in step with the users of the CRM. */
class SyncingUsersTest {
  private static final AgentId ANN = new AgentId("ann");
  private static final AgentId BOB = new AgentId("bob");
  private static final AgentId NEW = new AgentId("new");

  private final Walk walk =
      new Walk(StoreUnderTest.inMemory(), Map.of()).agent("ann", false).agent("bob", false);

  @AfterEach
  void close() {
    walk.close();
  }

  private void look() {
    walk.store.clock().tick(Walk.USERS_EVERY);
    walk.syncing.look();
    walk.settle();
  }

  /** A look by another node, whose time has come before the offer's. */
  private void lookSoon() {
    walk.store.clock().tick(Duration.ofMinutes(1));
    walk.anotherNodeSyncing().look();
    walk.settle();
  }

  private Optional<AgentId> holder(CrmRecord record) {
    return walk.file(record).rotation().held().map(Offer::agent);
  }

  private Optional<CrmIdentity> identity(AgentId agent) {
    return walk.store.books().current(Walk.ACME).agent(agent).orElseThrow().in(Walk.CRM);
  }

  private boolean available(AgentId agent) {
    return !walk.store.presences().unavailable(Walk.ACME).contains(agent);
  }

  private void accept(CrmRecord record, AgentId agent) {
    var lead = walk.file(record);
    walk.rotating.accept(
        new OfferId(lead.lead().id(), lead.rotation().held().orElseThrow().number()),
        agent,
        Channel.PAGE);
    walk.settle();
  }

  // Who leaves -----------------------------------------------------------------------------------

  @Test
  void who_is_deactivated_loses_availability_and_open_offers_and_the_next_is_asked() {
    look();
    CrmRecord record = walk.leadArrives();
    assertThat(holder(record)).contains(ANN);
    walk.crm.givenUserLeft(walk.owner("ann"));

    lookSoon();

    assertThat(available(ANN)).isFalse();
    assertThat(walk.store.presences().left(Walk.ACME)).containsOnlyKeys(ANN);
    assertThat(holder(record)).contains(BOB);
    assertThat(walk.file(record).rotation().offers())
        .extracting(Offer::state)
        .containsExactly(Offer.State.WITHDRAWN, Offer.State.OPEN);
  }

  @Test
  void who_is_deactivated_keeps_the_leads_he_owns() {
    look();
    CrmRecord record = walk.leadArrives();
    accept(record, ANN);
    walk.crm.givenUserLeft(walk.owner("ann"));

    look();

    assertThat(available(ANN)).isFalse();
    assertThat(walk.file(record).rotation().owner()).contains(ANN);
    assertThat(identity(ANN)).map(CrmIdentity::owner).contains(walk.owner("ann"));
  }

  @Test
  void who_is_not_listed_any_more_has_left_too() {
    walk.agent("cat", true);
    look();
    walk.crm.givenUserGone(walk.owner("ann"));

    look();

    assertThat(available(ANN)).isFalse();
    assertThat(walk.store.users().of(Walk.CRM))
        .filteredOn(user -> user.user().owner().equals(walk.owner("ann")))
        .allSatisfy(user -> assertThat(user.changedAt()).isEqualTo(walk.now()))
        .extracting(user -> user.user().active())
        .containsExactly(false);
  }

  @Test
  void who_was_not_active_when_first_looked_at_is_not_available() {
    walk.crm.givenUserLeft(walk.owner("ann"));

    look();

    assertThat(available(ANN)).isFalse();
  }

  @Test
  void whom_an_admin_makes_available_all_the_same_stays_so() {
    look();
    walk.crm.givenUserLeft(walk.owner("ann"));
    look();

    walk.minding.switched(Walk.ACME, ANN, true);
    look();

    assertThat(available(ANN)).isTrue();
  }

  // A list that cannot be right ------------------------------------------------------------------

  @Test
  void an_empty_list_is_the_crm_s_trouble_and_nobody_leaves() {
    look();
    walk.crm.givenUserGone(walk.owner("ann"));
    walk.crm.givenUserGone(walk.owner("bob"));

    look();

    assertThat(available(ANN)).isTrue();
    assertThat(walk.store.users().last(Walk.CRM).orElseThrow().trouble())
        .contains("listed 0 users", "2");
  }

  @Test
  void a_list_that_lacks_more_than_half_of_the_active_users_is_not_believed_until_they_are_back() {
    walk.agent("cat", true);
    look();
    walk.crm.givenUserGone(walk.owner("ann"));
    walk.crm.givenUserGone(walk.owner("bob"));
    look();
    assertThat(walk.store.presences().unavailable(Walk.ACME)).isEmpty();

    walk.crm.givenUserBack(walk.owner("ann"));
    look();

    assertThat(walk.store.users().last(Walk.CRM).orElseThrow().trouble()).isEmpty();
  }

  @Test
  void half_of_the_users_gone_is_believed() {
    look();
    walk.crm.givenUserGone(walk.owner("ann"));

    look();

    assertThat(walk.store.presences().unavailable(Walk.ACME)).containsExactly(ANN);
  }

  @Test
  void all_users_deactivated_is_the_crm_s_word() {
    look();
    walk.crm.givenUserLeft(walk.owner("ann"));
    walk.crm.givenUserLeft(walk.owner("bob"));

    look();

    assertThat(walk.store.presences().unavailable(Walk.ACME)).containsExactlyInAnyOrder(ANN, BOB);
  }

  // Who comes back -------------------------------------------------------------------------------

  @Test
  void who_is_active_again_is_available_and_offered_what_waits() {
    look();
    walk.crm.givenUserLeft(walk.owner("ann"));
    walk.crm.givenUserLeft(walk.owner("bob"));
    look();
    CrmRecord record = walk.leadArrives();
    assertThat(holder(record)).isEmpty();

    walk.crm.givenUserBack(walk.owner("ann"));
    look();

    assertThat(available(ANN)).isTrue();
    assertThat(available(BOB)).isFalse();
    assertThat(holder(record)).contains(ANN);
  }

  @Test
  void who_was_switched_off_by_somebody_stays_so_when_his_user_comes_back() {
    look();
    walk.minding.switched(Walk.ACME, BOB, false);
    walk.crm.givenUserLeft(walk.owner("ann"));
    walk.crm.givenUserLeft(walk.owner("bob"));
    look();
    walk.minding.switched(Walk.ACME, ANN, false);

    walk.crm.givenUserBack(walk.owner("ann"));
    walk.crm.givenUserBack(walk.owner("bob"));
    look();

    assertThat(walk.store.presences().unavailable(Walk.ACME)).containsExactlyInAnyOrder(ANN, BOB);
  }

  // Who is who -----------------------------------------------------------------------------------

  @Test
  void a_new_user_is_matched_by_e_mail_and_gets_the_leads_that_waited_for_that() {
    walk.agentOutsideTheCrm("new", "New@Example.org");
    walk.minding.switched(Walk.ACME, ANN, false);
    walk.minding.switched(Walk.ACME, BOB, false);
    CrmRecord record = walk.leadArrives();
    accept(record, NEW);
    look();
    assertThat(walk.crm.ownerOf(record)).isEmpty();
    int revision = walk.store.books().current(Walk.ACME).revision();

    String owner = walk.crm.givenUser("Newcomer", "new@example.org");
    look();

    assertThat(identity(NEW)).contains(new CrmIdentity(owner, "u" + owner));
    assertThat(walk.store.books().current(Walk.ACME).revision()).isEqualTo(revision + 1);
    assertThat(walk.crm.ownerOf(record)).isEqualTo(owner);
  }

  @Test
  void a_user_who_is_another_agent_or_not_active_is_not_matched() {
    walk.agentOutsideTheCrm("new", "new@example.org");
    walk.crm.givenEmail(walk.owner("ann"), "new@example.org");
    String left = walk.crm.givenUser("Newcomer", "late@example.org");
    walk.crm.givenUserLeft(left);
    walk.agentOutsideTheCrm("late", "late@example.org").agentOutsideTheCrm("none", "");

    look();

    assertThat(identity(NEW)).isEmpty();
    assertThat(identity(new AgentId("late"))).isEmpty();
    assertThat(identity(new AgentId("none"))).isEmpty();
  }

  @Test
  void another_e_mail_address_in_the_crm_changes_nothing() {
    look();
    Optional<CrmIdentity> before = identity(ANN);
    walk.crm.givenEmail(walk.owner("ann"), "bob@example.org");

    look();

    assertThat(identity(ANN)).isEqualTo(before);
    assertThat(available(ANN)).isTrue();
  }

  @Test
  void who_owns_records_by_another_id_is_known_by_his_login() {
    look();
    String other = walk.crm.givenOtherOwnerId(walk.owner("ann"));

    look();

    assertThat(identity(ANN)).contains(new CrmIdentity(other, walk.user("ann")));
    assertThat(available(ANN)).isTrue();
  }

  @Test
  void who_got_another_user_with_his_e_mail_is_that_one_and_comes_back() {
    look();
    walk.crm.givenUserLeft(walk.owner("ann"));
    look();
    assertThat(available(ANN)).isFalse();

    String anew = walk.crm.givenUser("Ann again", "ann@example.org");
    look();

    assertThat(identity(ANN)).map(CrmIdentity::owner).contains(anew);
    assertThat(available(ANN)).isTrue();
  }

  // When -----------------------------------------------------------------------------------------

  @Test
  void it_is_looked_at_once_and_then_every_quarter_of_an_hour() {
    assertThat(walk.syncing.look()).isEqualTo(1);
    for (int minute = 1; minute < 15; minute++) {
      walk.store.clock().tick(Duration.ofMinutes(1));
      assertThat(walk.syncing.look()).isZero();
    }
    walk.store.clock().tick(Duration.ofMinutes(1));

    assertThat(walk.syncing.look()).isEqualTo(1);
  }

  @Test
  void a_node_that_starts_looks_unless_another_has_just_looked() {
    walk.syncing.look();
    assertThat(walk.anotherNodeSyncing().look()).isZero();
    walk.store.clock().tick(Duration.ofMinutes(1));

    assertThat(walk.anotherNodeSyncing().look()).isEqualTo(1);
  }

  @Test
  void a_crm_that_is_away_makes_nobody_leave_says_so_and_is_asked_again_soon() {
    look();
    walk.crm.beDown(true);
    look();
    assertThat(walk.store.users().last(Walk.CRM).orElseThrow().trouble()).contains("down");
    assertThat(walk.store.presences().unavailable(Walk.ACME)).isEmpty();

    walk.crm.beDown(false);
    walk.store.clock().tick(Duration.ofMinutes(1));

    assertThat(walk.syncing.look()).isEqualTo(1);
    assertThat(walk.store.users().last(Walk.CRM).orElseThrow().trouble()).isEmpty();
  }

  @Test
  void while_an_account_hangs_it_is_not_asked_again_and_nobody_waits_for_it() {
    var hanging = new ArrayDeque<Runnable>();
    SyncingUsers node = walk.syncing(hanging::add);
    assertThat(node.look()).isEqualTo(1);
    walk.store.clock().tick(Walk.USERS_EVERY);

    assertThat(node.look()).isZero();

    hanging.remove().run();
    assertThat(node.look()).isZero();
    walk.store.clock().tick(Walk.USERS_EVERY);
    assertThat(node.look()).isEqualTo(1);
  }

  @Test
  void looking_twice_does_no_harm() {
    look();
    CrmRecord record = walk.leadArrives();
    walk.crm.givenUserLeft(walk.owner("ann"));
    look();
    int revision = walk.store.books().current(Walk.ACME).revision();
    int version = walk.file(record).rotation().version();

    walk.store.clock().tick(Duration.ofMinutes(2));
    walk.anotherNodeSyncing().look();

    assertThat(walk.store.books().current(Walk.ACME).revision()).isEqualTo(revision);
    assertThat(walk.file(record).rotation().version()).isEqualTo(version);
  }
}
