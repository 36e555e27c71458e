package dev.baton.hubspot.sandbox;

import dev.baton.hubspot.sandbox.Fault.Aim;
import dev.baton.hubspot.sandbox.Fault.Effect;
import dev.baton.hubspot.sandbox.Fault.OnCall;
import dev.baton.hubspot.sandbox.Fault.OnRecord;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Says how many calls a fault hits and which; the verb that says what happens switches it on. */
public final class FaultPlan {
  private final Consumer<Fault> switchOn;
  private final int calls;
  private final Aim aim;

  FaultPlan(Consumer<Fault> switchOn, int calls, Aim aim) {
    this.switchOn = switchOn;
    this.calls = calls;
    this.aim = aim;
  }

  /**
   * Hits calls with this method whose path starts like this only.
   *
   * @param method empty for any
   * @param path in any version's spelling, such as {@code /crm/objects/2026-09/contacts}
   */
  public FaultPlan on(String method, String path) {
    return new FaultPlan(switchOn, calls, new Aim(method, Request.route(path), aim.portal()));
  }

  /** Hits calls to this portal only. */
  public FaultPlan in(String portalId) {
    return new FaultPlan(switchOn, calls, new Aim(aim.method(), aim.route(), portalId));
  }

  /** 429: {@code TEN_SECONDLY_ROLLING}, {@code SECONDLY} or {@code DAILY}. */
  public Fault tooManyCalls(String policyName) {
    return says(RateLimits.tooMany(policyName));
  }

  /** 401, as for a token nobody ever gave out. */
  public Fault refuseToken() {
    return says(
        Answer.of(Refusal.of(401, "INVALID_AUTHENTICATION", "The token opens nothing here")));
  }

  /** 403, as for an app whose consent lacks a scope. */
  public Fault missScopes() {
    return says(Answer.of(Refusal.of(403, "MISSING_SCOPES", "The app lacks a scope for this")));
  }

  /** A 5xx with a page for people, as from a proxy in front of a CRM that is down. */
  public Fault beDown(int status) {
    return says(Answer.html(status, "Something went wrong"));
  }

  /** A 5xx with a JSON body. */
  public Fault fail(int status) {
    return says(Answer.of(Refusal.of(status, "INTERNAL_ERROR", "Something went wrong")));
  }

  /** 477: the account is being moved. */
  public Fault migrate(Duration retryAfter) {
    return says(
        Answer.of(Refusal.of(477, "MIGRATION_IN_PROGRESS", "The account is being moved"))
            .with(Map.of("Retry-After", Long.toString(retryAfter.toSeconds()))));
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

  /** 423: somebody else holds the record. Counts the writes to this record only. */
  public Fault lock(String recordId) {
    return plan(
        new OnRecord(Set.of(recordId), false, Refusal.of(423, "LOCKED", "The record is locked")));
  }

  /** 400: a rule of the account's admin. Counts the writes to this record only. */
  public Fault refuseValuesOf(String recordId) {
    return plan(new OnRecord(Set.of(recordId), false, brokenRule()));
  }

  /** 400: a rule of the account's admin, for writes to any record. */
  public Fault refuseValues() {
    return plan(new OnRecord(Set.of(), false, brokenRule()));
  }

  /** 207: these items of a batch fail and the others do not. Counts the items. */
  public Fault failItems(String... ids) {
    return plan(
        new OnRecord(
            Set.of(ids), true, Refusal.of(500, "INTERNAL_ERROR", "This one did not work")));
  }

  private static Refusal brokenRule() {
    return Refusal.invalid("A rule of this account asks for another lifecyclestage first");
  }

  private Fault says(Answer answer) {
    return plan(new OnCall.Says(answer));
  }

  private Fault plan(Effect effect) {
    var fault = new Fault(aim, calls, effect);
    switchOn.accept(fault);
    return fault;
  }
}
