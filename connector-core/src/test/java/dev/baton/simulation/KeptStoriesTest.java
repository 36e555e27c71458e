package dev.baton.simulation;

import static dev.baton.simulation.Deed.ACCEPT;
import static dev.baton.simulation.Deed.ANOTHER_CHANCE;
import static dev.baton.simulation.Deed.AUTOMATIONS_FIGHT;
import static dev.baton.simulation.Deed.BELL;
import static dev.baton.simulation.Deed.COMMIT;
import static dev.baton.simulation.Deed.DECLINE;
import static dev.baton.simulation.Deed.GIVE_BACK;
import static dev.baton.simulation.Deed.MESSAGE_ARRIVES;
import static dev.baton.simulation.Deed.MESSAGE_IS_LOST;
import static dev.baton.simulation.Deed.OWNER_CHANGED_BY_HAND;
import static dev.baton.simulation.Deed.OWNER_WRITTEN;
import static dev.baton.simulation.Deed.PASS_TO_THE_END;
import static dev.baton.simulation.Deed.TAKE_IN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.simulation.Action.How;
import dev.baton.simulation.Machinery.Flaw;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lives that failed once, each in its shortest form, kept so that they are lived again. */
class KeptStoriesTest {
  private static final int PLAINEST = 0;

  /** One place in line, and four catchalls of whom the first stands in line too. */
  private static final int FOUR_CATCHALLS = 21;

  private static final int ANN = 0;
  private static final int CAT = 2;
  private static final int WHOEVER_IS_ASKED = 5;
  private static final int UNTAGGED = 1 << 10;
  private static final int ABOUT_P = 1 << 10 | 0b00001_00001;
  private static final int OWNED_ALREADY = 0;
  private static final int AT_THE_END = 1;
  private static final int WRITTEN = 2;
  private static final int ANSWER_LOST = 1;
  private static final int BY_ITS_OWNER = 1 << 8;

  @Test
  void a_record_is_told_of_twice_before_its_first_decision_is_committed() {
    assertThat(
            life(
                PLAINEST,
                new Action(TAKE_IN, 0, ANN, OWNED_ALREADY, How.SLOWLY),
                new Action(TAKE_IN, 0, 1, OWNED_ALREADY, How.BY_LATE_MAIL)))
        .anyMatch(line -> line.contains("refused, NOTHING_TO_DO"));
  }

  @Test
  void the_notice_of_a_change_by_hand_is_lost_and_comes_again() {
    assertThat(
            life(
                PLAINEST,
                new Action(TAKE_IN, 0, ANN, UNTAGGED, How.AT_ONCE),
                new Action(OWNER_CHANGED_BY_HAND, 0, 3, 0, How.AT_ONCE),
                new Action(MESSAGE_IS_LOST, 0, 0, 0, How.AT_ONCE)))
        .anyMatch(line -> line.contains("OwnerChangedInCrm"));
  }

  /** He could have declined the other chance, for good, and then accepted as catchall. */
  @Test
  void a_catchall_who_has_been_told_is_given_no_other_chance_beside() {
    assertThat(
            life(
                FOUR_CATCHALLS,
                new Action(TAKE_IN, 0, ANN, ABOUT_P, How.AT_ONCE),
                new Action(PASS_TO_THE_END, 0, 0, AT_THE_END, How.AT_ONCE),
                new Action(BELL, 0, 0, 0, How.AT_ONCE),
                new Action(ANOTHER_CHANCE, 0, 0, 0, How.AT_ONCE),
                new Action(DECLINE, 0, WHOEVER_IS_ASKED, 0, How.AT_ONCE),
                new Action(ACCEPT, 0, WHOEVER_IS_ASKED, 0, How.AT_ONCE)))
        .anyMatch(line -> line.contains("refused, ALREADY_HOLDING"))
        .anyMatch(line -> line.contains("Accept[offer=2, agent=ann"));
  }

  /** The notice is decided by an owner who has been written over meanwhile. */
  @Test
  void what_the_crm_said_is_over_when_it_is_acted_upon() {
    Action[] actions = {
      new Action(TAKE_IN, 0, ANN, UNTAGGED, How.AT_ONCE),
      new Action(ACCEPT, 0, WHOEVER_IS_ASKED, 0, How.AT_ONCE),
      new Action(OWNER_CHANGED_BY_HAND, 0, WHOEVER_IS_ASKED, 0, How.AT_ONCE),
      new Action(MESSAGE_ARRIVES, 0, 0, 0, How.SLOWLY),
      new Action(OWNER_WRITTEN, 0, 0, WRITTEN, How.AT_ONCE),
      new Action(MESSAGE_ARRIVES, 0, 0, 0, How.AT_ONCE),
      new Action(COMMIT, 0, 0, 0, How.AT_ONCE)
    };

    life(PLAINEST, actions);
    assertThat(brokenBy(Flaw.READS_BACK_LONG_BEFORE_DECIDING, actions))
        .isEqualTo(Invariant.CRM_AGREES);
  }

