package dev.baton.server.notify;

import dev.baton.message.Channel;
import dev.baton.message.Letter;
import dev.baton.message.Medium;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Short messages by Twilio's interface: {@code POST /2010-04-01/Accounts/…/Messages.json}. */
public final class SmsChannel implements Channel {
  /** Of two short messages that a telephone shows as one. */
  private static final int LONGEST = 306;

  private final SmsGateway gateway;
  private final Posting posting = new Posting();

  public SmsChannel(SmsGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public Medium medium() {
    return Medium.SMS;
  }

  @Override
  public Outcome send(Envelope envelope, Letter letter) {
    String text = text(letter);
    var fields =
        new TreeMap<>(Map.of("To", envelope.address(), "From", gateway.from(), "Body", text));
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return posting.post(
        HttpRequest.newBuilder(address())
            .header("Authorization", authorization())
            .header("Content-Type", "application/x-www-form-urlencoded")
            // Twilio does not look at it; gateways that do send a repetition once.
            .header("Idempotency-Key", envelope.id().toString())
            .POST(BodyPublishers.ofString(form)));
  }

  /** The way to all leads of the reader is told where two short messages hold it, too. */
  private static String text(Letter letter) {
    String text = letter.button().map(b -> letter.brief() + "\n" + b.url()).orElse(letter.brief());
    return letter
        .own()
        .filter(own -> letter.button().filter(b -> b.url().equals(own.url())).isEmpty())
        .map(own -> text + "\n" + own.label() + ": " + own.url())
        .filter(longer -> longer.length() <= LONGEST)
        .orElse(text);
  }

  private URI address() {
    String base = gateway.url().toString().replaceAll("/+$", "");
    return URI.create(
        base + "/2010-04-01/Accounts/" + encoded(gateway.account()) + "/Messages.json");
  }

  private String authorization() {
    byte[] both = (gateway.account() + ":" + gateway.token()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
