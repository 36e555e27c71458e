package dev.baton.hubspot.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.hubspot.client.HubSpotTrouble.Refused;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what HubSpot says when it refuses, and leaves out whatever could be somebody's data: its
 * messages quote the values they complain about. Every field of such an answer is optional.
 */
final class HubSpotRefusal {
  private static final int LONGEST_MESSAGE = 200;
  private static final int MOST_DETAILS = 10;
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  /** From here on a message may quote values: a bracket, a colon, an opening quotation mark. */
  private static final Pattern QUOTED = Pattern.compile("[\\[{(:\"“`]|(?<!\\w)['‘]");

  /** HubSpot begins such sentences with the value itself, without quotation marks. */
  private static final Pattern VALUE_FIRST =
      Pattern.compile("^.+? (?=(?:was|is) (?:not\\b|an? in|in(?:valid|active)|already\\b))");

  private static final Pattern VALUE = Pattern.compile("\\S*@\\S*|\\+?\\d[\\d ()./-]{3,}\\d");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,99}");
  private static final Pattern NAMED_IN_MESSAGE =
      Pattern.compile(
          "\"(?:name|error|code)\"\\s*:\\s*\"([a-z][a-z0-9_]{0,99}|[A-Z][A-Z0-9_]{0,99})\"");
  private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final List<String> NAMING =
      List.of("propertyName", "propertyNames", "requiredScopes", "missingScopes");

  private HubSpotRefusal() {}

  static Refused read(int status, JsonNode body, Optional<String> retryAfter, String correlation) {
    Optional<String> policy = name(body.path("policyName"));
    Optional<String> category =
        name(body.path("category"))
            .or(() -> name(body.path("errorType")))
            .or(() -> name(body.path("error")));
    String id = correlation.isEmpty() ? body.path("correlationId").asText("") : correlation;
    return new Refused(
        status,
        category,
        policy,
        message(body),
        details(body),
        OwnerComplaint.in(body),
        wait(status, policy, retryAfter),
        Optional.of(id).filter(text -> CORRELATION.matcher(text).matches()));
  }

  /**
   * How long HubSpot wants to be left alone. It names a time only sometimes, so for "too many" the
   * limit that was hit tells it (C5).
   */
  private static Optional<Duration> wait(
      int status, Optional<String> policy, Optional<String> retryAfter) {
    Optional<Duration> told =
        retryAfter
            .map(String::strip)
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    if (status != 429) return told;
    Duration window =
        switch (policy.orElse("")) {
          case "DAILY" ->
              Duration.ofHours(1); // ends at the account's midnight, which we don't know
          case "SECONDLY" -> Duration.ofSeconds(1);
          default -> Duration.ofSeconds(10); // TEN_SECONDLY_ROLLING, and what is not named
        };
    return told.filter(Duration::isPositive).or(() -> Optional.of(window));
  }

  private static Optional<String> message(JsonNode body) {
    String text = body.path("message").asText("").strip();
    var quoted = QUOTED.matcher(text);
    if (quoted.find()) text = text.substring(0, quoted.start());
    text = VALUE_FIRST.matcher(text).replaceFirst("… ");
    text = VALUE.matcher(text).replaceAll("…").strip();
    if (text.length() > LONGEST_MESSAGE) text = text.substring(0, LONGEST_MESSAGE) + "…";
    return Optional.of(text).filter(left -> !left.isEmpty());
  }

  private static List<String> details(JsonNode body) {
    Set<String> details = new LinkedHashSet<>();
    name(body.path("subCategory")).ifPresent(details::add);
    addNames(body.path("context"), details);
    for (JsonNode error : body.path("errors")) {
      name(error.path("code")).ifPresent(details::add);
      name(error.path("subCategory")).ifPresent(details::add);
      addNames(error.path("context"), details);
    }
    var named = NAMED_IN_MESSAGE.matcher(body.path("message").asText(""));
    while (named.find()) details.add(named.group(1));
    return details.stream().limit(MOST_DETAILS).toList();
  }

  private static void addNames(JsonNode context, Set<String> details) {
    if (context.has(Refused.GONE_IDS)) details.add(Refused.GONE_IDS);
    for (String field : NAMING) {
      JsonNode names = context.path(field);
      name(names).ifPresent(details::add);
      for (JsonNode each : names) name(each).ifPresent(details::add);
    }
  }

  private static Optional<String> name(JsonNode node) {
    return Optional.of(node.asText("")).filter(text -> NAME.matcher(text).matches());
  }
}
