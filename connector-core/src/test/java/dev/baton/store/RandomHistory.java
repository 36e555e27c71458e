package dev.baton.store;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Distribution;
import dev.baton.agent.Sla;
import dev.baton.agent.Team;
import dev.baton.company.CompanyId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.ExpectedValue;
import dev.baton.feedback.Progress;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.LeadText;
import dev.baton.ledger.Lead;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.End;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.rotation.RotationCommand.Follow;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationCommand.GiveFeedback;
import dev.baton.rotation.RotationCommand.Move;
import dev.baton.rotation.RotationCommand.NoteComment;
import dev.baton.rotation.RotationCommand.Restore;
import dev.baton.rotation.RotationCommand.Resubmit;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.Traits;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Some weeks of a company in which everything happens to leads that can, told by a seed. */
final class RandomHistory {
  static final List<String> TAGS = List.of("Harbour", "North", "Roof Garden");
  static final List<String> SOURCES = List.of("WEB", "FAIR", "");
  static final List<String> BUDGETS =
      List.of("1200", "", "450.50", "-30", "about ten", "1.200,50", "0", " ");
  static final List<AgentId> AGENTS =
      List.of(new AgentId("ann"), new AgentId("bob"), new AgentId("dee"), new AgentId("cat"));

  private final StoreUnderTest store;
  private final CompanyId company;
  private final Random random;
  private final List<LeadId> leads = new ArrayList<>();
  private final UnaryOperator<BookDraft> besides;
  private int decided;

  RandomHistory(StoreUnderTest store, CompanyId company, long seed) {
    this(store, company, seed, draft -> draft);
  }

  /**
   * @param besides what else is changed in each book before it is published
   */
  RandomHistory(
      StoreUnderTest store, CompanyId company, long seed, UnaryOperator<BookDraft> besides) {
    this.store = store;
    this.company = company;
    this.random = new Random(seed);
    this.besides = besides;
  }

  /** So many things happen, one after the other. */
  void happen(int steps) {
    publish("north", "North");
    for (int step = 0; step < steps; step++) {
      if (step == steps / 2) publish("harbour", "Harbour");
      tick();
      // Nobody rings some bells in time: what is due is recorded late then.
      if (random.nextInt(5) > 0) ring();
      if (leads.isEmpty() || random.nextInt(6) == 0) arrive();
      else somethingHappensTo(oneOfLateMostly());
    }
  }

  /** How many things were not refused. */
  int decided() {
    return decided;
  }

  private void tick() {
    long millis =
        switch (random.nextInt(10)) {
          case 0 -> Duration.ofDays(1 + random.nextInt(2)).toMillis();
          case 1, 2, 3 -> Duration.ofMinutes(60 + random.nextInt(300)).toMillis();
          case 4 -> 0;
          default -> Duration.ofMinutes(1 + random.nextInt(50)).toMillis();
        };
    store.clock().tick(Duration.ofMillis(millis == 0 ? 0 : millis + random.nextInt(60_000)));
  }

  private void ring() {
    while (store.ledger().decideDue(50, StoreScene.command(new TimeOut())) > 0) continue;
    store.ledger().decideFollowing(50, StoreScene.command(new Follow()));
  }

  private void publish(String team, String tag) {
    var members = AGENTS.stream().limit(3).map(Team.Member::of).toList();
    var sla = new Sla(Sla.Goal.ACTED_ON, Duration.ofDays(1), Sla.Consequence.TAKE_BACK, false);
    var settings =
        RoutingSettings.DEFAULT
            .withWindow(Duration.ofHours(2))
            .withSharkTank(Duration.ofHours(3), Duration.ofHours(1));
    var draft =
        new BookDraft(
            TAGS.stream().map(Tag::preferential).toList(),
            AGENTS.stream().map(RandomHistory::agent).toList(),
            List.of(
                Team.of(team, Distribution.BY_SCORE, members).taking(Set.of(tag)).promising(sla)),
            settings);
    store.books().publish(company, besides.apply(draft), "test", store.clock().instant());
  }

  private static Agent agent(AgentId id) {
    boolean catchall = id.value().equals("cat");
    String name = id.value().toUpperCase(Locale.ROOT);
    Set<String> tags = catchall ? Set.of() : Set.copyOf(TAGS);
    return new Agent(id, name, id + "@example.org", tags, true, catchall, Map.of());
  }

  // Leads ----------------------------------------------------------------------------------------

