package dev.baton.server.book.setting;

import static dev.baton.server.book.form.Entry.field;
import static dev.baton.server.book.form.Entry.lines;

import dev.baton.agent.GeoRule;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Intake;
import dev.baton.routing.Matching;
import dev.baton.routing.OfferWindow;
import dev.baton.routing.Offering;
import dev.baton.routing.ReportRetention;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.SpamList;
import dev.baton.server.book.form.Entry;
import dev.baton.server.book.form.Sheet;
import dev.baton.server.book.form.Writing;
import dev.baton.server.book.form.Writings;
import dev.baton.server.book.form.WrittenTime;
import dev.baton.tag.TagModifiers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The form of a company's settings, in the order of the page. */
final class SettingsSheet {
  private static final Duration YEAR = Duration.ofDays(366);

  private static final WrittenTime WINDOW =
      new WrittenTime(
          OfferWindow.SHORTEST,
          OfferWindow.LONGEST,
          "An offer window is between 2 minutes and 2 weeks.");

  private static final WrittenTime CATCHALL =
      new WrittenTime(Duration.ofMinutes(1), YEAR, "The catchall has between 1 minute and a year.");

  private static final WrittenTime COALESCE =
      new WrittenTime(
          Duration.ofMinutes(1), Duration.ofDays(3660), "Between 1 minute and 10 years, or never.");

  private static final Writing<String> SPAM =
      Writings.text(200, "An entry has at most 200 characters.");

  private static final BigDecimal MOST = BigDecimal.valueOf(100);

  static final Sheet<BookDraft> SHEET =
      Sheet.of(
          set(offering("window", Offering::window, SettingsSheet::within, window())),
          set(
              offering(
                  "lineLimit",
                  Offering::lineLimit,
                  (o, v) -> new Offering(o.window(), v, o.sharkTank(), o.catchallWindow()),
                  Writings.whole(1, 1_000, "A line has 1 to 1,000 places; 8 is usual."))),
          set(new SharkTankEntry().of(RoutingSettings::offering, RoutingSettings::with)),
          new CatchallPeople(),
          set(
              offering(
                  "catchallWindow",
                  Offering::catchallWindow,
                  (o, v) -> new Offering(o.window(), o.lineLimit(), o.sharkTank(), v),
                  CATCHALL)),
          set(tick("everyAgentForAll", Matching::everyAgentForAll, Matching::withEveryAgentForAll)),
          set(
              tick(
                  "everyAgentForUntagged",
                  Matching::everyAgentForUntagged,
                  Matching::withEveryAgentForUntagged)),
          set(tick("namesAsTags", Matching::namesAsTags, SettingsSheet::named)),
          set(
              modifier(
                  "modifier.subject",
                  TagModifiers::subject,
                  (m, v) -> new TagModifiers(v, m.exactCase(), m.threeCharactersOrFewer()))),
          set(
              modifier(
                  "modifier.exactCase",
                  TagModifiers::exactCase,
                  (m, v) -> new TagModifiers(m.subject(), v, m.threeCharactersOrFewer()))),
          set(
              modifier(
                  "modifier.short",
                  TagModifiers::threeCharactersOrFewer,
                  (m, v) -> new TagModifiers(m.subject(), m.exactCase(), v))),
          set(matching("geoWeight", m -> m.geo().weight(), SettingsSheet::near, geoWeight())),
          set(
              intake(
                  "disableQueuing",
                  Intake::queuing,
                  (i, v) -> new Intake(v, i.manualIntercept(), i.coalesceWithin(), i.spam()),
                  Writings.TICK_FOR_NO)),
          set(
              intake(
                  "manualIntercept",
                  Intake::manualIntercept,
                  (i, v) -> new Intake(i.queuing(), v, i.coalesceWithin(), i.spam()),
                  Writings.TICK)),
          set(
              intake(
                  "coalesceWithin",
                  Intake::coalesceWithin,
                  (i, v) -> new Intake(i.queuing(), i.manualIntercept(), v, i.spam()),
                  COALESCE.orNever())),
          set(spam("spam.blocked", SpamList::blocked, (s, v) -> new SpamList(s.allowed(), v))),
          set(spam("spam.allowed", SpamList::allowed, (s, v) -> new SpamList(v, s.blocked()))),
          set(
              field(
                  "agentsSwitch",
                  RoutingSettings::agentsSwitch,
                  RoutingSettings::letAgentsSwitch,
                  Writings.TICK)),
          set(field("retention", RoutingSettings::retention, RoutingSettings::with, retention())));

