package dev.baton.salesforce;

import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.WriteResult;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.crm.WriteResult.TryAgain;
import dev.baton.salesforce.client.SalesforceFault;
import dev.baton.salesforce.client.SalesforceTrouble.Limited;
import dev.baton.salesforce.client.SalesforceTrouble.LockedOut;
import dev.baton.salesforce.client.SalesforceTrouble.Refused;
import dev.baton.salesforce.client.SalesforceTrouble.Unreachable;
import dev.baton.salesforce.client.SalesforceTrouble.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What Salesforce's refusals mean for a write and for a read: one table, first row that fits. */
final class SalesforceFaults {
  private static final String INSTALL =
      ". Install Baton's package in Salesforce and assign its permission sets to Baton's user";

  private static final List<Row> TABLE =
      List.of(
          // Somebody else is writing to the record, or to one it belongs to; only it has to wait.
          new Row(is("UNABLE_TO_LOCK_ROW", "RECORD_IN_USE_BY_WORKFLOW"), tryAgain(false)),
          new Row(quoting("UNABLE_TO_LOCK_ROW"), tryAgain(false)),
          // Two upserts of one new key at once; the second finds the record of the first.
          new Row(is("DUPLICATE_VALUE", "DUPLICATE_EXTERNAL_ID"), tryAgain(false)),
          // The org's calls are used up. How long is chosen by us, as Salesforce does not say.
          new Row(is("REQUEST_LIMIT_EXCEEDED"), tryAgain(true)),
          // Salesforce is away, or gave up waiting for itself.
          new Row(
              is(
                  "SERVER_UNAVAILABLE",
                  "SERVICE_UNAVAILABLE",
                  "QUERY_TIMEOUT",
                  "REQUEST_RUNNING_TOO_LONG",
                  "CIRCUIT_BREAKER_OPEN_EXCEPTION",
                  "INVALID_QUERY_LOCATOR"),
              tryAgain(true)),
          new Row(is("UNKNOWN_EXCEPTION", "INTERNAL_ERROR"), tryAgain(false)),
          // Still refused with another session: the authorisation is gone.
          new Row(is("INVALID_SESSION_ID"), person(Cause.NO_ACCESS, "")),
          // A field or a kind of record Baton's user does not see, or a right he lacks.
          new Row(
              is(
                  "INVALID_FIELD",
                  "INVALID_FIELD_FOR_INSERT_UPDATE",
                  "INVALID_TYPE",
                  "INVALID_SOBJECT",
                  "INSUFFICIENT_ACCESS",
                  "INSUFFICIENT_ACCESS_OR_READONLY",
                  "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                  "CANNOT_DELETE_ENTITY"),
              person(Cause.NO_ACCESS, INSTALL)),
          new Row(
              is(
                  "API_CURRENTLY_DISABLED",
                  "API_DISABLED_FOR_ORG",
                  "FUNCTIONALITY_NOT_ENABLED",
                  "FUNCTIONALITY_TEMPORARILY_UNAVAILABLE",
                  "INVALID_OPERATION_WITH_EXPIRED_PASSWORD",
                  "LOGIN_MUST_USE_SECURITY_TOKEN",
                  "ORG_LOCKED",
                  "ORG_SUSPENDED",
                  "UNSUPPORTED_API_VERSION",
                  "USER_ACCOUNT_INACTIVE",
                  "INVALID_LOGIN"),
              person(Cause.NO_ACCESS, "")),
          // The owner has left, is none, or may not see the record.
          new Row(
              is(
                  "INACTIVE_OWNER_OR_USER",
                  "INVALID_OWNER",
                  "NO_SUCH_USER_EXISTS",
                  "OP_WITH_INVALID_USER_TYPE_EXCEPTION",
                  "TRANSFER_REQUIRES_READ"),
              person(Cause.INACTIVE_OWNER, "")),
          new Row(quoting("INACTIVE_OWNER_OR_USER"), person(Cause.INACTIVE_OWNER, "")),
          new Row(SalesforceFaults::unknownOwner, person(Cause.INACTIVE_OWNER, "")),
          // Deleted, or made a customer of, which leaves nothing that can be written to.
          new Row(
              is(
                  "ENTITY_IS_DELETED",
                  "INVALID_CROSS_REFERENCE_KEY",
                  "MALFORMED_ID",
                  "INVALID_ID_FIELD",
                  "CANNOT_UPDATE_CONVERTED_LEAD"),
              person(Cause.RECORD_GONE, "")),
          // Rules of the org's admin, and all the rest.
          new Row(any -> true, person(Cause.VALIDATION, "")));

  private SalesforceFaults() {}

  /** What a fault means for a write. */
  static WriteResult result(SalesforceFault fault) {
    return switch (fault.trouble()) {
      case Limited limited -> new TryAgain(limited.why(), Optional.of(limited.notBefore()), true);
      case Unreachable unreachable -> new TryAgain(unreachable.why(), Optional.empty(), true);
      case Unreadable unreadable -> new TryAgain(unreadable.why(), Optional.empty(), false);
      case LockedOut lockedOut -> new NeedsPerson(Cause.NO_ACCESS, lockedOut.why());
      case Refused refused -> result(refused);
    };
  }

  /** What a refusal of one record means. */
  static WriteResult result(Refused refused) {
    return TABLE.stream()
        .filter(row -> row.when().test(refused))
        .findFirst()
        .orElseThrow()
        .then()
        .meaning(refused);
  }

  /** What a fault means for a read: a read that no waiting helps needs a person. */
  static CrmUnavailable unavailable(SalesforceFault fault) {
    return switch (result(fault)) {
      case TryAgain again -> new CrmUnavailable(again.why(), again.notBefore(), false);
      case NeedsPerson person -> new CrmUnavailable(person.why(), Optional.empty(), true);
      case WriteResult.Written written -> throw new IllegalStateException("A fault wrote", fault);
    };
  }

  private record Row(Predicate<Refused> when, Then then) {}

  private interface Then {
    WriteResult meaning(Refused refused);
  }

  private static Predicate<Refused> is(String... codes) {
    Set<String> all = Set.of(codes);
    return refused -> all.contains(refused.code());
  }

  /** A flow or trigger of the org's met the error, so its code stands in the message. */
  private static Predicate<Refused> quoting(String code) {
    return refused -> refused.inside().filter(code::equals).isPresent();
  }

  private static Then tryAgain(boolean everything) {
    return refused -> new TryAgain(refused.why(), refused.retryAfter(), everything);
  }

  private static Then person(Cause cause, String advice) {
    return refused -> new NeedsPerson(cause, refused.why() + advice);
  }

  private static boolean unknownOwner(Refused refused) {
    return refused.fields().contains(SalesforceFields.OWNER)
        && (refused.code().equals("INVALID_CROSS_REFERENCE_KEY")
            || refused.code().equals("MALFORMED_ID")
            || refused.code().equals("ENTITY_IS_DELETED"));
  }
}
