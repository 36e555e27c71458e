package dev.baton.review;

import dev.baton.agent.GeoRule;
import dev.baton.review.Field.Value;
import dev.baton.routing.Calendar;
import dev.baton.routing.Intake;
import dev.baton.routing.Matching;
import dev.baton.routing.OfferWindow;
import dev.baton.routing.Offering;
import dev.baton.routing.ReportRetention;
import dev.baton.routing.RoutingSettings;
import dev.baton.tag.TagModifiers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The settings of a company, one by one; what has several entries has a section of its own. */
final class SettingFields {
  private SettingFields() {}

  static final String WINDOW = "offer window";
  static final String CATCHALL_WINDOW = "catchall window";
  static final String GEO_WEIGHT = "geo weight";
  static final String UNTAGGED = "every agent qualifies for untagged leads";

  static final List<Field<RoutingSettings>> ALL =
      List.of(
          new Value<RoutingSettings, OfferWindow>(
              WINDOW, RoutingSettings::window, RoutingSettings::withWindow, Words::window),
          new Value<>(
              "places in line",
              RoutingSettings::lineLimit,
              RoutingSettings::withLineLimit,
              v -> Integer.toString(v)),
          new Value<>(
              "shark tank",
              s -> s.offering().sharkTank(),
              (s, v) -> s.with(new Offering(s.window(), s.lineLimit(), v, s.catchallWindow())),
              v -> v.map(Words::tank).orElse("")),
          new Value<RoutingSettings, Duration>(
              CATCHALL_WINDOW,
              RoutingSettings::catchallWindow,
              RoutingSettings::withCatchallWindow,
              Words::time),
          matching(
              "every agent qualifies for all leads",
              Matching::everyAgentForAll,
              Matching::withEveryAgentForAll),
          matching(UNTAGGED, Matching::everyAgentForUntagged, Matching::withEveryAgentForUntagged),
          matching(
              "names as tags",
              Matching::namesAsTags,
              (m, v) ->
                  new Matching(
                      m.everyAgentForAll(), m.everyAgentForUntagged(), v, m.modifiers(), m.geo())),
          modifier(
              "modifier for the subject",
              TagModifiers::subject,
              (m, v) -> new TagModifiers(v, m.exactCase(), m.threeCharactersOrFewer())),
          modifier(
              "modifier for exact case",
              TagModifiers::exactCase,
              (m, v) -> new TagModifiers(m.subject(), v, m.threeCharactersOrFewer())),
          modifier(
              "modifier for short names",
              TagModifiers::threeCharactersOrFewer,
              (m, v) -> new TagModifiers(m.subject(), m.exactCase(), v)),
          new Value<>(
              GEO_WEIGHT,
              s -> s.matching().geo().weight(),
              (s, v) -> s.with(s.matching().with(new GeoRule(v))),
              v -> v.isPresent() ? Integer.toString(v.getAsInt()) : ""),
          new Value<>(
              "queuing",
              s -> s.intake().queuing(),
              (s, v) -> {
                Intake i = s.intake();
                return s.with(new Intake(v, i.manualIntercept(), i.coalesceWithin(), i.spam()));
              },
              Words::yesNo),
          new Value<>(
              "manual intercept",
              s -> s.intake().manualIntercept(),
              (s, v) -> {
                Intake i = s.intake();
                return s.with(new Intake(i.queuing(), v, i.coalesceWithin(), i.spam()));
              },
              Words::yesNo),
          new Value<>(
              "leads of a customer go to one owner within",
              s -> s.intake().coalesceWithin(),
              (s, v) -> {
                Intake i = s.intake();
                return s.with(new Intake(i.queuing(), i.manualIntercept(), v, i.spam()));
              },
              Words::time),
          new Value<>(
              "time zone",
              s -> s.calendar().zone(),
              (s, v) -> s.with(new Calendar(v, s.calendar().hours(), s.calendar().holidays())),
              v -> v.getId()),
          new Value<RoutingSettings, ReportRetention>(
              "reports go back",
              RoutingSettings::retention,
              RoutingSettings::with,
              v -> v.days().isPresent() ? v.days().getAsInt() + " days" : ""),
          new Value<>(
              "agents say themselves whether they are there",
              RoutingSettings::agentsSwitch,
              RoutingSettings::letAgentsSwitch,
              Words::yesNo));

  private static Field<RoutingSettings> matching(
      String name, Function<Matching, Boolean> get, BiFunction<Matching, Boolean, Matching> with) {
    return new Value<>(
        name,
        s -> get.apply(s.matching()),
        (s, v) -> s.with(with.apply(s.matching(), v)),
        Words::yesNo);
  }

  private static Field<RoutingSettings> modifier(
      String name,
      Function<TagModifiers, BigDecimal> get,
      BiFunction<TagModifiers, BigDecimal, TagModifiers> with) {
    return new Value<>(
        name,
        s -> get.apply(s.matching().modifiers()),
        (s, v) -> s.with(s.matching().with(with.apply(s.matching().modifiers(), v))),
        Words::number);
  }
}
