package dev.baton.hubspot.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Why a call to HubSpot gave nothing. Holds neither secrets nor contact data. */
public sealed interface HubSpotTrouble {
  /** One line for people and logs. */
  String why();

  /**
   * HubSpot answered, and the answer is no.
   *
   * @param category HubSpot's class of error, such as {@code VALIDATION_ERROR}
   * @param policyName which limit was hit, such as {@code TEN_SECONDLY_ROLLING}
   * @param message what HubSpot says of it, as far as that carries nobody's data
   * @param details names of the properties, scopes and error codes it speaks of
   * @param ownerUnfit whether it says that the owner to be set does not exist or is not active
   * @param retryAfter how long to leave HubSpot alone
   * @param correlationId what HubSpot's support finds the call by
   */
  record Refused(
      int status,
      Optional<String> category,
      Optional<String> policyName,
      Optional<String> message,
      List<String> details,
      boolean ownerUnfit,
      Optional<Duration> retryAfter,
      Optional<String> correlationId)
      implements HubSpotTrouble {
    /** Among the details where a record to be joined to does not exist, or not any more. */
    public static final String GONE_IDS = "INVALID_OBJECT_IDS";

    public Refused {
      details = List.copyOf(details);
    }

    @Override
    public String why() {
      var why = new StringBuilder("HubSpot answered ").append(status);
      category.or(() -> policyName).ifPresent(text -> why.append(' ').append(text));
      message.ifPresent(text -> why.append(": ").append(text));
      if (!details.isEmpty()) why.append(" (").append(String.join(", ", details)).append(')');
      return why.toString();
    }
  }

  /** Not asked at all: the connection's budget is used up, or HubSpot wants to be left alone. */
  record Limited(Duration notBefore) implements HubSpotTrouble {
    @Override
    public String why() {
      return "Not asked: the calls of this connection are used up for now";
    }
  }

  /** No answer, or none that can be read; what was asked for may still have been done. */
  record Unreachable(String why) implements HubSpotTrouble {}

  /** Nobody lets Baton in any more; a person has to connect HubSpot again. */
  record LockedOut(String why) implements HubSpotTrouble {}
}
