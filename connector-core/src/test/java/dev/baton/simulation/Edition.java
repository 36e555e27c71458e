package dev.baton.simulation;

import dev.baton.agent.Agent;
import dev.baton.agent.Distribution.Method;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.TestBook;
import dev.baton.tag.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A revision of the company's routing book, with its own reading of who may get which lead: worked
 * out from domain §3 and §4 once, and not by the code under test.
 */
final class Edition {
  private static final int PREFERENTIAL = 0b00011;
  private static final int EXCLUSIVE = 0b01100;
  private static final int REQUIRED = 0b10000;
  private static final int[] WEIGHTS = {50, 30, 50, 20, 50};

  private static final int PLAIN = 64;
  private static final int RICH = 192;

  /** All that can be published. The first is the plainest, and stories are told with it if so. */
  static final List<Edition> ALL = all();

  final RoutingBook book;
  final Customs customs;
  final Optional<Crew> crew;
  final int active;
  final int catchalls;
  private final int[] qualified = new int[People.TAG_SETS];
  private final int[][] scores = new int[People.COUNT][People.TAG_SETS];

  private Edition(RoutingBook book, int[] held, Customs customs, Optional<Crew> crew) {
    this.book = book;
    this.customs = customs;
    this.crew = crew;
    int working = 0;
    int told = 0;
    for (Agent agent : book.agents()) {
      if (agent.active()) working |= People.bit(agent.id());
      if (agent.active() && agent.catchall()) told |= People.bit(agent.id());
    }
    this.active = working;
    this.catchalls = told;
    for (int tags = 0; tags < People.TAG_SETS; tags++) {
      for (int agent = 0; agent < People.COUNT; agent++) {
        scores[agent][tags] = weight(tags & held[agent]);
        if (qualifies(agent, tags, held[agent])) qualified[tags] |= 1 << agent;
      }
    }
  }

  private boolean qualifies(int agent, int tags, int held) {
    Optional<Crew> team = crewOf(tags);
    if (team.filter(crew -> (crew.members() >> agent & 1) == 0).isPresent()) return false;
    boolean inTurn = team.filter(crew -> crew.method() != Method.SCORE_ORDER).isPresent();
    boolean exclusive = (tags & EXCLUSIVE) == 0 || (tags & EXCLUSIVE & held) != 0;
    boolean required = (tags & REQUIRED & ~held) == 0;
    RoutingSettings settings = book.settings();
    return exclusive
        && required
        && ((tags & held) != 0
            || inTurn
            || settings.matching().everyAgentForAll()
            || tags == 0 && settings.matching().everyAgentForUntagged());
  }

  private static int weight(int tags) {
    int sum = 0;
    for (int t = 0; t < WEIGHTS.length; t++) if ((tags >> t & 1) != 0) sum += WEIGHTS[t];
    return sum;
  }

  /** The team that a lead with these tags is of. */
  Optional<Crew> crewOf(int tags) {
    return crew.filter(c -> c.takesLead(tags));
  }

  RoutingSettings settings() {
    return book.settings();
  }

  /** Who has the tags for a lead and has not left, whether there or not. */
  int qualified(int tags) {
    return qualified[tags] & active;
  }

  int score(int agent, int tags) {
    return scores[agent][tags];
  }

  private static List<Edition> all() {
    var random = new SplittableRandom(20261123);
    var editions = new ArrayList<Edition>();
    editions.add(plainest());
    while (editions.size() < PLAIN) {
      editions.add(random(editions.size() + 1, random, Customs.PLAIN, Optional.empty()));
    }
    while (editions.size() < RICH) {
      Optional<Crew> crew =
          random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Crew.random(random));
      editions.add(random(editions.size() + 1, random, Customs.random(random), crew));
    }
    return List.copyOf(editions);
  }

  private static Edition plainest() {
    int[] held = {PREFERENTIAL, PREFERENTIAL, PREFERENTIAL, 0, 0};
    RoutingSettings settings =
        RoutingSettings.DEFAULT
            .withLineLimit(3)
            .withCatchallWindow(Duration.ofMinutes(20))
            .withEveryAgentForUntagged(true);
    return edition(1, held, 0b11111, 0b01000, settings, Customs.PLAIN, Optional.empty());
  }

  private static Edition random(
      int revision, SplittableRandom random, Customs customs, Optional<Crew> crew) {
    int[] held =
        IntStream.range(0, People.COUNT)
            .map(agent -> random.nextInt(People.TAG_SETS) | random.nextInt(People.TAG_SETS))
            .toArray();
    RoutingSettings settings =
        RoutingSettings.DEFAULT
            .withWindow(Duration.ofMinutes(2 + random.nextInt(9)))
            .withLineLimit(1 + random.nextInt(5))
            .withCatchallWindow(Duration.ofMinutes(3 + random.nextInt(60)))
            .withEveryAgentForAll(random.nextInt(4) == 0)
            .withEveryAgentForUntagged(random.nextBoolean());
    int active = anybody(random) | anybody(random) | anybody(random);
    int catchalls = anybody(random) & anybody(random);
    return edition(revision, held, active, catchalls, customs.settings(settings), customs, crew);
  }

  private static int anybody(SplittableRandom random) {
    return random.nextInt(1 << People.COUNT);
  }

  private static Edition edition(
      int revision,
      int[] held,
      int active,
      int catchalls,
      RoutingSettings settings,
      Customs customs,
      Optional<Crew> crew) {
    var tags = new ArrayList<Tag>();
    for (int t = 0; t < People.TAGS.length; t++) {
      String name = People.TAGS[t];
      Tag tag =
          (EXCLUSIVE >> t & 1) != 0
              ? Tag.exclusive(name)
              : (REQUIRED >> t & 1) != 0 ? Tag.required(name) : Tag.preferential(name);
      tags.add(tag.weighing(WEIGHTS[t]));
    }
    TestBook book = TestBook.with(tags.toArray(Tag[]::new)).revision(revision);
    book.settings(unused -> settings);
    for (int i = 0; i < People.COUNT; i++) {
      String name = People.id(i).value();
      int bits = held[i];
      String[] holds =
          IntStream.range(0, People.TAGS.length)
              .filter(t -> (bits >> t & 1) != 0)
              .mapToObj(t -> People.TAGS[t])
              .toArray(String[]::new);
      if ((active >> i & 1) == 0) book.gone(name, holds);
      else if ((catchalls >> i & 1) != 0) book.catchall(name, holds);
      else book.agent(name, holds);
    }
    crew.ifPresent(c -> book.team(c.team()));
    if (customs.shifts()) book.shiftsAroundTheClock();
    return new Edition(book.build(), held, customs, crew);
  }

  /** The revision in one line for people. */
  @Override
  public String toString() {
    var text = new StringBuilder("revision " + book.revision() + ":");
    for (Agent agent : book.agents()) {
      text.append(' ').append(agent.id()).append(agent.tags().stream().sorted().toList());
      if (agent.catchall()) text.append("(catchall)");
      if (!agent.active()) text.append("(left)");
    }
    RoutingSettings settings = settings();
    text.append(", window ").append(settings.window().length().toMinutes()).append(" min, line ");
    text.append(settings.lineLimit()).append(", catchall ");
    text.append(settings.catchallWindow().toMinutes()).append(" min");
    if (settings.matching().everyAgentForAll()) text.append(", all qualify for all");
    if (settings.matching().everyAgentForUntagged()) text.append(", all qualify for untagged");
    text.append(customs);
    crew.ifPresent(c -> text.append(", ").append(c));
    return text.toString();
  }
}
