package dev.baton.salesforce.client;

import com.sforce.soap.partner.DeleteResult;
import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.Error;
import com.sforce.soap.partner.GetUserInfoResult;
import com.sforce.soap.partner.LimitInfo;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.QueryResult;
import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.UpsertResult;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import dev.baton.salesforce.client.SalesforceTrouble.Limited;
import dev.baton.salesforce.client.SalesforceTrouble.Refused;
import dev.baton.salesforce.client.SalesforceTrouble.Unreachable;
import dev.baton.salesforce.client.SalesforceTrouble.Unreadable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes calls of the SOAP API in the name of an org's user, within the org's calls for a day, with
 * a second try when the session has ended.
 */
public final class SalesforceApi {
  /** Salesforce refuses the whole of a call with more. */
  private static final int LARGEST_WRITE = 200;

  private static final String NO_SESSION = "INVALID_SESSION_ID";
  private static final String ALL_CALLS = "API REQUESTS";

  private final SalesforceSettings settings;
  private final SalesforceWire wire;
  private final SalesforceAccess access;
  private final DailyCalls calls;
  private final InstantSource clock;

  public SalesforceApi(
      SalesforceSettings settings,
      SalesforceWire wire,
      SalesforceAccess access,
      InstantSource clock) {
    this.settings = settings;
    this.wire = wire;
    this.access = access;
    this.calls = new DailyCalls(settings.share());
    this.clock = clock;
  }

  /** Somebody who can be asked for. */
  public record Me(String user, String organization, String organizationName, String timeZone) {}

  /** All records a query finds. */
  public List<SalesforceRow> query(String soql) {
    var rows = new ArrayList<SalesforceRow>();
    QueryResult found = call(c -> c.query(soql));
    add(found, rows);
    while (!found.isDone()) {
      String further = found.getQueryLocator();
      found = call(c -> c.queryMore(further));
      add(found, rows);
    }
    return rows;
  }

  /**
   * Changes at most 200 records, each on its own; answers what kept any from being changed, in the
   * order given.
   */
  public List<Optional<Refused>> update(SalesforceChange... changes) {
    SObject[] objects = objects(changes);
    SaveResult[] saved = call(c -> c.update(objects));
    checkAnswers(saved.length, changes.length);
    return Arrays.stream(saved).map(r -> refusal(r.isSuccess(), r.getErrors())).toList();
  }

  /** Creates a record and answers its id. */
  public String create(SalesforceChange change) {
    SObject[] objects = objects(change);
    SaveResult[] saved = call(c -> c.create(objects));
    checkAnswers(saved.length, 1);
    refusal(saved[0].isSuccess(), saved[0].getErrors()).ifPresent(SalesforceApi::refuse);
    return saved[0].getId();
  }

  /** Creates a record, or changes the one with the same key, and answers its id. */
  public String upsert(String keyField, SalesforceChange change) {
    SObject[] objects = objects(change);
    UpsertResult[] saved = call(c -> c.upsert(keyField, objects));
    checkAnswers(saved.length, 1);
    refusal(saved[0].isSuccess(), saved[0].getErrors()).ifPresent(SalesforceApi::refuse);
    return saved[0].getId();
  }

  /** Puts a record into the recycle bin. */
  public void delete(String id) {
    DeleteResult[] deleted = call(c -> c.delete(new String[] {id}));
    checkAnswers(deleted.length, 1);
    refusal(deleted[0].isSuccess(), deleted[0].getErrors()).ifPresent(SalesforceApi::refuse);
  }

  /** A kind of record as Baton's user sees it. */
  public SalesforceSchema describe(String object) {
    DescribeSObjectResult described = call(c -> c.describeSObject(object));
    return SalesforceSchema.of(described);
  }

