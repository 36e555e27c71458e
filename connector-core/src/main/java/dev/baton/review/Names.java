package dev.baton.review;

import dev.baton.tag.SpecialTag;
import dev.baton.tag.SpecialTag.Reading.Special;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the name of a tag says of leads. */
final class Names {
  private Names() {}

  /** Whether a lead can carry it: points and mosts are their holder's alone. */
  static boolean isCarried(String name) {
    return !(SpecialTag.read(name) instanceof Special special)
        || switch (special.tag()) {
          case SpecialTag.MoneyRange unused -> true;
          case SpecialTag.NumberRange unused -> true;
          case SpecialTag.ZipRange unused -> true;
          case SpecialTag.Points unused -> false;
          case SpecialTag.Most unused -> false;
        };
  }

  /** The points an agent's tags give him. */
  static List<SpecialTag.Points> points(Iterable<String> held) {
    var points = new ArrayList<SpecialTag.Points>();
    for (String name : held) points(name).ifPresent(points::add);
    return points;
  }

  private static Optional<SpecialTag.Points> points(String name) {
    return SpecialTag.read(name) instanceof Special(SpecialTag.Points points)
        ? Optional.of(points)
        : Optional.empty();
  }
}
