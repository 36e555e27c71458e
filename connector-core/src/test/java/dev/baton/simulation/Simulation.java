package dev.baton.simulation;

import java.util.Optional;

/** Lives schedules through, one after the other. */
final class Simulation {
  private Simulation() {}

  /**
   * Something that always holds did not, at that step of the schedule; the last is the settling.
   */
  record Failure(Schedule schedule, int step, InvariantBroken broken) {
    @Override
    public String toString() {
      return "seed " + schedule.seed() + ", step " + step + ": " + broken.getMessage();
    }
  }

  static Optional<Failure> run(Machinery machinery, Schedule schedule, Tally tally) {
    return run(machinery, schedule, tally, Optional.empty());
  }

  static Optional<Failure> run(
      Machinery machinery, Schedule schedule, Tally tally, Optional<Story> story) {
    var world = new World(machinery, schedule, tally, story);
    int step = 0;
    try {
      for (Action action : schedule.actions()) {
        if (action.deed() == Deed.TAKE_IN || !world.leads.isEmpty()) {
          action.deed().to(world, action);
        }
        step++;
      }
      if (!world.leads.isEmpty()) Settling.settle(world);
      tally.finished();
      return Optional.empty();
    } catch (InvariantBroken broken) {
      return Optional.of(failed(world, schedule, step, broken));
    } catch (RuntimeException bug) {
      var broken = new InvariantBroken(Invariant.NEVER_BREAKS, String.valueOf(bug));
      broken.initCause(bug);
      return Optional.of(failed(world, schedule, step, broken));
    }
  }

  private static Failure failed(World world, Schedule schedule, int step, InvariantBroken broken) {
    if (world.told()) world.tell("BROKEN: " + broken.getMessage());
    return new Failure(schedule, step, broken);
  }

  /** The first schedule that fails, of so many seeds from there on. */
  static Optional<Failure> first(Machinery machinery, long fromSeed, int schedules, Tally tally) {
    for (long seed = fromSeed; seed < fromSeed + schedules; seed++) {
      Optional<Failure> failure = run(machinery, Schedule.of(seed), tally);
      if (failure.isPresent()) return failure;
    }
    return Optional.empty();
  }
}
