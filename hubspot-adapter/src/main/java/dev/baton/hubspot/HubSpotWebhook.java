package dev.baton.hubspot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmWebhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Receives HubSpot's webhooks: one request carries up to a hundred events, of any accounts. What is
 * proved is always kept, also when it cannot be understood: HubSpot would repeat a refused request
 * for a day.
 */
public final class HubSpotWebhook implements CrmWebhook {
  private static final int LONGEST_PAYLOAD = 64_000;

  private final HubSpotSignature signature;
  private final HubSpotNotices notices;

  /**
   * @param object the kind of record that is routed: such as {@code contacts}
   */
  public HubSpotWebhook(HubSpotSignature signature, String object) {
    this.signature = signature;
    this.notices = new HubSpotNotices(object);
  }

  @Override
  public Receipt receive(Request request, Instant now) {
    return signature
        .refusal(request, now)
        .<Receipt>map(Receipt.Refused::new)
        .orElseGet(
            () -> new Receipt.Proved(split(new String(request.body(), StandardCharsets.UTF_8))));
  }

  @Override
  public CrmNotice read(String payload) {
    try {
      JsonNode json = HubSpotEvent.MAPPER.readTree(payload);
      if (!json.isObject()) return new CrmNotice.Unreadable("This is not an event");
      return notices.of(new HubSpotEvent(json));
    } catch (IOException broken) {
      return new CrmNotice.Unreadable(why(broken));
    }
  }

  /** Each event in HubSpot's own words; behind a place that cannot be read nothing can be told. */
  private static List<Kept> split(String body) {
    List<Kept> kept = new ArrayList<>();
    try (JsonParser parser = HubSpotEvent.STRICT.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return List.of(unreadable(body, "The body is not an array of events"));
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) kept.add(element(parser, body));
      if (parser.nextToken() != null) {
        kept.add(unreadable(body, "Something follows the array of events"));
      }
    } catch (IOException broken) {
      kept.add(unreadable(body, why(broken)));
    }
    return kept;
  }

  private static Kept element(JsonParser parser, String body) throws IOException {
    boolean event = parser.currentToken() == JsonToken.START_OBJECT;
    int start = (int) parser.currentTokenLocation().getCharOffset();
    JsonNode json = HubSpotEvent.MAPPER.readTree(parser);
    parser.finishToken();
    int end = (int) parser.currentLocation().getCharOffset();
    String payload = body.substring(start, end);
    if (!event) return unreadable(payload.strip(), "An element of the array is not an event");
    var read = new HubSpotEvent(json);
    return new Kept(read.account(), read.key(payload), needed(json, payload), Optional.empty());
  }

  /**
   * The event without the value a property has now: it may be an address, a number or somebody's
   * words, and what counts is read back from the record. Only an agent's answer is needed.
   */
  private static String needed(JsonNode event, String payload) {
    boolean spoken = !event.path("propertyValue").asText("").isEmpty();
    if (!spoken || HubSpotNotices.isAnswer(event.path("propertyName").asText(""))) return payload;
    ((ObjectNode) event).remove("propertyValue");
    return event.toString();
  }

  private static Kept unreadable(String text, String why) {
    String payload = text.substring(0, Math.min(text.length(), LONGEST_PAYLOAD));
    return new Kept("", HubSpotEvent.sha256(text), payload, Optional.of(why));
  }

  /** The parser's own message may quote the body, so only the kind of fault is told. */
  private static String why(IOException broken) {
    return broken instanceof com.fasterxml.jackson.core.exc.StreamConstraintsException
        ? "The JSON is nested too deeply, or holds a text or number that is too long"
        : "This is not JSON";
  }
}
