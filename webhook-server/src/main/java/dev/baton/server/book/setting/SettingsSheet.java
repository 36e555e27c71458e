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
import dev.baton.server.words.Words;
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

  private static final BigDecimal MOST = BigDecimal.valueOf(100);

  private final Words words;

  private SettingsSheet(Words words) {
    this.words = words;
  }

  /**
   * @param words in the language of who fills it in
   */
  static Sheet<BookDraft> in(Words words) {
    return new SettingsSheet(words).sheet();
  }

  private Sheet<BookDraft> sheet() {
    return Sheet.of(
        words,
        set(offering("window", Offering::window, SettingsSheet::within, window())),
        set(
            offering(
                "lineLimit",
                Offering::lineLimit,
                (o, v) -> new Offering(o.window(), v, o.sharkTank(), o.catchallWindow()),
                Writings.whole(1, 1_000, words.say("setting.line.wrong")))),
        set(new SharkTankEntry(words).of(RoutingSettings::offering, RoutingSettings::with)),
        new CatchallPeople(),
        set(
            offering(
                "catchallWindow",
                Offering::catchallWindow,
                (o, v) -> new Offering(o.window(), o.lineLimit(), o.sharkTank(), v),
                catchall())),
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
                coalescing().orNever())),
        set(spam("spam.blocked", SpamList::blocked, (s, v) -> new SpamList(s.allowed(), v))),
        set(spam("spam.allowed", SpamList::allowed, (s, v) -> new SpamList(v, s.blocked()))),
        set(
            field(
                "agentsSwitch",
                RoutingSettings::agentsSwitch,
                RoutingSettings::letAgentsSwitch,
                Writings.TICK)),
        set(field("retention", RoutingSettings::retention, RoutingSettings::with, retention())));
  }

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

  private Entry<RoutingSettings> spam(
      String name,
      Function<SpamList, List<String>> get,
      BiFunction<SpamList, List<String>, SpamList> with) {
    return lines(name, get, with, Writings.text(200, words.say("setting.spam.wrong")))
        .of(
            Intake::spam,
            (Intake i, SpamList v) ->
                new Intake(i.queuing(), i.manualIntercept(), i.coalesceWithin(), v))
        .of(RoutingSettings::intake, RoutingSettings::with);
  }

  private Entry<RoutingSettings> modifier(
      String name,
      Function<TagModifiers, BigDecimal> get,
      BiFunction<TagModifiers, BigDecimal, TagModifiers> with) {
    String otherwise = words.say("setting.modifiers.wrong");
    Writing<BigDecimal> number = Writings.decimal(words, otherwise);
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

  private Writing<OfferWindow> window() {
    var time =
        new WrittenTime(
            words, OfferWindow.SHORTEST, OfferWindow.LONGEST, words.say("setting.window.wrong"));
    return Writing.of(
        window -> time.write(window.length()), typed -> new OfferWindow(time.read(typed)));
  }

  private WrittenTime catchall() {
    return new WrittenTime(
        words, Duration.ofMinutes(1), YEAR, words.say("setting.catchall.window.wrong"));
  }

  private WrittenTime coalescing() {
    return new WrittenTime(
        words, Duration.ofMinutes(1), Duration.ofDays(3660), words.say("setting.coalesce.wrong"));
  }

  private Writing<OptionalInt> geoWeight() {
    return optional(Writings.whole(1, 1_000_000, words.say("setting.geo.wrong")));
  }

  private Writing<ReportRetention> retention() {
    Writing<OptionalInt> days =
        optional(Writings.whole(1, 36_500, words.say("setting.retention.wrong")));
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
