package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.COMMENT;
import static dev.baton.hubspot.HubSpotFields.CONTACT_STATUS;
import static dev.baton.hubspot.HubSpotFields.DEAL_STATUS;
import static dev.baton.hubspot.HubSpotFields.EXPECTED_CURRENCY;
import static dev.baton.hubspot.HubSpotFields.REASON;

import dev.baton.crm.StatusMapping;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.ExpectedValue;
import dev.baton.feedback.Feedback;
import dev.baton.hubspot.client.HubSpotObject;
import dev.baton.hubspot.client.HubSpotSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How feedback stands in a record: in Baton's own properties, and in the account's own status where
 * an admin has said what its values mean. Where the two disagree, who spoke last is right (decision
 * 0023).
 */
final class HubSpotFeedback {
  private final String routed;
  private final StatusMapping statuses;
  private final String currency;

  HubSpotFeedback(HubSpotSettings settings) {
    this.routed = settings.object();
    this.statuses = settings.statuses();
    this.currency = settings.currency();
  }

  /** The properties that are read. */
  List<String> properties(RoutedObject kind) {
    var all =
        new ArrayList<>(
            List.of(
                CONTACT_STATUS,
                DEAL_STATUS,
                kind.progress().value(),
                EXPECTED_CURRENCY,
                REASON,
                COMMENT));
    all.add(kind.progress().currency());
    if (mapped(kind)) all.add(status(kind));
    all.removeIf(String::isEmpty);
    return all;
  }

  /** The properties whose times tell who spoke last. */
  List<String> speaking(RoutedObject kind) {
    return List.of(CONTACT_STATUS, DEAL_STATUS, status(kind));
  }

  /**
   * Whether what stands in the record has to be known before this feedback is written: no status
   * says it, or several do, of which one may stand there already, or there is a value to be taken
   * back that may never have been Baton's.
   */
  boolean looksFirst(RoutedObject kind, Feedback feedback) {
    boolean one = statuses.pairs().stream().filter(pair -> says(pair, feedback)).count() == 1;
    return (mapped(kind) && !one) || (feedback.value().isEmpty() && !kind.valueIsBatons());
  }

  /**
   * Whether this feedback would be lost on HubSpot: the account's status has overruled the very
   * same, no status says it, and HubSpot gives no new time to a property that stays as it is.
   */
  boolean overruled(RoutedObject kind, Feedback feedback, HubSpotObject standing) {
    return statuses.valueFor(feedback).isEmpty()
        && disputed(kind, standing)
        && byBaton(standing).filter(own -> agree(own, feedback)).isPresent();
  }

  /**
   * The properties that tell the account of this feedback.
   *
   * @param standing the record as it is, where it was looked at
   */
  Map<String, String> values(
      RoutedObject kind, Feedback feedback, Optional<HubSpotObject> standing) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(CONTACT_STATUS, feedback.contact().name());
    values.put(DEAL_STATUS, feedback.deal().name());
    values.put(
        kind.progress().value(), feedback.value().map(v -> v.amount().toPlainString()).orElse(""));
    values.put(
        EXPECTED_CURRENCY, feedback.value().map(v -> v.currency().getCurrencyCode()).orElse(""));
    values.put(REASON, feedback.reason());
    if (feedback.value().isEmpty() && standing.filter(r -> isAccountsValue(kind, r)).isPresent()) {
      values.remove(kind.progress().value());
    }
    boolean said =
        standing.flatMap(r -> byStatus(kind, r)).filter(by -> agree(by, feedback)).isPresent();
    if (mapped(kind) && !said) {
      statuses.valueFor(feedback).ifPresent(value -> values.put(status(kind), value));
    }
    return values;
  }

  /** Whether Baton's properties and the account's status say different things. */
  boolean disputed(RoutedObject kind, HubSpotObject record) {
    Optional<Feedback> own = byBaton(record);
    Optional<Feedback> status = byStatus(kind, record);
    return own.isPresent() && status.isPresent() && !agree(own.get(), status.get());
  }

  /** Whether the account's status was changed after Baton's properties. */
  boolean statusSpokeLast(RoutedObject kind, Map<String, Instant> changedAt) {
    Instant status = changedAt.getOrDefault(status(kind), Instant.MIN);
    return Stream.of(CONTACT_STATUS, DEAL_STATUS)
        .allMatch(own -> status.isAfter(changedAt.getOrDefault(own, Instant.MIN)));
  }

  /** What the record says; empty where it says nothing. */
  Optional<Feedback> of(RoutedObject kind, HubSpotObject record, boolean statusSpokeLast) {
    Optional<Feedback> own = byBaton(record);
    Optional<Feedback> status = byStatus(kind, record);
    Optional<Feedback> progress = statusSpokeLast ? status.or(() -> own) : own.or(() -> status);
    Optional<ExpectedValue> value = value(kind, record);
    String reason = record.property(REASON);
    if (progress.isEmpty() && value.isEmpty() && reason.isBlank()) return Optional.empty();
    Feedback said = progress.orElse(Feedback.NONE);
    return Optional.of(new Feedback(said.contact(), said.deal(), value, reason));
  }

  private boolean mapped(RoutedObject kind) {
    return kind.object().equals(routed) && !statuses.pairs().isEmpty();
  }

  private String status(RoutedObject kind) {
    return statuses.field().isEmpty() ? kind.statusProperty() : statuses.field();
  }

  private Optional<Feedback> byStatus(RoutedObject kind, HubSpotObject record) {
    return mapped(kind) ? statuses.feedbackOf(record.property(status(kind))) : Optional.empty();
  }

  private static Optional<Feedback> byBaton(HubSpotObject record) {
    Optional<ContactStatus> contact =
        named(ContactStatus.values(), record.property(CONTACT_STATUS));
    Optional<DealStatus> deal = named(DealStatus.values(), record.property(DEAL_STATUS));
    return contact.isEmpty() && deal.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Feedback(
                contact.orElse(ContactStatus.NOT_CONTACTED), deal.orElse(DealStatus.NONE)));
  }

  /** Baton names the currency of each value it writes, so one without is the account's own. */
  private static boolean isAccountsValue(RoutedObject kind, HubSpotObject record) {
    return !kind.valueIsBatons() && record.property(EXPECTED_CURRENCY).isEmpty();
  }

  private Optional<ExpectedValue> value(RoutedObject kind, HubSpotObject record) {
    String amount = record.property(kind.progress().value());
    if (amount.isBlank()) return Optional.empty();
    String code =
        Stream.of(EXPECTED_CURRENCY, kind.progress().currency())
            .map(record::property)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse(currency);
    try {
      return Optional.of(ExpectedValue.of(amount, code.strip()));
    } catch (IllegalArgumentException none) {
      return Optional.empty(); // people write what they like; what is no value says nothing
    }
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Arrays.stream(values).filter(v -> v.name().equals(name.strip())).findFirst();
  }

  private static boolean agree(Feedback one, Feedback other) {
    return one.contact() == other.contact() && one.deal() == other.deal();
  }

  private static boolean says(StatusMapping.Pair pair, Feedback feedback) {
    return pair.contact() == feedback.contact() && pair.deal() == feedback.deal();
  }
}
