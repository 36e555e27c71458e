package dev.baton.hubspot.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises that HubSpot refuses an owner who does not exist or has left. HubSpot has no category
 * of its own for that, so its texts and codes are looked through. They are not kept: they quote
 * values.
 */
final class OwnerComplaint {
  private static final int LONGEST = 4_000;

  private static final Pattern TEXT =
      Pattern.compile(
          "owner(_id)?\\b[^.\\[{]{0,60}\\b(not exist|not found|not valid|not active|not an active"
              + "|inactive|invalid|deactivated|archived)\\b"
              + "|\\b(invalid|inactive|unknown|no such|no active|not a valid|not an active) owner\\b");

  /** The codes of a refused property, in whatever order its name and its error stand. */
  private static final Pattern CODE =
      Pattern.compile("invalid_option|(invalid|inactive|unknown)_owner|owner_(not_|inactive)");

  private static final Pattern PROPERTY = Pattern.compile("\\{[^{}]*hubspot_owner_id[^{}]*}");
  private static final Pattern INNER = Pattern.compile("\"message\"\\s*:\\s*\"([^\"]*)\"");

  private OwnerComplaint() {}

  static boolean in(JsonNode body) {
    for (String text : texts(body)) {
      if (TEXT.matcher(text).find()) return true;
      var property = PROPERTY.matcher(text);
      while (property.find()) if (CODE.matcher(property.group()).find()) return true;
    }
    return false;
  }

  private static List<String> texts(JsonNode body) {
    List<String> texts = new ArrayList<>();
    String message = lower(body.path("message"));
    texts.add(message);
    var inner = INNER.matcher(message);
    while (inner.find()) texts.add(inner.group(1));
    for (JsonNode error : body.path("errors")) {
      texts.add(lower(error.path("message")));
      if (error.path("context").toString().contains("hubspot_owner_id")) {
        texts.add("{hubspot_owner_id " + lower(error.path("code")) + "}");
      }
    }
    return texts;
  }

  private static String lower(JsonNode node) {
    String text = node.asText("");
    return text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
  }
}
