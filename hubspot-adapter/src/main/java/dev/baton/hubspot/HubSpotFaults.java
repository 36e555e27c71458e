package dev.baton.hubspot;

import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.WriteResult;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.crm.WriteResult.TryAgain;
import dev.baton.hubspot.client.HubSpotFault;
import dev.baton.hubspot.client.HubSpotTrouble.Limited;
import dev.baton.hubspot.client.HubSpotTrouble.LockedOut;
import dev.baton.hubspot.client.HubSpotTrouble.Refused;
import dev.baton.hubspot.client.HubSpotTrouble.Unreachable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What HubSpot's refusals mean for a write and for a read: one table, first row that fits. */
final class HubSpotFaults {
  private static final List<Row> TABLE =
      List.of(
          // Over the account's limit. How long is told by the policy that was hit, 10 s if not.
          new Row(is(429), tryAgain(true, Optional.empty())),
          // The record is locked by another writer; only it has to wait, at least 2 s.
          new Row(is(423), tryAgain(false, Optional.of(Duration.ofSeconds(2)))),
          // The account is being moved between data centres; Retry-After says for how long.
          new Row(is(477), tryAgain(true, Optional.empty())),
          // HubSpot gave up waiting for us or for itself.
          new Row(is(408), tryAgain(true, Optional.empty())),
          new Row(refused -> refused.status() >= 500, tryAgain(true, Optional.empty())),
          // Still refused with a renewed token: the authorisation is gone.
          new Row(is(401), person(Cause.NO_ACCESS)),
          // A scope or a right is missing.
          new Row(is(403), person(Cause.NO_ACCESS)),
          new Row(is(404), person(Cause.RECORD_GONE)),
          // A task for a record that is gone is refused in these words, not with 404.
          new Row(HubSpotFaults::recordGone, person(Cause.RECORD_GONE)),
          new Row(Refused::ownerUnfit, person(Cause.INACTIVE_OWNER)),
          // Rules of the account's admin, which 2026-09 enforces on every write, and all the rest.
          new Row(any -> true, person(Cause.VALIDATION)));

  private HubSpotFaults() {}

  /** What a fault means for a write. */
  static WriteResult result(HubSpotFault fault) {
    return switch (fault.trouble()) {
      case Limited limited -> new TryAgain(limited.why(), Optional.of(limited.notBefore()), true);
      case Unreachable unreachable -> new TryAgain(unreachable.why(), Optional.empty(), true);
      case LockedOut lockedOut -> new NeedsPerson(Cause.NO_ACCESS, lockedOut.why());
      case Refused refused -> result(refused);
    };
  }

  /** What a fault means for a read: a read that no waiting helps needs a person. */
  static CrmUnavailable unavailable(HubSpotFault fault) {
    return switch (result(fault)) {
      case TryAgain again -> new CrmUnavailable(again.why(), again.notBefore(), false);
      case NeedsPerson person -> new CrmUnavailable(person.why(), Optional.empty(), true);
      case WriteResult.Written written -> throw new IllegalStateException("A fault wrote", fault);
    };
  }

  private static WriteResult result(Refused refused) {
    return TABLE.stream()
        .filter(row -> row.when().test(refused))
        .findFirst()
        .orElseThrow()
        .then()
        .meaning(refused);
  }

  private record Row(Predicate<Refused> when, Then then) {}

  private interface Then {
    WriteResult meaning(Refused refused);
  }

  private static Predicate<Refused> is(int status) {
    return refused -> refused.status() == status;
  }

  private static Then tryAgain(boolean everything, Optional<Duration> atLeast) {
    return refused -> {
      Optional<Duration> told = refused.retryAfter();
      Optional<Duration> wait =
          atLeast
              .map(least -> told.filter(t -> t.compareTo(least) > 0).orElse(least))
              .or(() -> told);
      return new TryAgain(refused.why(), wait, everything);
    };
  }

  private static Then person(Cause cause) {
    return refused -> new NeedsPerson(cause, refused.why());
  }

  private static boolean recordGone(Refused refused) {
    return refused.category().orElse("").equals("OBJECT_NOT_FOUND")
        || refused.details().contains(Refused.GONE_IDS);
  }
}