  private void arrive() {
    var id = new LeadId(new UUID(random.nextLong(), random.nextLong()));
    var record = new CrmRecord(StoreScene.PORTAL, "contacts", "r" + leads.size());
    var lead = new Lead(id, company, record, store.clock().instant(), "");
    String email = random.nextInt(3) == 0 ? "c" + random.nextInt(4) + "@example.org" : "";
    var content = new LeadContent(text(), new Contact("Cleo", email, ""), Set.of(), any(SOURCES));
    Optional<String> spam = random.nextInt(12) == 0 ? Optional.of("spam") : Optional.empty();
    Optional<ChangeOwner> owner =
        random.nextInt(12) == 0 ? Optional.of(otherOwner()) : Optional.empty();
    leads.add(id);
    // Some wait in the inbox before anything is decided.
    if (random.nextBoolean()) store.clock().tick(Duration.ofSeconds(random.nextInt(100)));
    var begin = new Begin(traits(), spam, owner);
    store.ledger().admit(lead, content, StoreScene.command(begin));
  }

  /** Not by chance, so that what happens is the same with and without it. */
  private LeadText text() {
    String budget = BUDGETS.get(leads.size() % BUDGETS.size());
    return new LeadText("", "", budget.isEmpty() ? Map.of() : Map.of("budget", budget));
  }

  private LeadId oneOfLateMostly() {
    boolean late = random.nextInt(4) > 0;
    return any(late ? leads.subList(Math.max(0, leads.size() - 12), leads.size()) : leads);
  }

  private Traits traits() {
    var tags = new ArrayList<TagMatch>();
    for (String tag : TAGS) {
      if (random.nextBoolean()) tags.add(TagMatch.given(TagName.of(tag)));
    }
    // A tag may be found in several places.
    if (!tags.isEmpty() && random.nextInt(4) == 0) {
      tags.add(new TagMatch(tags.getFirst().tag(), TagMatch.BODY, 3, 9, true));
    }
    return Traits.of(tags);
  }

  private ChangeOwner otherOwner() {
    if (random.nextInt(3) == 0) return new ChangeOwner("99", Optional.empty());
    AgentId agent = any(AGENTS);
    return new ChangeOwner("crm-" + agent, Optional.of(agent));
  }

  private void somethingHappensTo(LeadId id) {
    Rotation lead = store.leads().file(company, id).orElseThrow().rotation();
    RotationCommand command =
        switch (lead.stage()) {
          case OWNED -> toOwned(lead);
          case QUARANTINED -> new Restore("the admin");
          default -> toUnowned(lead);
        };
    var decision = store.ledger().decide(id, StoreScene.command(command)).orElseThrow();
    if (decision instanceof Decided) decided++;
  }

  private RotationCommand toUnowned(Rotation lead) {
    return switch (random.nextInt(20)) {
      case 0 -> new Assign(any(AGENTS), "the admin");
      case 1 -> otherOwner();
      case 2 -> new Resubmit(traits(), "the admin");
      case 3 -> random.nextInt(3) == 0 ? new End(any(EndReason.values())) : new TimeOut();
      case 4, 5, 6, 7 -> {
        List<Offer> missed =
            lead.offers().stream().filter(o -> o.state() == Offer.State.TIMED_OUT).toList();
        if (missed.isEmpty()) yield new TimeOut();
        Offer offer = any(missed);
        yield new GiveAnotherChance(offer.number(), offer.agent(), Channel.PAGE);
      }
      default -> {
        if (lead.open().isEmpty()) yield new TimeOut();
        Offer offer = any(lead.open());
        yield random.nextInt(5) < 3
            ? new Accept(offer.number(), offer.agent(), Channel.PAGE)
            : new Decline(offer.number(), offer.agent(), Channel.PAGE);
      }
    };
  }

  private RotationCommand toOwned(Rotation lead) {
    Optional<AgentId> owner = lead.owner();
    Optional<AgentId> speaker = random.nextInt(3) > 0 ? owner : Optional.empty();
    return switch (random.nextInt(12)) {
      case 0 ->
          owner.isPresent()
              ? new GiveBack(owner.get(), Channel.PAGE)
              : new Move(Optional.empty(), "the admin");
      case 1 ->
          new Move(random.nextBoolean() ? Optional.of(any(AGENTS)) : Optional.empty(), "the admin");
      case 2 -> otherOwner();
      case 3, 4 -> new NoteComment(speaker, speaker.isPresent() ? "" : "the admin");
      default ->
          new GiveFeedback(
              progress(), speaker, speaker.isPresent() ? "" : "the admin", random.nextInt(4) == 0);
    };
  }

  private Progress progress() {
    Optional<ExpectedValue> value =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(ExpectedValue.of("" + random.nextInt(3), "EUR"));
    return new Progress(
        any(ContactStatus.values()),
        random.nextBoolean() ? DealStatus.NONE : any(DealStatus.values()),
        value,
        random.nextInt(3) == 0);
  }

  private <T> T any(List<T> ofThese) {
    return ofThese.get(random.nextInt(ofThese.size()));
  }

  private <T> T any(T[] ofThese) {
    return ofThese[random.nextInt(ofThese.length)];
  }
}
