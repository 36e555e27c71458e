package dev.baton.proof.faults;

import dev.baton.agent.ZipCentroids;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmWebhook;
import dev.baton.feedback.CommentId;
import dev.baton.flow.Bell;
import dev.baton.flow.Bells;
import dev.baton.flow.Connectors;
import dev.baton.flow.DeliveringOne;
import dev.baton.flow.DeliveringWrites;
import dev.baton.flow.HearingAnswers;
import dev.baton.flow.RecordingFeedback;
import dev.baton.flow.RotatingLeads;
import dev.baton.flow.TakingInLeads;
import dev.baton.flow.TellingAgents;
import dev.baton.flow.WorkingOffInbox;
import dev.baton.flow.WorkingOnNotices;
import dev.baton.inbox.Incoming;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Ledger;
import dev.baton.ledger.OfferTokens;
import dev.baton.store.Database;
import dev.baton.store.JdbcAttempts;
import dev.baton.store.JdbcBreakers;
import dev.baton.store.JdbcComments;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcDeliveries;
import dev.baton.store.JdbcInbox;
import dev.baton.store.JdbcLeads;
import dev.baton.store.JdbcLedger;
import dev.baton.store.JdbcOutbox;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.store.JdbcTokenVault;
import dev.baton.store.Sealing;
import dev.baton.store.Succession;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * One life of Baton's process, without doors and bells: put together as the server is, working only
 * when told to, on one thread. What it leaves behind is in the database.
 */
final class BatonProcess implements Connectors {
  private static final OfferTokens TOKENS = (offer, agent) -> offer.key() + " " + agent;

  final RotatingLeads rotating;
  final RecordingFeedback feedback;
  final JdbcComments comments;
  final JdbcLeads leads;
  private final JdbcInbox inbox;
  private final JdbcOutbox outbox;
  private final JdbcDeliveries deliveries;
  private final WorkingOffInbox workingOff;
  private final DeliveringWrites delivering;
  private final Map<ConnectionId, Opened> opened = new HashMap<>();
  private final InstantSource clock;

  /**
   * An account that is connected.
   *
   * @param through the network between
   */
  record Connected(CrmConnection connection, PractisedCrm.Account account, URI through) {}

  private record Opened(CrmConnection connection, CrmConnector connector, CrmWebhook webhook) {}

  /**
   * @param listening hears what is decided
   */
  BatonProcess(
      Database database,
      List<Connected> accounts,
      InstantSource clock,
      UnaryOperator<Ledger> listening) {
    this.clock = clock;
    for (Connected each : accounts) {
      ConnectionId id = each.connection.id();
      CrmConnector connector = each.account.connector(id, each.through, vault(database, id), clock);
      opened.put(id, new Opened(each.connection, connector, each.account.webhook(connector)));
    }
    var companies = new JdbcCompanies(database);
    var books = new JdbcRoutingBooks(database);
    Ledger ledger = listening.apply(new JdbcLedger(database, books, TOKENS));
    leads = new JdbcLeads(database);
    inbox = new JdbcInbox(database);
    outbox = new JdbcOutbox(database);
    deliveries = new JdbcDeliveries(database);
    comments = new JdbcComments(database);
    var breakers = new JdbcBreakers(database);
    succeed(database);
    rotating = new RotatingLeads(ledger, Bells.silent());
    feedback =
        new RecordingFeedback(rotating, comments, () -> new CommentId(UUID.randomUUID()), clock);
    var takingIn =
        new TakingInLeads(
            ledger,
            leads,
            books,
            rotating,
            feedback,
            () -> new LeadId(UUID.randomUUID()),
            ZipCentroids.NONE);
    var working =
        new WorkingOnNotices(
            inbox, breakers, this, takingIn, new HearingAnswers(this, leads, rotating), clock);
    workingOff = new WorkingOffInbox(inbox, working, clock, Runnable::run, Bell.silent());
    var telling =
        new TellingAgents(
            books, companies, comments, (offer, agent) -> "https://baton.example/o/" + offer.key());
    var one = new DeliveringOne(outbox, breakers, new JdbcAttempts(database), this, telling, clock);
    delivering = new DeliveringWrites(outbox, one, clock, Runnable::run, Bell.silent());
  }

  static JdbcTokenVault vault(Database database, ConnectionId connection) {
    return new JdbcTokenVault(database, new Sealing(new byte[32]), connection);
  }

  private void succeed(Database database) {
    try (var place = Succession.begin(database, clock.instant(), DeliveringWrites.LEASE)) {
      place.takeOver(clock.instant());
    } catch (SQLException away) {
      throw new IllegalStateException(away);
    }
  }

  /** A webhook comes; when this returns, the CRM has its 200. */
  void hear(ConnectionId id, CrmWebhook.Request request) {
    CrmConnection connection = ours(id).connection;
    CrmWebhook webhook = ours(id).webhook;
    if (!(webhook.receive(request, clock.instant()) instanceof CrmWebhook.Receipt.Proved proved)) {
      throw new IllegalStateException("A webhook of the CRM was refused");
    }
    inbox.keep(
        proved.notices().stream()
            .map(
                kept ->
                    new Incoming(
                        connection.crm(),
                        kept.account(),
                        kept.key(),
                        kept.payload(),
                        Optional.of(connection),
                        kept.failure(),
                        clock.instant()))
            .toList());
  }

  /** Works on until nothing is due at this moment. */
  void work() {
    int done;
    do {
      done = workingOff.work() + rotating.settleDue(100) + delivering.deliver();
    } while (done > 0);
  }

  boolean atRest() {
    return inbox.waiting() == 0 && outbox.depth().waiting() == 0;
  }

  /** Whether nothing waits that was told or promised before then. */
  boolean doneWithAllBefore(Instant then) {
    return inbox.oldest().filter(then::isAfter).isEmpty()
        && outbox.depth().oldest().filter(then::isAfter).isEmpty();
  }

  long onHold() {
    return outbox.depth().onHold();
  }

  /** An admin has whatever is on hold tried once more. */
  void tryOnceMore(CompanyId company) {
    deliveries.retryAll(company, Optional.empty(), Optional.empty(), clock.instant());
  }

  /** When something that is owed can be tried again. */
  Optional<Instant> nextDue() {
    return outbox.nextDue();
  }

  @Override
  public CrmConnector connector(ConnectionId id) {
    return ours(id).connector;
  }

  @Override
  public CrmConnection connection(ConnectionId id) {
    return ours(id).connection;
  }

  @Override
  public CrmWebhook webhook(ConnectionId id) {
    return ours(id).webhook;
  }

  @Override
  public CrmAccount account(ConnectionId id) {
    throw new UnsupportedOperationException("The story tells everything by webhook");
  }

  private Opened ours(ConnectionId id) {
    Opened found = opened.get(id);
    if (found == null) throw new NoSuchElementException(id.value());
    return found;
  }
}
