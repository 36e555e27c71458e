package dev.baton.proof.faults;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.feedback.Comment;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.ExpectedValue;
import dev.baton.feedback.Feedback;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadId;
import dev.baton.memory.TickingClock;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.store.Database;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.tag.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One lead's life, in which everything is written to the CRM that Baton ever writes: a task for
 * Ann, who declines; one for Ben, who misses it; Cay accepts, gives feedback twice and a comment;
 * an admin moves the lead to Dan, and in the end somebody gives it to Ann in the CRM by hand. The
 * CRM tells of each change of the record. When the process dies it is started anew, and whoever
 * waited for it looks whether his wish came true, and if not wishes again. When something is on
 * hold, an admin says "once more".
 */
final class Story {
  static final Duration WINDOW = Duration.ofHours(2);

  private static final List<String> PEOPLE = List.of("Ann", "Ben", "Cay", "Dan");
  private static final AgentId ANN = new AgentId("ann");
  private static final AgentId CAY = new AgentId("cay");
  private static final AgentId DAN = new AgentId("dan");
  private static final Feedback REACHED =
      new Feedback(ContactStatus.CONTACTED, DealStatus.IN_PROGRESS)
          .worth(ExpectedValue.of("1200.50", "EUR"))
          .because("Wants two");
  private static final Feedback WON =
      new Feedback(ContactStatus.CONTACTED, DealStatus.CLOSED_WON)
          .worth(ExpectedValue.of("2400", "EUR"))
          .because("Took two");
  private static final String COMMENT = "Calls back on Monday";

  /** Between two retries much time may pass, but not the two hours of an offer. */
  private static final Duration PATIENCE = Duration.ofMinutes(100);

  private static final Duration TICK = Duration.ofSeconds(5);

  private final Database database;
  private final TickingClock clock;
  private final FaultyWire wire;
  private final PractisedCrm.Account account;
  private final CrmConnection connection;
  private final boolean eachWebhookTwice;
  private final String object;
  private final Map<String, String> owners = new HashMap<>();
  private final List<String> troubles = new ArrayList<>();
  private BatonProcess process;
  private final long heldBefore;
  private int webhooks;
  private int deaths;
  private int helped;

  Story(
      Database database,
      TickingClock clock,
      FaultyWire wire,
      PractisedCrm crm,
      int number,
      boolean eachWebhookTwice) {
    this.database = database;
    this.clock = clock;
    this.wire = wire;
    this.eachWebhookTwice = eachWebhookTwice;
    account = crm.open(number);
    var company = new CompanyId("company" + number);
    connection =
        new CrmConnection(
            new ConnectionId("crm" + number), company, crm.name(), account.id(), Map.of());
    var companies = new JdbcCompanies(database);
    companies.put(new Company(company, "Acme", ZoneOffset.UTC));
    companies.connect(connection);
    BatonProcess.vault(database, connection.id()).save(account.firstTokens());
    var draft =
        new BookDraft(
            List.of(Tag.preferential("Harbour")),
            PEOPLE.stream().map(this::agent).toList(),
            RoutingSettings.DEFAULT.withWindow(WINDOW));
    new JdbcRoutingBooks(database).publish(company, draft, "test", clock.instant());
    process = begin();
    heldBefore = process.onHold();
    object = crm.object();
  }

  private Agent agent(String name) {
    String owner = account.addUser(name);
    owners.put(name, owner);
    String id = name.toLowerCase(java.util.Locale.ROOT);
    return new Agent(
        new AgentId(id),
        name,
        id + "@example.org",
        Set.of("Harbour"),
        true,
        false,
        Map.of(connection.id(), new CrmIdentity(owner, "")));
  }

  private BatonProcess begin() {
    var connected = new BatonProcess.Connected(connection, account, wire.address());
    return new BatonProcess(database, List.of(connected), clock, UnaryOperator.identity());
  }

  /**
   * How it ended.
   *
   * @param said what was said about the lead, as Baton keeps it
   * @param helped how often an admin had to say "once more"
   */
  record End(CrmState state, List<String> said, List<String> troubles, int deaths, int helped) {}

