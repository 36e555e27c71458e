package dev.baton.simulation;

import dev.baton.simulation.Action.How;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All that happens in one simulated life, made of a seed: the same seed, the same life.
 *
 * @param edition which revision of the routing book the company begins with
 * @param hoursOff by how much the second node's clock is wrong
 * @param thorough whether costly checks are made too, as is done for some seeds
 */
record Schedule(long seed, int edition, int hoursOff, boolean thorough, List<Action> actions) {
  static final int MOST_LEADS = 4;
  private static final int SHORTEST = 12;
  private static final int LONGEST = 44;
  private static final int THOROUGH_ONE_IN = 64;
  private static final Deed[] BY_CHANCE = Deed.byChance();
  private static final How[] HOW_BY_CHANCE = howByChance();

  Schedule {
    actions = List.copyOf(actions);
  }

  static Schedule of(long seed) {
    var random = new SplittableRandom(seed);
    long bits = random.nextLong();
    int edition = (int) (bits & 0xffff) % Edition.ALL.size();
    int hoursOff = (int) (bits >>> 16 & 0xff) % 3 - 1;
    boolean thorough = (bits >>> 32 & 0xff) % THOROUGH_ONE_IN == 0;
    int length = SHORTEST + (int) (bits >>> 40 & 0xffff) % (LONGEST - SHORTEST + 1);
    var actions = new Action[length];
    int leads = 0;
    for (int i = 0; i < length; i++) {
      Action action = action(random.nextLong(), leads);
      if (leads == 0 || action.deed() == Deed.TAKE_IN && leads < MOST_LEADS) {
        action = new Action(Deed.TAKE_IN, leads++, action.agent(), action.pick(), action.how());
      }
      actions[i] = action;
    }
    return new Schedule(seed, edition, hoursOff, thorough, List.of(actions));
  }

  private static Action action(long bits, int leads) {
    return new Action(
        BY_CHANCE[(int) (bits & 0xffff) % BY_CHANCE.length],
        (int) (bits >>> 16 & 0xff) % Math.max(1, leads),
        (int) (bits >>> 24 & 7),
        (int) (bits >>> 32 & 0xffff),
        HOW_BY_CHANCE[(int) (bits >>> 48 & 15)]);
  }

  private static How[] howByChance() {
    var how = new ArrayList<How>();
    for (int i = 0; i < 16; i++) {
      how.add(i < 10 ? How.AT_ONCE : i < 13 ? How.SLOWLY : How.BY_LATE_MAIL);
    }
    return how.toArray(How[]::new);
  }

  Schedule with(List<Action> others) {
    return new Schedule(seed, edition, hoursOff, thorough, others);
  }

  Schedule plainer() {
    return new Schedule(seed, 0, 0, thorough, actions);
  }
}
