package dev.baton.server.book;

import dev.baton.agent.Agent;
import dev.baton.routing.BookDraft;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.SpecialTag.MoneyRange;
import dev.baton.tag.SpecialTag.Most;
import dev.baton.tag.SpecialTag.NumberRange;
import dev.baton.tag.SpecialTag.Points;
import dev.baton.tag.SpecialTag.Reading.Special;
import dev.baton.tag.SpecialTag.Span;
import dev.baton.tag.SpecialTag.ZipRange;
import dev.baton.tag.TagName;
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
  static List<Line> of(BookDraft book) {
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
    holders.forEach((form, who) -> lines.add(new Line(form, does(form), who)));
    return lines;
  }

  private static String does(String form) {
    if (!(SpecialTag.read(form) instanceof Special(SpecialTag special))) return "";
    return switch (special) {
      case Points p -> points(p.points()) + p.onlyWith().map(SpecialTags::only).orElse("");
      case MoneyRange r ->
          "Matches amounts from "
              + r.symbol()
              + r.from().toPlainString()
              + " to "
              + r.symbol()
              + r.to().toPlainString();
      case NumberRange r ->
          "Matches numbers from " + r.from().toPlainString() + " to " + r.to().toPlainString();
      case ZipRange r ->
          r.from().equals(r.to())
              ? "Matches leads from zip code " + r.from()
              : "Matches leads from zip codes " + r.from() + " to " + r.to();
      case Most m ->
          "At most " + m.leads() + (m.leads() == 1 ? " lead" : " leads") + span(m.span());
    };
  }

  private static String points(int points) {
    return points < 0 ? "Takes " + -points + " off the score" : "Adds " + points + " to the score";
  }

  private static String only(TagName tag) {
    return " where a lead has " + tag;
  }

  private static String span(Span span) {
    return switch (span) {
      case DAY -> " a day";
      case WEEK -> " a week";
      case MONTH -> " a month";
      case TOTAL -> " altogether";
    };
  }
}
