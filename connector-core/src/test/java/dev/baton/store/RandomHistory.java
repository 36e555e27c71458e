package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.ExpectedValue;
import dev.baton.feedback.Feedback;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.LeadText;
import dev.baton.ledger.Lead;
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
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationCommand.GiveFeedback;
import dev.baton.rotation.RotationCommand.Move;
import dev.baton.rotation.RotationCommand.NoteComment;
import dev.baton.rotation.RotationCommand.Restore;
import dev.baton.rotation.RotationCommand.Resubmit;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.routing.Traits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Weeks of leads to whom anything happens, always the same of a seed. */
final class RandomHistory {
  private static final List<String> WORDS =
      List.of("harbour", "old town", "loft", "harbour loft", "old town harbour", "nothing");
  private static final List<String> SOURCES = List.of("WEB", "FAIR", "");

  private final StoreUnderTest store;
  private final List<AgentId> agents;
  private final Random random;
  private final List<LeadId> leads = new ArrayList<>();
  private int records;

  RandomHistory(StoreUnderTest store, List<AgentId> agents, long seed) {
    this.store = store;
    this.agents = agents;
    this.random = new Random(seed);
  }

  List<LeadId> leads() {
    return leads;
  }

  /** Time passes, and something happens to somebody. */
  void step() {
    long seconds = random.nextInt(10) < 8 ? random.nextInt(400) : random.nextInt(40_000);
    store.clock().tick(Duration.ofSeconds(seconds).plusNanos(random.nextInt(1_000_000) * 1000L));
    // Bells ring, now and then late.
    if (random.nextInt(3) > 0) {
      store.ledger().decideDue(100, StoreScene.command(new TimeOut()));
    }
    if (leads.isEmpty() || random.nextInt(6) == 0) arrive();
    else happen(pick(leads));
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private LeadContent content() {
    return new LeadContent(
        new LeadText("", pick(WORDS), Map.of()),
        new Contact("Cleo", "cleo" + random.nextInt(60) + "@example.org", ""),
        Set.of(),
        pick(SOURCES));
  }

  private void arrive() {
    LeadContent content = content();
    var lead =
        new Lead(
            new LeadId(new UUID(random.nextLong(), random.nextLong())),
            StoreScene.ACME,
            new CrmRecord(StoreScene.PORTAL, "contacts", "r" + ++records),
            store.clock().instant().minusMillis(random.nextInt(5_000)),
            "");
    Optional<String> spam = random.nextInt(12) == 0 ? Optional.of("spam") : Optional.empty();
    Optional<ChangeOwner> owner =
        random.nextInt(12) == 0
            ? Optional.of(new ChangeOwner("99", Optional.of(pick(agents))))
            : Optional.empty();
    store
        .ledger()
        .admit(
            lead,
            content,
            sheet -> StoreScene.entry(sheet, new Begin(traits(content), spam, owner)));
    leads.add(lead.id());
  }

  private Traits traits(LeadContent content) {
    return Traits.of(store.books().current(StoreScene.ACME).tagIndex().find(content));
  }

  private void happen(LeadId lead) {
    Rotation rotation = store.leads().file(StoreScene.ACME, lead).orElseThrow().rotation();
    store.ledger().decide(lead, sheet -> StoreScene.entry(sheet, command(rotation)));
  }

  private RotationCommand command(Rotation lead) {
    AgentId agent = pick(agents);
    Optional<AgentId> owner = lead.owner();
    Optional<Offer> open =
        lead.open().isEmpty() ? Optional.empty() : Optional.of(pick(lead.open()));
    if (open.isPresent() && random.nextInt(3) > 0) {
      Offer offer = open.get();
      return random.nextInt(3) > 0
          ? new Accept(offer.number(), offer.agent(), Channel.PAGE)
          : new Decline(offer.number(), offer.agent(), Channel.PAGE);
    }
    return switch (random.nextInt(16)) {
      case 0 -> new Assign(agent, "admin");
      case 1 -> new GiveBack(owner.orElse(agent), Channel.PAGE);
      case 2 -> new Move(random.nextBoolean() ? Optional.of(agent) : Optional.empty(), "admin");
      case 3 -> new Resubmit(traits(content()), "admin");
      case 4 -> new ChangeOwner("" + random.nextInt(99), known());
      case 5 -> new Restore("admin");
      case 6, 7 -> new NoteComment(random.nextInt(4) > 0 ? owner : Optional.empty(), "admin");
      case 8, 9 ->
          lead.offers().isEmpty()
              ? new TimeOut()
              : new GiveAnotherChance(
                  pick(lead.offers()).number(), pick(lead.offers()).agent(), Channel.PAGE);
      case 10 -> random.nextInt(6) == 0 ? new End(EndReason.RECORD_GONE) : new TimeOut();
      default -> feedback(owner);
    };
  }

  private Optional<AgentId> known() {
    return random.nextInt(3) > 0 ? Optional.of(pick(agents)) : Optional.empty();
  }

  private GiveFeedback feedback(Optional<AgentId> owner) {
    var said =
        new Feedback(pick(List.of(ContactStatus.values())), pick(List.of(DealStatus.values())));
    Feedback valued =
        random.nextInt(3) == 0
            ? said.worth(
                new ExpectedValue(
                    BigDecimal.valueOf(random.nextInt(3) * 1000L), Currency.getInstance("EUR")))
            : said;
    Feedback reasoned = random.nextInt(3) == 0 ? valued.because("A reason") : valued;
    return new GiveFeedback(
        reasoned.progress(), random.nextInt(4) > 0 ? owner : Optional.empty(), "admin", false);
  }
}
