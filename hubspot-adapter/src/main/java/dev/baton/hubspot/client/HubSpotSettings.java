package dev.baton.hubspot.client;

import dev.baton.crm.RateBudget;
import dev.baton.crm.StatusMapping;
import java.net.URI;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * How one HubSpot account is spoken with.
 *
 * @param api where HubSpot's API is, without a path
 * @param version the dated API version in every CRM path
 * @param oauthVersion the dated API version of the token endpoints, which move on their own
 * @param requestTimeout from sending a request to the last byte of its answer
 * @param object the kind of record that is routed: {@code contacts}, {@code leads}, {@code tickets}
 *     or {@code deals}
 * @param subjectProperty the property that holds the subject of a contact, which has none of its
 *     own
 * @param furtherProperties properties that tags are looked for in, beside the usual ones
 * @param statuses what the values of the account's own status mean; nothing is mapped until an
 *     admin says so. Where it names no field, the usual one of the object is meant
 * @param currency the ISO 4217 code of a value that stands in a record without its currency
 * @param callsPerTenSeconds what HubSpot allows this connection (C5: 110 for a marketplace app)
 * @param share the part of it Baton uses, above 0 and at most 1 (promise P11: 0.7)
 */
public record HubSpotSettings(
    URI api,
    String version,
    String oauthVersion,
    Duration connectTimeout,
    Duration requestTimeout,
    String object,
    String subjectProperty,
    List<String> furtherProperties,
    StatusMapping statuses,
    String currency,
    int callsPerTenSeconds,
    double share) {
  /** The API version Baton was written against. */
  public static final String VERSION = "2026-09";

  /** The version HubSpot names for the token endpoints. */
  public static final String OAUTH_VERSION = "2026-03";

  public static final String CONTACTS = "contacts";
  public static final String LEADS = "leads";
  public static final String TICKETS = "tickets";
  public static final String DEALS = "deals";

  private static final Set<String> OBJECTS = Set.of(CONTACTS, LEADS, TICKETS, DEALS);

  private static final Duration BUDGET_WINDOW = Duration.ofSeconds(10);

  public HubSpotSettings {
    if (!OBJECTS.contains(object)) {
      throw new IllegalArgumentException(
          "Baton routes contacts, leads, tickets or deals, not " + object);
    }
    Currency.getInstance(currency);
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("A share of the calls is above 0 and at most 1");
    }
    if (!Set.of("http", "https").contains(String.valueOf(api.getScheme()))) {
      throw new IllegalArgumentException("HubSpot's API is at an http or https address");
    }
    furtherProperties = List.copyOf(furtherProperties);
  }

  /** Routes contacts of an account at HubSpot itself. */
  public static HubSpotSettings defaults() {
    return new HubSpotSettings(
        URI.create("https://api.hubapi.com"),
        VERSION,
        OAUTH_VERSION,
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        CONTACTS,
        "baton_subject",
        List.of(),
        StatusMapping.NONE,
        "USD",
        110,
        0.7);
  }

  public HubSpotSettings at(URI otherApi) {
    return new HubSpotSettings(
        otherApi,
        version,
        oauthVersion,
        connectTimeout,
        requestTimeout,
        object,
        subjectProperty,
        furtherProperties,
        statuses,
        currency,
        callsPerTenSeconds,
        share);
  }

  public HubSpotSettings routing(String otherObject) {
    return new HubSpotSettings(
        api,
        version,
        oauthVersion,
        connectTimeout,
        requestTimeout,
        otherObject,
        subjectProperty,
        furtherProperties,
        statuses,
        currency,
        callsPerTenSeconds,
        share);
  }

  public HubSpotSettings lookingAt(List<String> properties) {
    return new HubSpotSettings(
        api,
        version,
        oauthVersion,
        connectTimeout,
        requestTimeout,
        object,
        subjectProperty,
        properties,
        statuses,
        currency,
        callsPerTenSeconds,
        share);
  }

  public HubSpotSettings mapping(StatusMapping otherStatuses) {
    return new HubSpotSettings(
        api,
        version,
        oauthVersion,
        connectTimeout,
        requestTimeout,
        object,
        subjectProperty,
        furtherProperties,
        otherStatuses,
        currency,
        callsPerTenSeconds,
        share);
  }

  public HubSpotSettings valuedIn(String otherCurrency) {
    return new HubSpotSettings(
        api,
        version,
        oauthVersion,
        connectTimeout,
        requestTimeout,
        object,
        subjectProperty,
        furtherProperties,
        statuses,
        otherCurrency,
        callsPerTenSeconds,
        share);
  }

  public HubSpotSettings patientFor(Duration otherRequestTimeout) {
    return new HubSpotSettings(
        api,
        version,
        oauthVersion,
        connectTimeout,
        otherRequestTimeout,
        object,
        subjectProperty,
        furtherProperties,
        statuses,
        currency,
        callsPerTenSeconds,
        share);
  }

  public HubSpotSettings using(double otherShare) {
    return new HubSpotSettings(
        api,
        version,
        oauthVersion,
        connectTimeout,
        requestTimeout,
        object,
        subjectProperty,
        furtherProperties,
        statuses,
        currency,
        callsPerTenSeconds,
        otherShare);
  }

  /** A fresh budget of searches for one connection: HubSpot allows an account 5 a second (C5). */
  RateBudget searchBudget() {
    return new RateBudget(5, Duration.ofSeconds(1), share);
  }

  /** A fresh budget of calls for one connection. */
  public RateBudget budget() {
    return new RateBudget(callsPerTenSeconds, BUDGET_WINDOW, share);
  }
}
