package dev.baton.review;

import dev.baton.agent.AdminOverride;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Block;
import dev.baton.agent.Cap;
import dev.baton.agent.CrmIdentity;
import dev.baton.agent.Distribution;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.GeoRule;
import dev.baton.agent.Holiday;
import dev.baton.agent.Location;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.Place;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Schedule;
import dev.baton.agent.Sla;
import dev.baton.agent.Sticky;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.agent.TeamReports;
import dev.baton.agent.WeeklyHours;
import dev.baton.company.ConnectionId;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Calendar;
import dev.baton.routing.Intake;
import dev.baton.routing.Matching;
import dev.baton.routing.OfferWindow;
import dev.baton.routing.Offering;
import dev.baton.routing.ReportRetention;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.SpamList;
import dev.baton.tag.Discount;
import dev.baton.tag.Price;
import dev.baton.tag.Tag;
import dev.baton.tag.TagModifiers;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Drafts for tests. */
public final class Drafts {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private Drafts() {}

  /** One in which everything that can be said is said. */
  public static BookDraft full() {
    var price =
        Price.of("10.00", "EUR")
            .falling(
                new Discount(
                    Discount.Unit.DAYS, 1, 10, Discount.Kind.LINEAR, new BigDecimal("1.00")));
    var agents = List.of(agent("ann", "Harbour", "Villa"), agent("bob", "Villa"), agent("cat"));
    return new BookDraft(
        List.of(
            Tag.preferential("Harbour").in("Places").costing(price),
            Tag.exclusive("Villa").weighing(90),
            Tag.required("Spanish")),
        agents,
        List.of(team("north", "ann", "bob"), team("south", "bob")),
        settings());
  }

  static Agent agent(String name, String... tags) {
    return new Agent(
        new AgentId(name),
        name,
        name + "@example.org",
        Set.of(tags),
        true,
        false,
        Map.of(new ConnectionId("hubspot"), new CrmIdentity("1", "2")),
        new Schedule(Optional.of(week(9, 17)), Optional.of("DE-BY")),
        List.of(new Location("office", new Place(48, 11), OptionalDouble.of(50))));
  }

  static WeeklyHours week(int from, int to) {
    var block = new Block(LocalTime.of(from, 0), LocalTime.of(to, 0));
    return new WeeklyHours(
        BERLIN, Map.of(DayOfWeek.MONDAY, List.of(block), DayOfWeek.TUESDAY, List.of(block)));
  }

  private static Team team(String name, String... members) {
    return new Team(
        new TeamId(name),
        name,
        RecordKind.LEADS,
        Set.of("Harbour"),
        Stream.of(members).map(m -> Team.Member.of(new AgentId(m))).toList(),
        new Distribution(
            Distribution.Method.SCORE_ORDER, Cap.Period.DAY, Map.of("Villa", BigDecimal.TWO)),
        Optional.of(week(8, 18)),
        List.of(
            new Cap(Cap.Period.DAY, 5, Optional.of("Villa")),
            new Cap(Cap.Period.WEEK, 9, Optional.empty())),
        List.of(new Sla(Sla.Goal.CONTACTED, Duration.ofMinutes(15), Sla.Consequence.ALERT, false)),
        Optional.of(new Sticky("company", Duration.ofDays(30))),
        new TeamReports(
            false,
            List.of(
                new FieldMetric("Budget", "budget", FieldMetric.Kind.SUM),
                new FieldMetric("Rooms", "rooms", FieldMetric.Kind.MAXIMUM))));
  }

  private static RoutingSettings settings() {
    var hours =
        new OperatingHours(
            week(8, 20),
            Map.of(
                LocalDate.of(2026, 12, 24),
                List.of(new Block(LocalTime.of(9, 0), LocalTime.of(12, 0))),
                LocalDate.of(2026, 12, 25),
                List.of()),
            Optional.of(new AdminOverride.OpenUntil(Instant.parse("2026-11-25T20:00:00Z"))),
            Duration.ofSeconds(5));
    return new RoutingSettings(
        new Offering(
            OfferWindow.DEFAULT,
            8,
            Optional.of(new Offering.SharkTank(Duration.ofMinutes(30), Duration.ofMinutes(10))),
            Duration.ofHours(24)),
        new Matching(false, false, false, TagModifiers.SUGGESTED, new GeoRule(OptionalInt.of(40))),
        new Intake(
            true,
            false,
            Duration.ofDays(30),
            new SpamList(List.of("@friend.example", "boss@x.example"), List.of("casino", "poker"))),
        new Calendar(
            BERLIN,
            Optional.of(hours),
            List.of(
                new Holiday("DE-BY", LocalDate.of(2026, 12, 25), "Christmas"),
                new Holiday("DE-BY", LocalDate.of(2027, 1, 6), "Epiphany"))),
        ReportRetention.of(400),
        /* agentsSwitch= */ true);
  }

  /** The draft with some things otherwise, picked by chance; names may come twice. */
  static BookDraft varied(BookDraft draft, int times, Random random) {
    BookDraft varied = draft;
    for (int i = 0; i < times; i++) {
      var all = Variations.of(varied);
      varied = all.get(random.nextInt(all.size())).value();
    }
    return varied;
  }

  /** The same, but every name is given once, as in what is published. */
  public static BookDraft tidy(BookDraft draft, int times, Random random) {
    BookDraft varied = draft;
    for (int i = 0; i < times; i++) {
      var all = new ArrayList<>(Variations.of(varied));
      Collections.shuffle(all, random);
      varied = all.stream().map(v -> v.value()).filter(Drafts::isTidy).findFirst().orElseThrow();
    }
    return varied;
  }

  private static boolean isTidy(BookDraft draft) {
    var settings = draft.settings();
    return distinct(draft.tags().stream().map(Tag::name))
        && distinct(draft.agents().stream().map(Agent::id))
        && distinct(draft.teams().stream().map(Team::id))
        && distinct(settings.calendar().holidays().stream().map(h -> h.region() + h.date()))
        && distinct(settings.intake().spam().allowed().stream())
        && distinct(settings.intake().spam().blocked().stream())
        && draft.agents().stream()
            .allMatch(a -> distinct(a.locations().stream().map(l -> l.name())))
        && draft.teams().stream().allMatch(t -> distinct(t.members().stream().map(m -> m.agent())))
        && draft.teams().stream()
            .allMatch(t -> distinct(t.caps().stream().map(c -> c.period() + " " + c.tag())));
  }

  private static boolean distinct(Stream<?> names) {
    var seen = new HashSet<Object>();
    return names.allMatch(seen::add);
  }
}
