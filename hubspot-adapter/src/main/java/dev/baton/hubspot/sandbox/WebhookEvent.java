package dev.baton.hubspot.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One event as the app is told it.
 *
 * @param fields what its JSON says, but for the number of the attempt
 */
public record WebhookEvent(Map<String, Object> fields) {

  public WebhookEvent {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static WebhookEvent of(
      Change change, Subscription subscription, String portal, long appId, long eventId) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("eventId", eventId);
    fields.put("subscriptionId", subscription.id());
    fields.put("portalId", Long.parseLong(portal));
    fields.put("appId", appId);
    fields.put("occurredAt", change.at().toEpochMilli());
    fields.put("subscriptionType", subscription.name());
    fields.put("objectId", Long.parseLong(change.id()));
    if (subscription.isGeneric()) fields.put("objectTypeId", change.type().typeId());
    fields.put("changeSource", change.by().changeSource());
    if (!change.by().sourceId().isEmpty()) fields.put("sourceId", change.by().sourceId());
    switch (change) {
      case Change.Created created -> fields.put("changeFlag", "NEW");
      case Change.Deleted deleted -> fields.put("changeFlag", "DELETED");
      case Change.PropertyChanged changed -> {
        fields.put("propertyName", changed.property());
        fields.put("propertyValue", changed.value());
        fields.put("isSensitive", false);
      }
      case Change.Merged merged -> {
        fields.put("changeFlag", "MERGED");
        fields.put("primaryObjectId", Long.parseLong(merged.primary()));
        fields.put("mergedObjectIds", merged.merged().stream().map(Long::parseLong).toList());
        fields.put("newObjectId", Long.parseLong(merged.id()));
        fields.put("numberOfPropertiesMoved", merged.moved());
      }
    }
    return new WebhookEvent(fields);
  }

  public String subscriptionType() {
    return text("subscriptionType");
  }

  public String objectId() {
    return text("objectId");
  }

  public String portalId() {
    return text("portalId");
  }

  /** A field as text; empty where the event has none of that name. */
  public String text(String field) {
    return String.valueOf(fields.getOrDefault(field, ""));
  }

  /** The body of a request that tells these events, for the so-manieth time from 0. */
  static byte[] body(List<WebhookEvent> events, int attempt) {
    var all = new ArrayList<Map<String, Object>>();
    for (WebhookEvent event : events) {
      var fields = new LinkedHashMap<>(event.fields);
      fields.put("attemptNumber", attempt);
      all.add(fields);
    }
    return Json.bytes(all);
  }
}
