package dev.baton.salesforce;

import static dev.baton.salesforce.SalesforceFields.ACTIVE;
import static dev.baton.salesforce.SalesforceFields.EMAIL;
import static dev.baton.salesforce.SalesforceFields.NAME;
import static dev.baton.salesforce.SalesforceFields.OWNER;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmConsent;
import dev.baton.crm.CrmUser;
import dev.baton.crm.CrmWrite;
import dev.baton.crm.CrmWrite.AddComment;
import dev.baton.crm.CrmWrite.CloseTask;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.crm.CrmWrite.SetFeedback;
import dev.baton.crm.CrmWrite.SetOwner;
import dev.baton.crm.OAuthTokenVault;
import dev.baton.crm.RecordRead;
import dev.baton.crm.TaskRead;
import dev.baton.crm.WriteResult;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.crm.WriteResult.Written;
import dev.baton.lead.CrmRecord;
import dev.baton.salesforce.client.SalesforceApi;
import dev.baton.salesforce.client.SalesforceChange;
import dev.baton.salesforce.client.SalesforceCredentials;
import dev.baton.salesforce.client.SalesforceCredentials.Consent;
import dev.baton.salesforce.client.SalesforceFault;
import dev.baton.salesforce.client.SalesforceOAuth;
import dev.baton.salesforce.client.SalesforceRow;
import dev.baton.salesforce.client.SalesforceSettings;
import dev.baton.salesforce.client.SalesforceTrouble.Refused;
import dev.baton.salesforce.client.SalesforceWire;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Speaks with one Salesforce org. */
public final class SalesforceConnector implements CrmConnector {
  private static final String USERS =
      "SELECT Id, %s, %s, %s FROM User".formatted(NAME, EMAIL, ACTIVE);

  private final ConnectionId connection;
  private final SalesforceSettings settings;
  private final InstantSource clock;
  private final Optional<CrmConsent> consent;
  private final SalesforceSession session;
  private final SalesforceApi api;
  private final SalesforceFeedback feedback;
  private final SalesforceRecords records;
  private final SalesforceTasks tasks;
  private final SalesforceComments comments;

  /**
   * @param vault holds the sessions, and what consent gave; at first it may hold an empty session
   */
  public SalesforceConnector(
      ConnectionId connection,
      SalesforceSettings settings,
      SalesforceCredentials credentials,
      OAuthTokenVault vault,
      InstantSource clock) {
    this.connection = connection;
    this.settings = settings;
    this.clock = clock;
    var wire = new SalesforceWire(settings);
    var oauth = new SalesforceOAuth(wire, settings.login(), credentials, clock);
    this.consent =
        credentials instanceof Consent
            ? Optional.of(new SalesforceConsent(oauth, credentials.consumerKey()))
            : Optional.empty();
    this.session = new SalesforceSession(oauth, vault);
    this.api = new SalesforceApi(settings, wire, session, clock);
    var zones = new SalesforceZones(api, clock);
    this.feedback = new SalesforceFeedback(settings);
    this.records = new SalesforceRecords(api, feedback, settings, session::user);
    this.tasks = new SalesforceTasks(api, zones, settings);
    this.comments = new SalesforceComments(api, zones, settings);
  }

  @Override
  public List<RecordRead> read(List<CrmRecord> asked) {
    if (asked.size() > 100) throw new IllegalArgumentException("At most 100 records at a time");
    asked.forEach(this::kindOf);
    return asking(() -> records.read(asked));
  }

  @Override
  public TaskRead readTask(String taskId) {
    return SalesforceRecords.fullId(taskId)
        .map(id -> asking(() -> tasks.read(id)))
        .orElseGet(TaskRead.NotOurs::new);
  }

  @Override
  public WriteResult write(CrmWrite write, int attempt) {
    RoutedObject kind = kindOf(write.record());
    if (SalesforceRecords.fullId(write.record().id()).isEmpty()) {
      return new NeedsPerson(Cause.RECORD_GONE, "This is not an id of a Salesforce record");
    }
    try {
      return switch (write) {
        case OfferTask offer -> offer(kind, offer, attempt);
        case CloseTask close -> result(tasks.close(close));
        case SetOwner owner -> setOwner(owner);
        case SetFeedback said -> update(feedback.change(kind, said.record().id(), said.feedback()));
        case AddComment comment -> comment(kind, comment);
      };
    } catch (SalesforceFault fault) {
      return SalesforceFaults.result(fault);
    }
  }

  @Override
  public List<CrmUser> users() {
    return asking(() -> api.query(USERS).stream().map(SalesforceConnector::user).toList());
  }

  /** The same org, for what is asked of it besides routing. */
  public CrmAccount account() {
    return new SalesforceAccount(connection, settings, api, clock);
  }

  /** How a person lets Baton in; empty where it comes in by its own credentials. */
  public Optional<CrmConsent> consent() {
    return consent;
  }

  /** The user Baton works as; empty before the first call, and where Salesforce did not tell. */
  public String ourUser() {
    return session.user();
  }

  private WriteResult offer(RoutedObject kind, OfferTask offer, int attempt) {
    if (offer.owner().isBlank()) return ownerNotMapped();
    return new Written(Optional.of(tasks.offer(kind, offer, attempt)));
  }

  private WriteResult comment(RoutedObject kind, AddComment comment) {
    comments.add(kind, comment);
    return WriteResult.written();
  }

  private WriteResult setOwner(SetOwner write) {
    if (write.owner().isBlank()) return ownerNotMapped();
    CrmRecord record = write.record();
    return update(SalesforceChange.of(record.object(), record.id()).put(OWNER, write.owner()));
  }

  private WriteResult update(SalesforceChange change) {
    return result(api.update(change).getFirst());
  }

  private static WriteResult result(Optional<Refused> refused) {
    return refused.map(SalesforceFaults::result).orElseGet(WriteResult::written);
  }

  private static WriteResult ownerNotMapped() {
    return new NeedsPerson(Cause.OWNER_NOT_MAPPED, "The agent has no user in Salesforce");
  }

  private static CrmUser user(SalesforceRow user) {
    return new CrmUser(
        user.id(),
        user.id(),
        user.value(NAME),
        user.value(EMAIL),
        user.value(ACTIVE).equals("true"));
  }

  static <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (SalesforceFault fault) {
      throw SalesforceFaults.unavailable(fault);
    }
  }

  private RoutedObject kindOf(CrmRecord record) {
    if (!record.connection().equals(connection)) {
      throw new IllegalArgumentException(
          "A record of connection " + record.connection() + " came to " + connection);
    }
    return RoutedObject.of(record.object());
  }
}
