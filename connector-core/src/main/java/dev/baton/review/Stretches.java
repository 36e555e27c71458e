package dev.baton.review;

import dev.baton.agent.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stretches of time in order and apart from each other, set against others. */
final class Stretches {
  private Stretches() {}

  /** What is in both. */
  static List<Stretch> common(List<Stretch> these, List<Stretch> those) {
    return without(these, without(these, those));
  }

  /** What of the first is not in the others. */
  static List<Stretch> without(List<Stretch> these, List<Stretch> those) {
    var left = new ArrayList<Stretch>();
    int next = 0;
    for (Stretch each : these) {
      Instant from = each.from();
      while (next < those.size() && !those.get(next).to().isAfter(from)) next++;
      for (int i = next; i < those.size() && those.get(i).from().isBefore(each.to()); i++) {
        if (from.isBefore(those.get(i).from())) left.add(new Stretch(from, those.get(i).from()));
        from = those.get(i).to();
      }
      if (from.isBefore(each.to())) left.add(new Stretch(from, each.to()));
    }
    return left;
  }
}
