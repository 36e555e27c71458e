package dev.baton.server.notify;

import java.net.URI;

/**
 * Where short messages are handed over: Twilio, or whoever speaks as Twilio does.
 *
 * @param from a number, or a word where the country allows it
 */
public record SmsGateway(URI url, String account, String token, String from) {
  /** Secrets stay out of logs. */
  @Override
  public String toString() {
    return "SmsGateway[" + url + "]";
  }
}
