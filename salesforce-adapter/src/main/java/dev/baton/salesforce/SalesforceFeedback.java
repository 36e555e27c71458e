package dev.baton.salesforce;

import static dev.baton.salesforce.SalesforceFields.COMMENT;
import static dev.baton.salesforce.SalesforceFields.CONTACT_STATUS;
import static dev.baton.salesforce.SalesforceFields.DEAL_STATUS;
import static dev.baton.salesforce.SalesforceFields.EXPECTED_CURRENCY;
import static dev.baton.salesforce.SalesforceFields.EXPECTED_VALUE;
import static dev.baton.salesforce.SalesforceFields.REASON;

import dev.baton.crm.StatusMapping;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.ExpectedValue;
import dev.baton.feedback.Feedback;
import dev.baton.salesforce.client.SalesforceChange;
import dev.baton.salesforce.client.SalesforceRow;
import dev.baton.salesforce.client.SalesforceSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How feedback stands in a record: in Baton's own fields, in the org's own status where an admin
 * has said what its values mean, and in what Salesforce says of closed records.
 */
final class SalesforceFeedback {
  private final StatusMapping statuses;
  private final String currency;

  SalesforceFeedback(SalesforceSettings settings) {
    this.statuses = settings.statuses();
    this.currency = settings.currency();
  }

  /** The fields that are read. */
  List<String> fields(RoutedObject kind) {
    var progress = kind.progress();
    return Stream.of(
            CONTACT_STATUS,
            DEAL_STATUS,
            EXPECTED_VALUE,
            EXPECTED_CURRENCY,
            REASON,
            COMMENT,
            status(kind),
            progress.closed(),
            progress.won(),
            progress.value())
        .filter(field -> !field.isEmpty())
        .distinct()
        .toList();
  }

  /** What tells the org of this feedback. */
  SalesforceChange change(RoutedObject kind, String id, Feedback feedback) {
    SalesforceChange change =
        SalesforceChange.of(kind.object(), id)
            .put(CONTACT_STATUS, feedback.contact().name())
            .put(DEAL_STATUS, feedback.deal().name())
            .putOrEmpty(REASON, feedback.reason())
            .putOrEmpty(
                EXPECTED_CURRENCY,
                feedback.value().map(v -> v.currency().getCurrencyCode()).orElse(""));
    feedback
        .value()
        .ifPresentOrElse(
            value -> change.put(EXPECTED_VALUE, value.amount().doubleValue()),
            () -> change.empty(EXPECTED_VALUE));
    statuses.valueFor(feedback).ifPresent(value -> change.put(status(kind), value));
    return change;
  }

  /** What the record says; empty where it says nothing. */
  Optional<Feedback> of(RoutedObject kind, SalesforceRow record) {
    Optional<Feedback> own = byBaton(record);
    Optional<Feedback> org = byStatus(kind, record).or(() -> byEnd(kind, record));
    Optional<Feedback> progress = orgHasGoneOn(kind, own, record) ? org : own.or(() -> org);
    Optional<ExpectedValue> value = value(kind, record);
    String reason = record.value(REASON);
    if (progress.isEmpty() && value.isEmpty() && reason.isBlank()) return Optional.empty();
    Feedback said = progress.orElse(Feedback.NONE);
    return Optional.of(new Feedback(said.contact(), said.deal(), value, reason));
  }

  /**
   * Whether the org's status says more than Baton's fields. Baton writes both at once, so where the
   * status is another than it would have written, somebody has changed it since; where Baton had
   * none to write, it is an old one, unless it has closed the record (decision 0022).
   */
  private boolean orgHasGoneOn(RoutedObject kind, Optional<Feedback> own, SalesforceRow record) {
    if (own.isEmpty()) return true;
    Optional<Feedback> status = byStatus(kind, record);
    if (status.isEmpty()) {
      return byEnd(kind, record).filter(end -> end.deal() != own.get().deal()).isPresent();
    }
    boolean same =
        status.get().contact() == own.get().contact() && status.get().deal() == own.get().deal();
    return !same && statuses.valueFor(own.get()).isPresent();
  }

  private String status(RoutedObject kind) {
    return statuses.field().isEmpty() ? kind.progress().status() : statuses.field();
  }

  private Optional<Feedback> byStatus(RoutedObject kind, SalesforceRow record) {
    return statuses.feedbackOf(record.value(status(kind)));
  }

  /** Salesforce derives from the status whether a record is closed, and how. */
  private static Optional<Feedback> byEnd(RoutedObject kind, SalesforceRow record) {
    if (!isTrue(record.value(kind.progress().closed()))) return Optional.empty();
    boolean won = isTrue(record.value(kind.progress().won()));
    return Optional.of(
        new Feedback(
            ContactStatus.CONTACTED, won ? DealStatus.CLOSED_WON : DealStatus.CLOSED_LOST));
  }

  private static Optional<Feedback> byBaton(SalesforceRow record) {
    Optional<ContactStatus> contact = named(ContactStatus.values(), record.value(CONTACT_STATUS));
    Optional<DealStatus> deal = named(DealStatus.values(), record.value(DEAL_STATUS));
    return contact.isEmpty() && deal.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Feedback(
                contact.orElse(ContactStatus.NOT_CONTACTED), deal.orElse(DealStatus.NONE)));
  }

  private Optional<ExpectedValue> value(RoutedObject kind, SalesforceRow record) {
    String own = record.value(EXPECTED_VALUE);
    String amount = own.isBlank() ? record.value(kind.progress().value()) : own;
    String code = record.value(EXPECTED_CURRENCY).strip();
    if (amount.isBlank()) return Optional.empty();
    try {
      return Optional.of(ExpectedValue.of(amount, code.isEmpty() ? currency : code));
    } catch (IllegalArgumentException none) {
      return Optional.empty(); // people write what they like; what is no value says nothing
    }
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Arrays.stream(values).filter(v -> v.name().equals(name.strip())).findFirst();
  }

  private static boolean isTrue(String value) {
    return value.equals("true");
  }
}
