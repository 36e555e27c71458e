package dev.baton.server.book;

import dev.baton.agent.Agent;
import dev.baton.routing.BookDraft;
import dev.baton.server.words.Words;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.SpecialTag.MoneyRange;
import dev.baton.tag.SpecialTag.Most;
import dev.baton.tag.SpecialTag.NumberRange;
import dev.baton.tag.SpecialTag.Points;
import dev.baton.tag.SpecialTag.Reading.Special;
import dev.baton.tag.SpecialTag.ZipRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The special forms that agents hold (domain §3): what each does, and who holds it. */
public final class SpecialTags {
  private SpecialTags() {}

  /** Who holds a form. */
  public record Holder(String address, String name) {}

  /**
   * A special form.
   *
   * @param does what it does for who holds it
   * @param holders by name
   */
  public record Line(String form, String does, List<Holder> holders) {
    public Line {
      holders = List.copyOf(holders);
    }
  }

  /** By form; of agents who have left nothing is told. */
  static List<Line> of(BookDraft book, Words words) {
    Map<String, List<Holder>> holders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Agent agent : book.agents()) {
      if (!agent.active()) continue;
      for (String held : agent.tags()) {
        if (SpecialTag.read(held) instanceof Special) {
          holders
              .computeIfAbsent(held, h -> new ArrayList<>())
              .add(new Holder("/users/agents/" + agent.id(), agent.name()));
        }
      }
    }
    var lines = new ArrayList<Line>();
    holders.forEach((form, who) -> lines.add(new Line(form, does(form, words), who)));
    return lines;
  }

  private static String does(String form, Words words) {
    if (!(SpecialTag.read(form) instanceof Special(SpecialTag special))) return "";
    return switch (special) {
      case Points p -> points(p, words);
      case MoneyRange r ->
          words.say(
              "book.special.amounts",
              r.symbol() + r.from().toPlainString(),
              r.symbol() + r.to().toPlainString());
      case NumberRange r ->
          words.say("book.special.numbers", r.from().toPlainString(), r.to().toPlainString());
      case ZipRange r ->
          r.from().equals(r.to())
              ? words.say("book.special.zip", r.from())
              : words.say("book.special.zips", r.from(), r.to());
      case Most m ->
          words.say("book.special.most", m.leads(), words.say("book.special.span." + m.span()));
    };
  }

  private static String points(Points points, Words words) {
    String key = points.points() < 0 ? "book.special.takes" : "book.special.adds";
    int many = Math.abs(points.points());
    return points
        .onlyWith()
        .map(tag -> words.say(key + ".only", many, tag.toString()))
        .orElseGet(() -> words.say(key, many));
  }
}