  private SettingsSheet() {}

  private static Entry<BookDraft> set(Entry<RoutingSettings> entry) {
    return entry.of(BookDraft::settings, BookDraft::set);
  }

  private static <T> Entry<RoutingSettings> offering(
      String name,
      Function<Offering, T> get,
      BiFunction<Offering, T, Offering> with,
      Writing<T> how) {
    return field(name, get, with, how).of(RoutingSettings::offering, RoutingSettings::with);
  }

  private static <T> Entry<RoutingSettings> matching(
      String name,
      Function<Matching, T> get,
      BiFunction<Matching, T, Matching> with,
      Writing<T> how) {
    return field(name, get, with, how).of(RoutingSettings::matching, RoutingSettings::with);
  }

  private static Entry<RoutingSettings> tick(
      String name, Function<Matching, Boolean> get, BiFunction<Matching, Boolean, Matching> with) {
    return matching(name, get, with, Writings.TICK);
  }

  private static <T> Entry<RoutingSettings> intake(
      String name, Function<Intake, T> get, BiFunction<Intake, T, Intake> with, Writing<T> how) {
    return field(name, get, with, how).of(RoutingSettings::intake, RoutingSettings::with);
  }

  private static Entry<RoutingSettings> spam(
      String name,
      Function<SpamList, List<String>> get,
      BiFunction<SpamList, List<String>, SpamList> with) {
    return lines(name, get, with, SPAM)
        .of(
            Intake::spam,
            (Intake i, SpamList v) ->
                new Intake(i.queuing(), i.manualIntercept(), i.coalesceWithin(), v))
        .of(RoutingSettings::intake, RoutingSettings::with);
  }

  private static Entry<RoutingSettings> modifier(
      String name,
      Function<TagModifiers, BigDecimal> get,
      BiFunction<TagModifiers, BigDecimal, TagModifiers> with) {
    String otherwise = "A modifier is a number from 0 to 100, such as 1.5.";
    Writing<BigDecimal> number = Writings.decimal(otherwise);
    Writing<BigDecimal> bounded =
        Writing.of(
            number::write,
            typed -> {
              BigDecimal read = number.read(typed);
              if (read.compareTo(MOST) > 0) throw new IllegalArgumentException(otherwise);
              return read;
            });
    return field(name, get, with, bounded)
        .of(Matching::modifiers, (Matching m, TagModifiers v) -> m.with(v))
        .of(RoutingSettings::matching, RoutingSettings::with);
  }

  private static Matching named(Matching m, boolean yes) {
    return new Matching(
        m.everyAgentForAll(), m.everyAgentForUntagged(), yes, m.modifiers(), m.geo());
  }

  private static Matching near(Matching m, OptionalInt weight) {
    return m.with(new GeoRule(weight));
  }

  private static Offering within(Offering o, OfferWindow window) {
    return new Offering(window, o.lineLimit(), o.sharkTank(), o.catchallWindow());
  }

  private static Writing<OfferWindow> window() {
    return Writing.of(
        window -> WINDOW.write(window.length()), typed -> new OfferWindow(WINDOW.read(typed)));
  }

  private static Writing<OptionalInt> geoWeight() {
    return optional(
        Writings.whole(
            1, 1_000_000, "A geo weight is a whole number from 1, such as 50; blank for none."));
  }

  private static Writing<ReportRetention> retention() {
    Writing<OptionalInt> days =
        optional(Writings.whole(1, 36_500, "Give 1 to 36,500 days, or leave it blank."));
    return Writing.of(r -> days.write(r.days()), typed -> new ReportRetention(days.read(typed)));
  }

  private static Writing<OptionalInt> optional(Writing<Integer> number) {
    Writing<Optional<Integer>> orNothing = number.orNothing();
    return Writing.of(
        value ->
            orNothing.write(value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty()),
        typed -> orNothing.read(typed).map(OptionalInt::of).orElse(OptionalInt.empty()));
  }
}
