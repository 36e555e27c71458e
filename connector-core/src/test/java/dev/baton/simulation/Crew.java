package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.agent.Cap;
import dev.baton.agent.Credits;
import dev.baton.agent.Distribution;
import dev.baton.agent.Distribution.Method;
import dev.baton.agent.Sla;
import dev.baton.agent.Sticky;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.rotation.Expectation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The company's team with its own reading of what that means for whom: worked out from domain §8,
 * and not by the code under test.
 *
 * @param members as bits
 * @param takes tags whose leads are the team's, as bits; 0 for all leads
 * @param hundredths each agent's weight
 * @param sticks for how long leads with the same value in {@link #FIELD} stay with an agent; zero
 *     for not at all
 */
record Crew(
    Method method,
    Cap.Period balancedBy,
    int members,
    int takes,
    int[] hundredths,
    List<Limit> limits,
    List<Promise> promises,
    Duration sticks) {
  static final TeamId ID = new TeamId("team");
  static final String FIELD = "company";

  /** The most leads of a period; of one tag or, where that is -1, of all. */
  record Limit(Cap.Period period, int most, int tag) {}

  /** What an owner has to have done, and what happens if he has not. */
  record Promise(Sla.Goal goal, Duration after, Sla.Consequence consequence, boolean switchOff) {
    static Promise of(Expectation expectation) {
      Sla sla = expectation.sla();
      return new Promise(sla.goal(), sla.after(), sla.consequence(), sla.switchOff());
    }
  }

  boolean takesLead(int tags) {
    return takes == 0 || (tags & takes) != 0;
  }

  boolean counts(Limit limit, int tags) {
    return takesLead(tags) && (limit.tag < 0 || (tags >> limit.tag & 1) != 0);
  }

  boolean balances() {
    return method == Method.LOAD_BALANCE;
  }

  boolean weighs() {
    return method == Method.WEIGHTED_ROUND_ROBIN;
  }

  /** Each one's part of the next lead's credit, in parts of a lead, rounded down. */
  long share(int agent, int present) {
    long total = 0;
    for (int i = 0; i < People.COUNT; i++) if ((present >> i & 1) != 0) total += hundredths[i];
    return Credits.LEAD * hundredths[agent] / total;
  }

  static Crew random(SplittableRandom random) {
    Method[] methods = Method.values();
    Method method = methods[random.nextInt(methods.length)];
    int[] weights = {50, 100, 100, 200};
    int[] hundredths = new int[People.COUNT];
    for (int i = 0; i < People.COUNT; i++) hundredths[i] = weights[random.nextInt(weights.length)];
    int everybody = (1 << People.COUNT) - 1;
    return new Crew(
        method,
        random.nextBoolean() ? Cap.Period.DAY : Cap.Period.ACTIVE,
        random.nextInt(3) == 0 ? 1 + random.nextInt(everybody) : everybody,
        random.nextInt(3) == 0 ? 1 << random.nextInt(People.TAGS.length) : 0,
        hundredths,
        limits(random),
        promises(random),
        random.nextInt(3) == 0 ? Duration.ofMinutes(random.nextInt(600)) : Duration.ZERO);
  }

  private static List<Limit> limits(SplittableRandom random) {
    Cap.Period[] periods = {
      Cap.Period.HALF_HOUR, Cap.Period.HOUR, Cap.Period.DAY, Cap.Period.TOTAL, Cap.Period.ACTIVE
    };
    var limits = new ArrayList<Limit>();
    var named = new HashSet<String>();
    for (int i = random.nextInt(4) - 1; i > 0; i--) {
      Cap.Period period = periods[random.nextInt(periods.length)];
      int tag = random.nextInt(4) == 0 ? random.nextInt(People.TAGS.length) : -1;
      if (named.add(period + " " + tag)) limits.add(new Limit(period, 1 + random.nextInt(2), tag));
    }
    return List.copyOf(limits);
  }

  private static List<Promise> promises(SplittableRandom random) {
    var promises = new ArrayList<Promise>();
    for (int i = random.nextInt(4) - 1; i > 0; i--) {
      promises.add(
          new Promise(
              random.nextBoolean() ? Sla.Goal.ACTED_ON : Sla.Goal.CONTACTED,
              Duration.ofMinutes(1 + random.nextInt(40)),
              random.nextInt(3) == 0 ? Sla.Consequence.ALERT : Sla.Consequence.TAKE_BACK,
              random.nextInt(3) == 0));
    }
    return List.copyOf(promises);
  }

  /** The team as the routing book has it. */
  Team team() {
    var who = new ArrayList<Team.Member>();
    for (int i = 0; i < People.COUNT; i++) {
      AgentId agent = People.id(i);
      BigDecimal weight = BigDecimal.valueOf(hundredths[i], 2);
      if ((members >> i & 1) != 0) who.add(new Team.Member(agent, weight));
    }
    Distribution how = balances() ? Distribution.balancing(balancedBy) : Distribution.of(method);
    Team team = Team.of(ID.value(), how, who);
    if (takes != 0) team = team.taking(People.names(takes));
    team = team.capped(limits.stream().map(Crew::cap).toArray(Cap[]::new));
    team = team.promising(promises.stream().map(Crew::sla).toArray(Sla[]::new));
    return sticks.isZero() ? team : team.sticking(new Sticky(FIELD, sticks));
  }

  private static Cap cap(Limit limit) {
    return new Cap(
        limit.period,
        limit.most,
        limit.tag < 0 ? Optional.empty() : Optional.of(People.TAGS[limit.tag]));
  }

  private static Sla sla(Promise promise) {
    return new Sla(promise.goal, promise.after, promise.consequence, promise.switchOff);
  }

  @Override
  public String toString() {
    var text = new StringBuilder("team ").append(method);
    if (balances()) text.append(" by ").append(balancedBy);
    text.append(" of ").append(People.who(members));
    if (takes != 0) text.append(" for ").append(People.names(takes));
    if (weighs()) text.append(" weighing ").append(Arrays.toString(hundredths));
    limits.forEach(l -> text.append(", at most ").append(l));
    promises.forEach(p -> text.append(", ").append(p));
    if (!sticks.isZero()) text.append(", sticking ").append(sticks);
    return text.toString();
  }
}
