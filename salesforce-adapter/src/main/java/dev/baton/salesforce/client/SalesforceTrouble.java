package dev.baton.salesforce.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Why a call to Salesforce gave nothing. Holds neither secrets nor contact data. */
public sealed interface SalesforceTrouble {
  /** One line for people and logs. */
  String why();

  /**
   * Salesforce answered, and the answer is no.
   *
   * @param code Salesforce's class of error, such as {@code UNABLE_TO_LOCK_ROW}
   * @param message what it says of it, as far as that carries nobody's data
   * @param fields names of the fields it speaks of
   * @param inside another code that its message quotes, as those of flows and triggers do
   * @param retryAfter how long to leave Salesforce alone
   */
  record Refused(
      String code,
      Optional<String> message,
      List<String> fields,
      Optional<String> inside,
      Optional<Duration> retryAfter)
      implements SalesforceTrouble {
    public Refused {
      fields = List.copyOf(fields);
    }

    @Override
    public String why() {
      var why = new StringBuilder("Salesforce answered ").append(code);
      inside.ifPresent(text -> why.append(", because of ").append(text));
      message.ifPresent(text -> why.append(": ").append(text));
      if (!fields.isEmpty()) why.append(" (").append(String.join(", ", fields)).append(')');
      return why.toString();
    }
  }

  /** Not asked at all: the day's calls are used up, or Salesforce wants to be left alone. */
  record Limited(Duration notBefore) implements SalesforceTrouble {
    @Override
    public String why() {
      return "Not asked: the calls of this connection are used up for now";
    }
  }

  /** No answer; what was asked for may still have been done. */
  record Unreachable(String why) implements SalesforceTrouble {}

  /** Answered, but in words nobody here knows, such as a code of a later version for one record. */
  record Unreadable(String why) implements SalesforceTrouble {}

  /** Nobody lets Baton in any more; a person has to connect Salesforce again. */
  record LockedOut(String why) implements SalesforceTrouble {}
}