  /** The lead went back to who had just given it back. */
  @Test
  void the_answer_to_a_write_is_lost_and_its_echo_heard_when_the_lead_has_moved_on() {
    Action[] actions = {
      new Action(TAKE_IN, 0, ANN, UNTAGGED, How.AT_ONCE),
      new Action(ACCEPT, 0, WHOEVER_IS_ASKED, 0, How.AT_ONCE),
      new Action(OWNER_WRITTEN, 0, 0, ANSWER_LOST, How.AT_ONCE),
      new Action(GIVE_BACK, 0, 0, BY_ITS_OWNER, How.AT_ONCE)
    };

    life(PLAINEST, actions);
    assertThat(brokenBy(Flaw.FORGETS_WHAT_IT_MAY_HAVE_WRITTEN, actions))
        .isEqualTo(Invariant.OWN_WRITES_START_NOTHING);
  }

  /** Nobody was left to tell of our write: its notice was through before the change was heard. */
  @Test
  void a_write_lands_while_a_change_by_hand_is_decided_and_its_answer_is_lost() {
    Action[] actions = {
      new Action(TAKE_IN, 0, ANN, UNTAGGED, How.AT_ONCE),
      new Action(ACCEPT, 0, WHOEVER_IS_ASKED, 0, How.AT_ONCE),
      new Action(OWNER_CHANGED_BY_HAND, 0, WHOEVER_IS_ASKED, 0, How.AT_ONCE),
      new Action(MESSAGE_ARRIVES, 0, 0, 0, How.SLOWLY),
      new Action(OWNER_WRITTEN, 0, 0, ANSWER_LOST, How.AT_ONCE),
      new Action(MESSAGE_ARRIVES, 0, 0, 0, How.AT_ONCE),
      new Action(COMMIT, 0, 0, 0, How.AT_ONCE)
    };

    life(PLAINEST, actions);
    assertThat(brokenBy(Flaw.LOOKS_ONCE, actions)).isEqualTo(Invariant.CRM_AGREES);
  }

  /** It looked as if our write had not arrived, and nobody looked again. */
  @Test
  void our_owner_is_undone_by_hand_before_the_answer_to_the_write_is_noted() {
    Action[] actions = {
      new Action(TAKE_IN, 0, WHOEVER_IS_ASKED, OWNED_ALREADY, How.AT_ONCE),
      new Action(ACCEPT, 0, WHOEVER_IS_ASKED, 0, How.AT_ONCE),
      new Action(OWNER_WRITTEN, 0, 0, WRITTEN, How.AT_ONCE),
      new Action(MESSAGE_ARRIVES, 0, 0, 0, How.AT_ONCE),
      new Action(OWNER_CHANGED_BY_HAND, 0, WHOEVER_IS_ASKED, 0, How.AT_ONCE),
      new Action(MESSAGE_ARRIVES, 0, 0, 0, How.AT_ONCE)
    };

    life(PLAINEST, actions);
    assertThat(brokenBy(Flaw.DECIDES_WHILE_IT_CANNOT_TELL, actions))
        .isEqualTo(Invariant.CRM_AGREES);
  }

  /** The answer to our write was noted over an owner who had been set, undone and set again. */
  @Test
  void our_owner_is_undone_and_the_one_before_set_again_before_the_answer_is_noted() {
    Action[] actions = {
      new Action(TAKE_IN, 0, CAT, OWNED_ALREADY, How.AT_ONCE),
      new Action(GIVE_BACK, 0, 0, BY_ITS_OWNER, How.AT_ONCE),
      new Action(ACCEPT, 0, WHOEVER_IS_ASKED, 0, How.AT_ONCE),
      new Action(OWNER_WRITTEN, 0, 0, WRITTEN, How.AT_ONCE),
      new Action(AUTOMATIONS_FIGHT, 0, CAT, 0, How.AT_ONCE),
      new Action(OWNER_CHANGED_BY_HAND, 0, ANN, 0, How.AT_ONCE)
    };

    life(PLAINEST, actions);
    assertThat(brokenBy(Flaw.TAKES_ONE_SET_AGAIN_FOR_ONE_WHO_STAYED, actions))
        .isEqualTo(Invariant.CRM_AGREES);
  }

  private static Invariant brokenBy(Flaw flaw, Action... actions) {
    var broken = Simulation.run(Machinery.with(flaw), schedule(PLAINEST, actions), new Tally());
    return broken.orElseThrow().broken().invariant();
  }

  private static List<String> life(int edition, Action... actions) {
    var story = new Story();
    Schedule schedule = schedule(edition, actions);
    assertThat(Simulation.run(Machinery.SOUND, schedule, new Tally(), Optional.of(story)))
        .as(() -> String.join("\n", story.lines()))
        .isEmpty();
    return story.lines();
  }

  private static Schedule schedule(int edition, Action... actions) {
    return new Schedule(0, edition, 0, true, List.of(actions));
  }
}
