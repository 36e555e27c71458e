package dev.baton.crm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Receives one CRM's webhooks: proves where a request comes from and splits it into notices. */
public interface CrmWebhook {

  /** Proves the request and splits it. Reads no more of the body than needed to tell duplicates. */
  Receipt receive(Request request, Instant now);

  /**
   * Reads a kept notice. Never throws: what it cannot read becomes {@link CrmNotice.Unreadable}.
   */
  CrmNotice read(String payload);

  /** What the CRM has to be told once the notices are stored; empty where a bare 200 will do. */
  default Optional<Ack> ack() {
    return Optional.empty();
  }

  /** The body of an answer that says "stored". */
  record Ack(String contentType, String body) {}

  /**
   * A request as it came over the wire.
   *
   * @param target path and query exactly as called, starting with a slash
   */
  record Request(String method, String target, Headers headers, byte[] body) {}

  /** The headers of a request; names are case-insensitive, a missing one is empty. */
  @FunctionalInterface
  interface Headers {
    Optional<String> first(String name);
  }

  /** What became of a request. */
  sealed interface Receipt {
    /** Not proved to come from the CRM: nothing is kept. */
    record Refused(String why) implements Receipt {}

    /** Proved; these are to be stored before the CRM is answered. */
    record Proved(List<Kept> notices) implements Receipt {}
  }

  /**
   * One notice to be stored.
   *
   * @param account the CRM account it speaks of (HubSpot: portal id, Salesforce: organisation id of
   *     18 characters); empty where it cannot be told
   * @param key equal for two deliveries of one notice, and for nothing else
   * @param payload the notice itself, as the CRM wrote it
   * @param failure why it cannot be understood, where that is known already
   */
  record Kept(String account, String key, String payload, Optional<String> failure) {}
}
