package dev.baton.simulation;

import dev.baton.simulation.Action.How;
import dev.baton.simulation.Simulation.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes a failing schedule short: takes actions out and makes those left plainer, as long as the
 * same invariant breaks. What is left is told as a story.
 */
final class Shrinker {
  private static final List<UnaryOperator<Action>> PLAINER =
      List.of(
          a -> a.deed() == Deed.TWO_TABS ? Deed.ACCEPT.like(a) : a,
          a -> new Action(a.deed(), a.lead(), a.agent(), a.pick(), How.AT_ONCE),
          a -> new Action(a.deed(), a.lead(), a.agent(), 0, a.how()),
          a -> new Action(a.deed(), a.lead(), a.agent(), a.pick() & 7, a.how()),
          a -> new Action(a.deed(), a.lead(), 0, a.pick(), a.how()),
          a -> new Action(a.deed(), 0, a.agent(), a.pick(), a.how()));

  private final Machinery machinery;
  private Failure shortest;

  private Shrinker(Machinery machinery, Failure failure) {
    this.machinery = machinery;
    this.shortest = failure;
  }

  static Failure shrink(Machinery machinery, Failure failure) {
    var shrinker = new Shrinker(machinery, failure);
    shrinker.attempt(failure.schedule().plainer());
    shrinker.attempt(failure.schedule().with(shrinker.upTo(failure.step())));
    List<Action> before;
    do {
      before = shrinker.actions();
      shrinker.takeOut();
      shrinker.makePlainer();
      shrinker.attempt(shrinker.shortest.schedule().plainer());
    } while (!before.equals(shrinker.actions()));
    return shrinker.shortest;
  }

  /** The failure and all that led to it, line by line. */
  static List<String> story(Machinery machinery, Failure failure) {
    var story = new Story();
    Simulation.run(machinery, failure.schedule(), new Tally(), Optional.of(story));
    return story.lines();
  }

  private List<Action> actions() {
    return shortest.schedule().actions();
  }

  private List<Action> upTo(int step) {
    List<Action> all = actions();
    return all.subList(0, Math.min(all.size(), step + 1));
  }

  private void takeOut() {
    for (int length = Math.max(1, actions().size() / 2); length >= 1; length /= 2) {
      for (int from = actions().size() - length; from >= 0; from--) {
        if (from + length > actions().size()) continue;
        var fewer = new ArrayList<>(actions());
        fewer.subList(from, from + length).clear();
        attempt(shortest.schedule().with(fewer));
      }
    }
  }

  private void makePlainer() {
    for (int i = 0; i < actions().size(); i++) {
      for (UnaryOperator<Action> plainer : PLAINER) {
        var others = new ArrayList<>(actions());
        others.set(i, plainer.apply(others.get(i)));
        if (!others.equals(actions())) attempt(shortest.schedule().with(others));
      }
    }
  }

  private void attempt(Schedule schedule) {
    Simulation.run(machinery, schedule, new Tally())
        .filter(failure -> failure.broken().invariant() == shortest.broken().invariant())
        .ifPresent(failure -> shortest = failure);
  }
}
