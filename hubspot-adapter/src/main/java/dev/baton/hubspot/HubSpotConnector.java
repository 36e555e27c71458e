package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.CONTACT_STATUS;
import static dev.baton.hubspot.HubSpotFields.OFFER_RESPONSE;
import static dev.baton.hubspot.HubSpotFields.OWNER;

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
import dev.baton.hubspot.client.HubSpotApi;
import dev.baton.hubspot.client.HubSpotAssociations;
import dev.baton.hubspot.client.HubSpotFault;
import dev.baton.hubspot.client.HubSpotOAuth;
import dev.baton.hubspot.client.HubSpotObject;
import dev.baton.hubspot.client.HubSpotObjects;
import dev.baton.hubspot.client.HubSpotOwner;
import dev.baton.hubspot.client.HubSpotOwners;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.hubspot.client.HubSpotWire;
import dev.baton.lead.CrmRecord;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Speaks with one HubSpot account. */
public final class HubSpotConnector implements CrmConnector {
  private final ConnectionId connection;
  private final HubSpotSettings settings;
  private final String clientId;
  private final InstantSource clock;
  private final HubSpotOAuth oauth;
  private final HubSpotApi api;
  private final HubSpotScopes scopes;
  private final HubSpotObjects objects;
  private final HubSpotOwners owners;
  private final HubSpotRecords records;
  private final HubSpotTasks tasks;
  private final HubSpotComments comments;
  private final HubSpotFeedback feedback;

  /**
   * @param clientId names Baton's app to HubSpot; empty with a fixed token
   * @param clientSecret proves it; empty with a fixed token
   */
  public HubSpotConnector(
      ConnectionId connection,
      HubSpotSettings settings,
      String clientId,
      String clientSecret,
      OAuthTokenVault vault,
      InstantSource clock) {
    this.connection = connection;
    this.settings = settings;
    var wire = new HubSpotWire(settings, settings.budget(), clock);
    this.clientId = clientId;
    this.clock = clock;
    this.oauth = new HubSpotOAuth(wire, clientId, clientSecret);
    var session = new HubSpotSession(oauth, vault, clock);
    this.api = new HubSpotApi(wire, session);
    this.scopes = new HubSpotScopes(oauth, session, !clientId.isEmpty());
    var associations = new HubSpotAssociations(api);
    this.objects = new HubSpotObjects(api);
    this.owners = new HubSpotOwners(api);
    this.feedback = new HubSpotFeedback(settings);
    this.records = new HubSpotRecords(objects, associations, new HubSpotFields(settings), feedback);
    this.tasks = new HubSpotTasks(objects, associations);
    this.comments = new HubSpotComments(objects, associations);
  }

  /**
   * What else can be asked of the account, within the same budget of calls.
   *
   * @param tags the names of the company's tags at the time of asking, which people can choose from
   *     in HubSpot
   */
  public CrmAccount account(Supplier<? extends Collection<String>> tags) {
    return new HubSpotAccount(connection, settings, api, scopes, tags);
  }

  /**
   * How a person lets Baton in; empty where there is no app to let in, but one fixed token.
   *
   * @param app where people use HubSpot, without a path
   */
  public Optional<CrmConsent> consent(URI app) {
    if (clientId.isEmpty()) return Optional.empty();
    return Optional.of(
        new HubSpotConsent(app, oauth, clientId, RoutedObject.of(settings.object()), clock));
  }

  @Override
  public List<RecordRead> read(List<CrmRecord> asked) {
    if (asked.size() > 100) throw new IllegalArgumentException("At most 100 records at a time");
    asked.forEach(this::checkOurs);
    return asking(() -> records.read(asked));
  }

  @Override
  public TaskRead readTask(String taskId) {
    return isId(taskId) ? asking(() -> tasks.read(taskId)) : new TaskRead.NotOurs();
  }

  @Override
  public WriteResult write(CrmWrite write, int attempt) {
    checkOurs(write.record());
    if (!isId(write.record().id())) {
      return new NeedsPerson(Cause.RECORD_GONE, "This is not an id of a HubSpot record");
    }
    try {
      return switch (write) {
        case OfferTask offer -> offer(offer, attempt);
        case CloseTask close -> close(close);
        case SetOwner owner -> setOwner(owner);
        case SetFeedback feedback -> setFeedback(feedback);
        case AddComment comment -> comments.add(comment, attempt);
      };
    } catch (HubSpotFault fault) {
      return HubSpotFaults.result(fault);
    }
  }

  @Override
  public List<CrmUser> users() {
    return asking(
        () -> {
          Map<String, CrmUser> users = new LinkedHashMap<>();
          Stream.of(false, true)
              .flatMap(archived -> owners.all(archived).stream().map(o -> user(o, !archived)))
              .forEach(user -> users.putIfAbsent(user.owner(), user));
          return List.copyOf(users.values());
        });
  }

  /** Whether a text can be an id of HubSpot's, so that asking for it makes sense. */
  static boolean isId(String text) {
    return text.matches("\\d{1,20}");
  }

  private WriteResult offer(OfferTask offer, int attempt) {
    if (offer.owner().isBlank()) return ownerNotMapped();
    return new Written(Optional.of(tasks.offer(offer, attempt)));
  }

  /** The answer is emptied first: the next agent may be asked as soon as the task is closed. */
  private WriteResult close(CloseTask close) {
    if (close.answeredInCrm()) emptyAnswer(close.record());
    tasks.close(close);
    return WriteResult.written();
  }

  private void emptyAnswer(CrmRecord record) {
    try {
      objects.patch(record.object(), record.id(), Map.of(OFFER_RESPONSE, ""));
    } catch (HubSpotFault fault) {
      if (!fault.answered(404)) throw fault; // with the record, its answer is gone as well
    }
  }

  private WriteResult setOwner(SetOwner write) {
    if (write.owner().isBlank()) return ownerNotMapped();
    CrmRecord record = write.record();
    objects.patch(record.object(), record.id(), Map.of(OWNER, write.owner()));
    return WriteResult.written();
  }

  private WriteResult setFeedback(SetFeedback write) {
    CrmRecord record = write.record();
    RoutedObject kind = RoutedObject.of(record.object());
    Optional<HubSpotObject> standing =
        feedback.looksFirst(kind, write.feedback())
            ? objects.get(record.object(), record.id(), feedback.properties(kind))
            : Optional.empty();
    if (standing.filter(r -> feedback.overruled(kind, write.feedback(), r)).isPresent()) {
      objects.patch(record.object(), record.id(), Map.of(CONTACT_STATUS, "")); // to be news again
    }
    Map<String, String> values = feedback.values(kind, write.feedback(), standing);
    objects.patch(record.object(), record.id(), values);
    return WriteResult.written();
  }

  private static WriteResult ownerNotMapped() {
    return new NeedsPerson(Cause.OWNER_NOT_MAPPED, "The agent has no owner in HubSpot");
  }

  private static CrmUser user(HubSpotOwner owner, boolean active) {
    String name = (owner.firstName() + " " + owner.lastName()).strip();
    return new CrmUser(
        owner.id(), owner.userId(), name, owner.email(), active && !owner.archived());
  }

  static <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (HubSpotFault fault) {
      throw HubSpotFaults.unavailable(fault);
    }
  }

  private void checkOurs(CrmRecord record) {
    if (!record.connection().equals(connection)) {
      throw new IllegalArgumentException(
          "A record of connection " + record.connection() + " came to " + connection);
    }
    RoutedObject.of(record.object());
  }
}
