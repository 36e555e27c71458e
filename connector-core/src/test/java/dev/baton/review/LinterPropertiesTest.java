package dev.baton.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.Distribution;
import dev.baton.agent.GeoRule;
import dev.baton.agent.Location;
import dev.baton.agent.Place;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Schedule;
import dev.baton.agent.Team;
import dev.baton.agent.WeeklyHours;
import dev.baton.company.CompanyId;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.LeadText;
import dev.baton.routing.BookDraft;
import dev.baton.routing.LineUp;
import dev.baton.routing.Matching;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.Traits;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagModifiers;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is found is true of books made by chance, and found quickly in a large one. */
class LinterPropertiesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final String[] NAMES = {"A", "B", "C", "D", "E", "F"};
  private static final Place HERE = new Place(48, 11);
  private static final Place THERE = new Place(40, -74);

  private final Random random = new Random(20261125);

  @Test
  void nobody_is_in_line_for_a_lead_that_is_said_to_reach_nobody() {
    int shown = 0;
    for (int run = 0; run < 300; run++) {
      RoutingBook book = book();
      for (Finding finding : Linter.look(book, recent(book, 60), NOW)) {
        if (!(finding.witness() instanceof Witness.Unreached unreached)) continue;
        shown++;
        for (int i = 0; i < 5; i++) {
          assertThat(line(book, unreached.traits()).line()).as(finding.sentence()).isEmpty();
        }
      }
    }
    assertThat(shown).isGreaterThan(300);
  }

  @Test
  void leads_with_nobody_in_line_are_told_if_and_only_if_some_came() {
    int told = 0;
    for (int run = 0; run < 300; run++) {
      RoutingBook book = withoutShifts(book());
      if (book.content().agents().stream().noneMatch(Agent::active)) continue;
      Recent recent = recent(book, 2);
      boolean came =
          recent.leads().stream().anyMatch(l -> line(book, l.under(book)).line().isEmpty());

      boolean found =
          Linter.look(book, recent, NOW).stream()
              .anyMatch(f -> f.witness() instanceof Witness.Unreached u && u.lead().isPresent());

      assertThat(found).as("%s", book.content()).isEqualTo(came);
      if (found) told++;
    }
    assertThat(told).isBetween(50, 280);
  }

  private static RoutingBook withoutShifts(RoutingBook book) {
    BookDraft content = book.content();
    List<Agent> agents = content.agents().stream().map(a -> a.working(Schedule.NONE)).toList();
    return new RoutingBook(book.company(), 1, content.staffed(agents));
  }

  @Test
  void no_lead_puts_an_agent_in_line_who_is_said_to_be_never() {
    int never = 0;
    for (int run = 0; run < 300; run++) {
      RoutingBook book = book();
      Set<AgentId> said = neverChosen(book);
      never += said.size();
      if (said.isEmpty()) continue;
      for (int i = 0; i < 200; i++) {
        LineUp line = line(book, lead(book));
        assertThat(line.line().stream().map(LineUp.Standing::agent))
            .as("%s", book.content())
            .doesNotContainAnyElementsOf(said);
      }
    }
    assertThat(never).isGreaterThan(50);
  }

  @Test
  void whoever_is_in_line_for_no_lead_at_all_is_mostly_said_to_be_never() {
    int missed = 0;
    int found = 0;
    for (int run = 0; run < 60; run++) {
      RoutingBook book = book();
      Set<AgentId> said = neverChosen(book);
      var idle = new HashSet<AgentId>();
      for (Agent agent : book.content().agents()) {
        if (agent.active() && !agent.catchall()) idle.add(agent.id());
      }
      for (int i = 0; i < 2000 && !idle.isEmpty(); i++) {
        line(book, lead(book)).line().forEach(standing -> idle.remove(standing.agent()));
      }
      for (AgentId agent : idle) {
        if (said.contains(agent)) found++;
        else missed++;
      }
    }
    assertThat(found).isGreaterThan(10 * missed);
  }

  @Test
  void a_large_book_is_looked_at_in_seconds() {
    var tags = new ArrayList<Tag>();
    for (int i = 0; i < 1000; i++) {
      tags.add(new Tag(TagName.of("tag " + i), TagRule.values()[i % 3], 50));
    }
    var agents = new ArrayList<Agent>();
    for (int i = 0; i < 1000; i++) {
      var held = new HashSet<String>();
      for (int k = 0; k < 5; k++) held.add("tag " + random.nextInt(1000));
      if (i % 3 == 0) held = new HashSet<>(Set.of("PK_-900"));
      agents.add(
          agent(i, held, true, false)
              .working(new Schedule(Optional.of(shift(i)), Optional.empty())));
    }
    var book =
        new RoutingBook(
            new CompanyId("acme"), 1, new BookDraft(tags, agents, RoutingSettings.DEFAULT));
    Recent recent = recent(book, 60);

    long start = System.nanoTime();
    List<Finding> findings = Linter.look(book, recent, NOW);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(findings).hasSizeGreaterThan(500);
    assertThat(taken).isLessThan(Duration.ofSeconds(8));
  }

  private static WeeklyHours shift(int i) {
    return Drafts.week(i % 20, i % 20 + 3);
  }

  private static Set<AgentId> neverChosen(RoutingBook book) {
    var said = new HashSet<AgentId>();
    for (Finding finding : Linter.look(book, Recent.NONE, NOW)) {
      if (finding.witness() instanceof Witness.LeftOut out) said.add(out.agent());
    }
    return said;
  }

  private LineUp line(RoutingBook book, Traits lead) {
    Instant at = NOW.plusSeconds(random.nextInt(7 * 24 * 3600));
    return LineUp.draw(book, lead, List.of(), Set.of(), RoutingFacts.NONE.at(at));
  }

  private Recent recent(RoutingBook book, int count) {
    var leads = new ArrayList<Recent.Arrival>();
    for (int i = 0; i < count; i++) {
      var words = new StringBuilder("lead");
      for (Tag tag : book.content().tags()) {
        if (random.nextInt(book.content().tags().size()) < 2) words.append(' ').append(tag.name());
      }
      leads.add(
          new Recent.Arrival(
              new LeadId(new UUID(1, i)),
              NOW.minusSeconds(i),
              new LeadContent(
                  new LeadText("", words.toString(), Map.of()), Contact.UNKNOWN, Set.of(), ""),
              RecordKind.LEADS,
              place()));
    }
    return new Recent(leads);
  }

  private Traits lead(RoutingBook book) {
    var matches = new ArrayList<TagMatch>();
    for (Tag tag : book.content().tags()) {
      if (random.nextInt(3) > 0) continue;
      String where = random.nextBoolean() ? TagMatch.SUBJECT : TagMatch.BODY;
      matches.add(new TagMatch(tag.name(), where, 0, 1, random.nextBoolean()));
    }
    boolean cases =
        book.content().teams().stream().anyMatch(team -> team.kind() == RecordKind.CASES);
    RecordKind kind = cases && random.nextInt(4) == 0 ? RecordKind.CASES : RecordKind.LEADS;
    return new Traits(matches, kind, place());
  }

  private Optional<Place> place() {
    return switch (random.nextInt(4)) {
      case 0 -> Optional.of(HERE);
      case 1 -> Optional.of(THERE);
      default -> Optional.empty();
    };
  }

  private RoutingBook book() {
    var tags = new ArrayList<Tag>();
    for (String name : NAMES) {
      var rule = TagRule.values()[random.nextInt(3)];
      tags.add(
          new Tag(TagName.of(name), rule, random.nextInt(10) == 0 ? -20 : 10 * random.nextInt(10)));
    }
    var agents = new ArrayList<Agent>();
    int staff = 1 + random.nextInt(5);
    for (int i = 0; i < staff; i++) {
      agents.add(varied(agent(i, held(), random.nextInt(8) > 0, random.nextInt(6) == 0)));
    }
    var teams = new ArrayList<Team>();
    for (int i = random.nextInt(3); i > 0; i--) teams.add(team(i, agents));
    return new RoutingBook(
        new CompanyId("acme"), 1, new BookDraft(tags, agents, teams, settings()));
  }

  private Set<String> held() {
    var held = new HashSet<String>();
    for (String name : NAMES) if (random.nextInt(4) == 0) held.add(name);
    if (random.nextInt(5) == 0) held.add("PK_-" + 10 * random.nextInt(20));
    if (random.nextInt(8) == 0) held.add("PK_30_" + NAMES[random.nextInt(NAMES.length)]);
    if (random.nextInt(8) == 0) held.add("PK_-30_" + NAMES[random.nextInt(NAMES.length)]);
    return held;
  }

  private Agent varied(Agent agent) {
    Agent varied = agent;
    if (random.nextInt(6) == 0) {
      var shift =
          random.nextBoolean() ? Drafts.week(8, 18) : new WeeklyHours(Drafts.BERLIN, Map.of());
      varied = varied.working(new Schedule(Optional.of(shift), Optional.empty()));
    }
    if (random.nextInt(5) == 0) {
      varied = varied.at(List.of(new Location("office", HERE, OptionalDouble.of(30))));
    }
    return varied;
  }

  private Team team(int number, List<Agent> agents) {
    var members = new ArrayList<Team.Member>();
    for (Agent agent : agents) {
      if (random.nextBoolean()) members.add(Team.Member.of(agent.id()));
    }
    var method = Distribution.Method.values()[random.nextInt(4)];
    var takes = new HashSet<String>();
    for (String name : NAMES) if (random.nextInt(3) == 0) takes.add(name);
    Team team = Team.of("team" + number, Distribution.of(method), members).taking(takes);
    if (random.nextInt(4) == 0) team = team.distributing(RecordKind.CASES);
    if (random.nextInt(5) == 0) {
      var counted =
          random.nextBoolean()
              ? Optional.<String>empty()
              : Optional.of(NAMES[random.nextInt(NAMES.length)]);
      team = team.capped(new Cap(Cap.Period.DAY, 0, counted));
    }
    return team;
  }

  private RoutingSettings settings() {
    var modifiers =
        random.nextInt(3) > 0
            ? TagModifiers.NONE
            : new TagModifiers(new BigDecimal("1.5"), new BigDecimal("0.9"), BigDecimal.ONE);
    var geo = random.nextBoolean() ? GeoRule.NONE : new GeoRule(OptionalInt.of(20));
    return RoutingSettings.DEFAULT.with(
        new Matching(random.nextInt(12) == 0, random.nextInt(4) == 0, false, modifiers, geo));
  }

  private static Agent agent(int number, Set<String> held, boolean active, boolean catchall) {
    String name = "agent" + number;
    return new Agent(
        new AgentId(name), name, name + "@example.org", held, active, catchall, Map.of());
  }
}
