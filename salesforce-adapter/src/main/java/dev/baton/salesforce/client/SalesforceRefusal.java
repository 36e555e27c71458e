package dev.baton.salesforce.client;

import com.sforce.soap.partner.Error;
import com.sforce.soap.partner.fault.ApiFault;
import com.sforce.ws.ConnectionException;
import dev.baton.salesforce.client.SalesforceTrouble.Refused;
import dev.baton.salesforce.client.SalesforceTrouble.Unreachable;
import dev.baton.salesforce.client.SalesforceTrouble.Unreadable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Salesforce says when it refuses, a whole call or one record of it, and leaves out
 * whatever could be somebody's data.
 */
final class SalesforceRefusal {
  static final String TOO_MANY = "REQUEST_LIMIT_EXCEEDED";
  private static final int LONGEST_MESSAGE = 200;

  /** Calls that run for 20 s and more block others; when the shortest of them ends is known. */
  private static final Duration CONCURRENT = Duration.ofSeconds(20);

  /**
   * Codes whose messages are an admin's own words to whoever meets his rule, or name what is
   * missing. The others may quote what was written.
   */
  private static final Set<String> TELLING =
      Set.of(
          "FIELD_CUSTOM_VALIDATION_EXCEPTION",
          "REQUIRED_FIELD_MISSING",
          "INVALID_FIELD",
          "INVALID_FIELD_FOR_INSERT_UPDATE",
          "INVALID_TYPE",
          "API_DISABLED_FOR_ORG",
          "TRANSFER_REQUIRES_READ",
          TOO_MANY);

  private static final Pattern VALUE =
      Pattern.compile("\\S*@\\S*|\\+?\\d[\\d ()./-]{3,}\\d|\"[^\"]*\"|“[^”]*”");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,99}");
  private static final Pattern QUOTED_CODE =
      Pattern.compile("\\b(UNABLE_TO_LOCK_ROW|INACTIVE_OWNER_OR_USER)\\b");

  private SalesforceRefusal() {}

  /**
   * Why a call as a whole gave nothing.
   *
   * @param code that of the fault, where there was one
   */
  static SalesforceTrouble of(ConnectionException failed, Optional<String> code) {
    if (failed instanceof ApiFault fault && fault.getExceptionCode() != null) {
      return refused(fault.getExceptionCode().name(), fault.getExceptionMessage(), List.of());
    }
    if (code.isPresent()) return refused(code.get(), null, List.of());
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SalesforceWire.Unanswered unanswered) {
        return new Unreachable(String.valueOf(unanswered.getMessage()));
      }
    }
    return new Unreadable("Salesforce's answer could not be read");
  }

  /** Why one record of a call was left as it was. */
  static Refused of(Error[] errors) {
    if (errors.length == 0) {
      return new Refused(
          "UNKNOWN_EXCEPTION", Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }
    Error error = errors[0];
    String code =
        error.getStatusCode() == null ? "UNKNOWN_EXCEPTION" : error.getStatusCode().name();
    String[] fields = error.getFields() == null ? new String[0] : error.getFields();
    return refused(code, error.getMessage(), Arrays.asList(fields));
  }

  private static Refused refused(String code, @Nullable String said, List<String> fields) {
    String message = said == null ? "" : said;
    var quoted = QUOTED_CODE.matcher(message);
    Optional<String> inside =
        quoted.find() && !quoted.group().equals(code)
            ? Optional.of(quoted.group())
            : Optional.empty();
    return new Refused(
        NAME.matcher(code).matches() ? code : "UNKNOWN_EXCEPTION",
        TELLING.contains(code) ? told(message) : Optional.empty(),
        fields.stream().filter(field -> NAME.matcher(field).matches()).toList(),
        inside,
        wait(code, message));
  }

  /**
   * Salesforce names no time. The day's calls come back one by one as those of a day ago fall out
   * of the count, so it is looked at again at the pace of {@link DailyCalls}; too many long calls
   * at once are a matter of seconds.
   */
  private static Optional<Duration> wait(String code, String message) {
    if (!code.equals(TOO_MANY)) return Optional.empty();
    return Optional.of(message.contains("Concurrent") ? CONCURRENT : DailyCalls.LOOKS_AGAIN);
  }

  private static Optional<String> told(String message) {
    String text = VALUE.matcher(message.replaceAll("\\s+", " ")).replaceAll("…").strip();
    if (text.length() > LONGEST_MESSAGE) text = text.substring(0, LONGEST_MESSAGE) + "…";
    return Optional.of(text).filter(left -> !left.isEmpty());
  }
}