  /** Who Baton is in the org. */
  public Me me() {
    GetUserInfoResult told = call(PartnerConnection::getUserInfo);
    return new Me(
        told.getUserId(),
        told.getOrganizationId(),
        told.getOrganizationName(),
        told.getUserTimeZone() == null ? "" : told.getUserTimeZone());
  }

  /** Something asked of one connection. */
  private interface Asking<T> {
    T of(PartnerConnection connection) throws ConnectionException;
  }

  private <T> T call(Asking<T> asking) {
    SalesforceLetIn letIn = access.letIn();
    try {
      return asked(letIn, asking);
    } catch (SalesforceFault fault) {
      if (!fault.refusedWith(NO_SESSION)) throw fault;
      Optional<SalesforceLetIn> another = access.insteadOf(letIn);
      if (another.isEmpty()) throw fault;
      return asked(another.get(), asking);
    }
  }

  /** A connection of WSC's is one caller's alone, so each call has its own. */
  private <T> T asked(SalesforceLetIn letIn, Asking<T> asking) {
    calls
        .take(clock.instant())
        .ifPresent(
            wait -> {
              throw new SalesforceFault(new Limited(wait));
            });
    var transport = new SoapTransport(wire);
    try {
      PartnerConnection connection = connection(letIn, transport);
      T answer = asking.of(connection);
      learn(connection);
      return answer;
    } catch (ConnectionException failed) {
      throw new SalesforceFault(noted(SalesforceRefusal.of(failed, transport.faultCode())));
    } catch (IllegalArgumentException | IllegalStateException | ClassCastException unreadable) {
      // Its message may quote the answer.
      String kind = unreadable.getClass().getSimpleName();
      throw new SalesforceFault(new Unreadable("Salesforce's answer could not be read: " + kind));
    }
  }

  /** The endpoint is always set, since the library's own is a host for tests (decision 0022). */
  private PartnerConnection connection(SalesforceLetIn letIn, SoapTransport transport)
      throws ConnectionException {
    var config = new ConnectorConfig();
    config.setManualLogin(true);
    config.setSessionId(letIn.token());
    config.setServiceEndpoint(
        letIn.instance().resolve("/services/Soap/u/" + settings.version()).toString());
    config.setTransportFactory(() -> transport);
    var connection = new PartnerConnection(config);
    connection.setAssignmentRuleHeader(null, false);
    connection.setAllOrNoneHeader(false);
    connection.setDuplicateRuleHeader(true, false, false);
    return connection;
  }

  private void learn(PartnerConnection connection) {
    if (connection.getLimitInfoHeader() == null) return;
    for (LimitInfo limit : connection.getLimitInfoHeader().getLimitInfo()) {
      if (ALL_CALLS.equals(limit.getType())) {
        calls.told(limit.getCurrent(), limit.getLimit(), clock.instant());
      }
    }
  }

  private SalesforceTrouble noted(SalesforceTrouble trouble) {
    Instant now = clock.instant();
    if (trouble instanceof Refused refused) {
      refused.retryAfter().ifPresent(wait -> calls.closeUntil(now.plus(wait)));
    }
    return trouble;
  }

  private static SObject[] objects(SalesforceChange... changes) {
    if (changes.length > LARGEST_WRITE) {
      throw new IllegalArgumentException("At most 200 records at a time, not " + changes.length);
    }
    return Arrays.stream(changes).map(SalesforceChange::sobject).toArray(SObject[]::new);
  }

  private static Optional<Refused> refusal(boolean success, Error[] errors) {
    return success ? Optional.empty() : Optional.of(SalesforceRefusal.of(errors));
  }

  private static void refuse(Refused refused) {
    throw new SalesforceFault(refused);
  }

  private static void checkAnswers(int answers, int asked) {
    if (answers != asked) {
      throw new SalesforceFault(new Unreachable("Salesforce answered only in part"));
    }
  }

  private static void add(QueryResult found, List<SalesforceRow> rows) {
    for (SObject object : found.getRecords()) rows.add(SalesforceRow.of(object));
  }
}
