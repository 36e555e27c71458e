package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.Fault.Aim;
import dev.baton.salesforce.sandbox.Fault.Effect;
import dev.baton.salesforce.sandbox.Fault.OnCall;
import dev.baton.salesforce.sandbox.Fault.OnRecord;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says how many calls a fault hits and which; the verb that says what happens switches it on. */
public final class FaultPlan {
  private static final String NO_SESSION = "Invalid Session ID found in SessionHeader: ";

  private final Consumer<Fault> switchOn;
  private final int calls;
  private final Aim aim;

  FaultPlan(Consumer<Fault> switchOn, int calls, Aim aim) {
    this.switchOn = switchOn;
    this.calls = calls;
    this.aim = aim;
  }

  /** Hits this SOAP operation only, such as {@code create}, or this path of another endpoint. */
  public FaultPlan on(String operation) {
    return new FaultPlan(switchOn, calls, new Aim(operation, aim.orgId()));
  }

  /** Hits calls to this org only. */
  public FaultPlan in(String orgId) {
    return new FaultPlan(switchOn, calls, new Aim(aim.operation(), full(orgId)));
  }

  /** INVALID_SESSION_ID in words that WSC does not renew its session for. */
  public Fault refuseSession() {
    return says(CallRefused.session());
  }

  /** INVALID_SESSION_ID in words that WSC renews its session for. */
  public Fault timeOutSession() {
    return fail("INVALID_SESSION_ID", NO_SESSION + "Session timed out");
  }

  /** INVALID_SESSION_ID in the other words that WSC renews its session for. */
  public Fault loseSession() {
    return fail(
        "INVALID_SESSION_ID",
        NO_SESSION + "Illegal Session. Session not found, missing session hash");
  }

  /** The org has made all the calls it may. */
  public Fault exceedRequestLimit() {
    return fail("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
  }

  public Fault timeOutQuery() {
    return fail("QUERY_TIMEOUT", "Your query request was running for too long.");
  }

  /** Salesforce says that it is not available, in a SOAP fault. */
  public Fault beUnavailable() {
    return fail("SERVER_UNAVAILABLE", "Server temporarily unavailable. Please try again later.");
  }

  /** The whole call is refused, with a SOAP fault of this code. */
  public Fault fail(String code, String message) {
    return says(new CallRefused(code, message));
  }

  /** A 5xx with a page for people, as during maintenance. */
  public Fault beDown(int status) {
    return plan(new OnCall.Says(Answer.html(status, "Down for maintenance")));
  }

  /** A 5xx with nothing else. */
  public Fault answerEmpty(int status) {
    return plan(new OnCall.Says(Answer.empty(status)));
  }

  /** 400 invalid_grant, for calls of the token endpoint. */
  public Fault refuseGrant() {
    var json = Json.object().put("error", "invalid_grant");
    json.put("error_description", "expired access/refresh token");
    return new FaultPlan(switchOn, calls, new Aim(TokenEndpoints.TOKEN, aim.orgId()))
        .plan(new OnCall.Says(Answer.json(400, json)));
  }

  /** The connection breaks before anything is done. */
  public Fault breakConnection() {
    return plan(new OnCall.Breaks(false));
  }

  /** The work is done, but the connection breaks before the answer. */
  public Fault loseAnswer() {
    return plan(new OnCall.Breaks(true));
  }

  /** The work is done and answered, but late. */
  public Fault answerLate(Duration by) {
    return plan(new OnCall.Dawdles(by));
  }

  /**
   * UNABLE_TO_LOCK_ROW: somebody else holds the record. Counts the writes that touch it only, those
   * of tasks that belong to it among them.
   */
  public Fault lock(String recordId) {
    return failRecords(
        "UNABLE_TO_LOCK_ROW",
        "unable to obtain exclusive access to this record or 1 records: " + recordId,
        recordId);
  }

  /** A validation rule of the org's admin refuses this record. Counts the writes to it only. */
  public Fault refuseValuesOf(String recordId) {
    return brokenRule(recordId);
  }

  /** A validation rule of the org's admin, for writes to any record. */
  public Fault refuseValues() {
    return brokenRule();
  }

  /** The integration user may not write this record. Counts the writes to it only. */
  public Fault denyAccessTo(String recordId) {
    return plan(new OnRecord(Set.of(full(recordId)), Refusal.noAccess()));
  }

  /**
   * These records of a call fail and the others do not. Counts the records.
   *
   * @param idsOrValues of the records; none for all
   */
  public Fault failRecords(String statusCode, String message, String... idsOrValues) {
    Set<String> hit = Arrays.stream(idsOrValues).map(FaultPlan::full).collect(Collectors.toSet());
    return plan(new OnRecord(hit, Refusal.of(statusCode, message)));
  }

  private Fault brokenRule(String... ids) {
    return failRecords(
        "FIELD_CUSTOM_VALIDATION_EXCEPTION", "A rule of this org asks for a rating first", ids);
  }

  private static String full(String idOrValue) {
    return Ids.full(idOrValue).orElse(idOrValue);
  }

  private Fault says(CallRefused refused) {
    return plan(new OnCall.Says(SoapAnswer.of(refused)));
  }

  private Fault plan(Effect effect) {
    var fault = new Fault(aim, calls, effect);
    switchOn.accept(fault);
    return fault;
  }
}
