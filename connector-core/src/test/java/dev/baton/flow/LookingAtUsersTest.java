package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.crm.CrmAccount.Finding;
import dev.baton.store.StoreUnderTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an admin is told of agents and users of the CRM. */
class LookingAtUsersTest {
  private final Walk walk =
      new Walk(StoreUnderTest.inMemory(), Map.of()).agent("ann", false).agent("bob", false);

  @AfterEach
  void close() {
    walk.close();
  }

  private List<Finding> afterALook() {
    walk.store.clock().tick(Walk.USERS_EVERY);
    walk.syncing.look();
    return findings();
  }

  private List<Finding> findings() {
    return new LookingAtUsers(walk.store.books(), walk.store.presences(), walk.store.users())
        .findings(walk.connection(Walk.CRM));
  }

  @Test
  void before_the_first_look_nothing_is_known_and_nothing_wrong() {
    assertThat(findings()).containsExactly(Finding.fine("Users of the CRM: not looked at yet"));
  }

  @Test
  void when_all_agents_are_active_users_that_is_all_there_is_to_say() {
    assertThat(afterALook())
        .containsExactly(
            Finding.fine("Users of the CRM, last read at 2026-11-22T10:15:00Z: 2 active"));
  }

  @Test
  void a_list_that_is_not_believed_is_a_finding_with_what_to_do() {
    afterALook();
    walk.crm.givenUserGone(walk.owner("ann"));
    walk.crm.givenUserGone(walk.owner("bob"));

    Finding users = afterALook().getFirst();

    assertThat(users.ok()).isFalse();
    assertThat(users.what()).isEqualTo("Users of the CRM, last read at 2026-11-22T10:15:00Z");
    assertThat(users.advice()).contains("may still see all users", "deactivated, not deleted");
  }

  @Test
  void an_agent_whose_user_left_is_named_with_since_when() {
    afterALook();
    walk.crm.givenUserLeft(walk.owner("ann"));

    assertThat(afterALook())
        .contains(
            Finding.fine(
                "Agent ann: the user in the CRM is not active since 2026-11-22T10:30:00Z, so the"
                    + " agent is offered nothing"));
    afterALook();
    walk.minding.switched(Walk.ACME, new AgentId("ann"), true);

    assertThat(findings().get(1).what()).endsWith("since 2026-11-22T10:30:00Z");
    assertThat(findings().get(1).advice()).contains("available here all the same");
  }

  @Test
  void an_agent_who_is_no_user_is_told_with_what_to_do() {
    walk.agentOutsideTheCrm("new", "new@example.org");

    assertThat(afterALook())
        .filteredOn(f -> !f.ok())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what()).isEqualTo("Agent new");
              assertThat(finding.advice()).contains("same address").doesNotContain("new@example");
            });
  }
}