  /**
   * Lives it to its end.
   *
   * @param begins called when everything is set up
   */
  End live(Runnable begins) {
    String record = account.leadComes("cleo@example.org");
    begins.run();
    theCrmTells(record, true);
    step("Ann declines", () -> process.rotating.decline(offer(record, 1), ANN, Channel.PAGE));
    clock.tick(WINDOW);
    step("Ben misses it", () -> process.work());
    step("Cay accepts", () -> process.rotating.accept(offer(record, 3), CAY, Channel.PAGE));
    theCrmTells(record, false);
    step("Cay reports", () -> says(record, REACHED));
    step("Cay comments", () -> comments(record));
    theCrmTells(record, false);
    step("Cay reports again", () -> says(record, WON));
    theCrmTells(record, false);
    step("an admin moves it", () -> process.rotating.assign(lead(record), DAN, "admin"));
    theCrmTells(record, false);
    account.giveByHand(record, owners.getOrDefault("Ann", ""));
    theCrmTells(record, false);
    step(
        "the end",
        () -> {
          if (!rotation(record).owner().equals(Optional.of(ANN)))
            troubles.add("Ann does not own it");
        });
    List<String> said =
        process.comments.of(connection.company(), lead(record)).stream()
            .map(comment -> comment.kind() + " " + comment.author() + ": " + comment.text())
            .sorted()
            .toList();
    return new End(account.state(record), said, troubles, deaths, helped);
  }

  /** A webhook is sent again until it is answered. */
  private void theCrmTells(String record, boolean created) {
    int number = ++webhooks;
    var request = account.webhookAbout(record, created, number, clock);
    step("the CRM tells", () -> process.hear(connection.id(), request));
    if (!eachWebhookTwice) return;
    step("the CRM tells once more", () -> process.hear(connection.id(), request));
    var asAnother = account.webhookAbout(record, created, ++webhooks, clock);
    step(
        "the CRM tells of the same under another id",
        () -> process.hear(connection.id(), asAnother));
  }

  private void says(String record, Feedback feedback) {
    if (rotation(record).care().progress().equals(feedback.progress())) return;
    process.feedback.give(connection.company(), lead(record), feedback, Optional.of(CAY), "Cay");
  }

  private void comments(String record) {
    List<Comment> there = process.comments.of(connection.company(), lead(record));
    if (there.stream().anyMatch(comment -> comment.text().equals(COMMENT))) return;
    process.feedback.comment(connection.company(), lead(record), COMMENT, Optional.of(CAY), "Cay");
  }

  private LeadId lead(String record) {
    return process
        .leads
        .of(connection.company(), new CrmRecord(connection.id(), object, record))
        .orElseThrow(() -> new IllegalStateException("The record is no lead"));
  }

  private OfferId offer(String record, int number) {
    return new OfferId(lead(record), number);
  }

  private Rotation rotation(String record) {
    return process.leads.file(connection.company(), lead(record)).orElseThrow().rotation();
  }

  /**
   * Somebody wishes something, again if the process dies of it; then everything comes to rest, with
   * an admin's help where something is on hold.
   */
  private void step(String what, Runnable wish) {
    untilItLives(wish);
    rest(what);
    if (process.onHold() == heldBefore) return;
    helped++;
    untilItLives(() -> process.tryOnceMore(connection.company()));
    rest(what);
    if (process.onHold() > heldBefore) troubles.add("still on hold after: " + what);
  }

  private void rest(String what) {
    Instant end = clock.instant().plus(PATIENCE);
    boolean rest = false;
    while (!rest && clock.instant().isBefore(end)) {
      untilItLives(() -> process.work());
      rest = process.atRest();
      if (!rest) clock.set(next());
    }
    if (!rest) troubles.add("no rest after: " + what);
  }

  private Instant next() {
    Instant soon = clock.instant().plus(TICK);
    return process.nextDue().filter(due -> due.isAfter(soon)).orElse(soon);
  }

  private void untilItLives(Runnable work) {
    while (true) {
      try {
        work.run();
        return;
      } catch (ProcessDied died) {
        deaths++;
        process = begin();
      }
    }
  }
}
