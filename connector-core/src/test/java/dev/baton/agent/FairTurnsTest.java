package dev.baton.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Domain §8: weighted round robin with exact ratios, fair to those who come and go. */
class FairTurnsTest {
  static Weighted weighted(String agent, String weight) {
    return new Weighted(new AgentId(agent), new BigDecimal(weight));
  }

  /** Members as {@code "ann=2 bob=0.5"}. */
  private static List<Weighted> team(String members) {
    return Arrays.stream(members.split(" "))
        .map(m -> m.split("="))
        .map(m -> weighted(m[0], m[1]))
        .toList();
  }

  /** A morning of leads: who got them, and what is owed then. */
  private static final class Morning {
    private Credits credits = Credits.NONE;

    String leads(int count, List<Weighted> present) {
      var got = new ArrayList<String>();
      for (int i = 0; i < count; i++) {
        AgentId agent = FairTurns.next(present, credits).orElseThrow();
        credits = FairTurns.after(present, agent, credits);
        got.add(agent.value());
      }
      return String.join(" ", got);
    }

    Map<String, Long> counted(int count, List<Weighted> present) {
      return Arrays.stream(leads(count, present).split(" "))
          .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
  }

  @Test
  void equal_weights_take_turns_by_agent_id() {
    assertThat(new Morning().leads(6, team("cid=1 ann=1 bob=1")))
        .isEqualTo("ann bob cid ann bob cid");
  }

  @Test
  void weight_two_gets_twice_per_cycle_and_not_in_a_row() {
    assertThat(new Morning().leads(8, team("ann=1 bob=2 cid=1")))
        .isEqualTo("bob ann cid bob bob ann cid bob");
  }

  @Test
  void half_a_weight_gets_every_other_cycle() {
    String got = new Morning().leads(10, team("ann=1 bob=1 cid=0.5"));

    assertThat(got).isEqualTo("ann bob cid ann bob ann bob cid ann bob");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann=2 bob=1 cid=0.5",
        "ann=3 bob=3 cid=1",
        "ann=0.37 bob=0.6 cid=0.04",
        "ann=1000 bob=0.01 cid=7",
        "ann=0.01 bob=0.02 cid=0.03 dan=0.05 eve=0.07 fay=0.11 gus=0.13 hal=0.17",
        "ann=12.5 bob=12.25 cid=12 dan=1.5 eve=1.5 fay=1.5 gus=0.25"
      })
  void ratios_are_exact_over_every_whole_cycle(String members) {
    List<Weighted> team = team(members);
    long unit = team.stream().mapToLong(Weighted::hundredths).reduce(0, FairTurnsTest::divisor);
    int cycle = (int) (team.stream().mapToLong(Weighted::hundredths).sum() / unit);
    var morning = new Morning();
    for (int i = 0; i < 3; i++) {
      Map<String, Long> got = morning.counted(cycle, team);
      for (Weighted member : team) {
        assertThat(got).containsEntry(member.agent().value(), member.hundredths() / unit);
      }
    }
  }

  private static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }

  @Test
  void in_a_team_that_stays_nobody_is_a_whole_lead_ahead() {
    List<Weighted> team = team("ann=10 bob=3 cid=1 dan=0.37 eve=0.01");
    var morning = new Morning();
    for (int i = 0; i < 3000; i++) {
      morning.leads(1, team);
      assertThat(morning.credits.parts().values()).allMatch(owed -> owed > -Credits.LEAD);
    }
  }

  @Test
  void who_returns_is_not_flooded() {
    var morning = new Morning();
    List<Weighted> all = team("ann=1 bob=1 cid=1");
    morning.leads(4, all);
    morning.leads(500, team("ann=1 bob=1"));

    assertThat(morning.counted(30, all)).isEqualTo(Map.of("ann", 10L, "bob", 10L, "cid", 10L));
  }

  @Test
  void who_joins_begins_with_nothing_owed() {
    var morning = new Morning();
    morning.leads(501, team("ann=1 bob=1"));

    assertThat(morning.counted(9, team("ann=1 bob=1 new=1")).get("new")).isEqualTo(3);
  }

  @Test
  void who_is_absent_gains_nothing_and_loses_nothing() {
    var morning = new Morning();
    morning.leads(1, team("ann=1 bob=1 cid=1"));
    long owed = morning.credits.of(new AgentId("cid"));
    morning.leads(17, team("ann=1 bob=1"));

    assertThat(owed).isEqualTo(Credits.LEAD / 3);
    assertThat(morning.credits.of(new AgentId("cid"))).isEqualTo(owed);
  }

  @Test
  void a_lead_out_of_turn_is_paid_for_too() {
    List<Weighted> team = team("ann=1 bob=1");
    var credits = FairTurns.after(team, new AgentId("bob"), Credits.NONE);

    assertThat(credits.leads(new AgentId("ann"))).isEqualTo(0.5);
    assertThat(credits.leads(new AgentId("bob"))).isEqualTo(-0.5);
    assertThat(FairTurns.next(team, credits)).contains(new AgentId("ann"));
  }

  @Test
  void the_order_in_which_they_are_named_makes_no_difference() {
    var forward = new ArrayList<>(team("ann=1 bob=2 cid=1 dan=0.5"));
    String got = new Morning().leads(50, forward);
    Collections.reverse(forward);

    assertThat(new Morning().leads(50, forward)).isEqualTo(got);
  }

  @Test
  void nobody_present_is_nobodys_turn() {
    assertThat(FairTurns.next(List.of(), Credits.NONE)).isEmpty();
  }

  @Test
  void who_is_not_present_or_is_named_twice_is_refused() {
    List<Weighted> ann = team("ann=1");

    assertThatThrownBy(() -> FairTurns.after(ann, new AgentId("bob"), Credits.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FairTurns.next(team("ann=1 ann=2"), Credits.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Credits(Map.of(new AgentId("ann"), 1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.005", "1000.01"})
  void a_weight_is_positive_with_at_most_two_decimals(String weight) {
    assertThatThrownBy(() -> weighted("ann", weight)).isInstanceOf(IllegalArgumentException.class);
  }
}
