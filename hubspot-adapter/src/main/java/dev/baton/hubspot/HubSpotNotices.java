package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.OFFER_RESPONSE;
import static dev.baton.hubspot.HubSpotFields.TASKS;

import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmNotice.Answer;
import dev.baton.crm.CrmNotice.NotOurs;
import dev.baton.crm.CrmNotice.OfferAnswered;
import dev.baton.crm.CrmNotice.RecordChanged;
import dev.baton.crm.CrmNotice.RecordCreated;
import dev.baton.crm.CrmNotice.RecordDeleted;
import dev.baton.crm.CrmNotice.RecordsMerged;
import dev.baton.crm.CrmNotice.TaskChanged;
import dev.baton.crm.CrmNotice.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What HubSpot's events mean in Baton's words. */
final class HubSpotNotices {
  /** The kinds of record, as events name them ({@code contact.…}) or number them. */
  private static final Map<String, String> KINDS = kinds();

  private static final Map<String, Answer> ANSWERS =
      Map.of(
          "accept", Answer.ACCEPT,
          "decline", Answer.DECLINE,
          "another_chance", Answer.ANOTHER_CHANCE);

  private final String routed;

  /**
   * What only Baton writes in the name of its app, and remembers to have written. A change of these
   * by the app is old news; one by a person has an event of its own. The owner is not among them:
   * its change is read back whoever made it.
   */
  private final Set<String> ownWrites;

  HubSpotNotices(String routed) {
    this.routed = routed;
    RoutedObject.Progress progress = RoutedObject.of(routed).progress();
    this.ownWrites =
        Set.of(
            OFFER_RESPONSE,
            HubSpotFields.CONTACT_STATUS,
            HubSpotFields.DEAL_STATUS,
            HubSpotFields.EXPECTED_CURRENCY,
            HubSpotFields.REASON,
            progress.value(),
            progress.status());
  }

  CrmNotice of(HubSpotEvent event) {
    String type = event.type();
    int dot = type.indexOf('.');
    if (type.isEmpty()) return new Unreadable("The event has no type");
    if (dot < 0) return notOurs("Nothing follows from " + type);
    Optional<String> object = object(type.substring(0, dot), event);
    if (object.isEmpty()) return notOurs(type + " is about another kind of record");
    if (event.at().isEmpty()) return new Unreadable("The event has no time");
    String what = type.substring(dot + 1);
    Instant at = event.at().get();
    if (object.get().equals(TASKS)) return ofTask(event, what, at);
    if (!object.get().equals(routed)) return notOurs(type + " is not about " + routed);
    return ofRecord(event, what, at);
  }

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new HashMap<>(Map.of(HubSpotFields.TASK_TYPE, TASKS));
    for (RoutedObject kind : RoutedObject.values()) {
      kinds.put(kind.names().typeId(), kind.object());
      kinds.put(kind.names().event(), kind.object());
    }
    return Map.copyOf(kinds);
  }

  private static Optional<String> object(String prefix, HubSpotEvent event) {
    boolean generic = prefix.equals("object");
    return Optional.ofNullable(KINDS.get(generic ? event.text("objectTypeId") : prefix));
  }

  private CrmNotice ofRecord(HubSpotEvent event, String what, Instant at) {
    if (what.equals("merge")) return merge(event, at);
    String id = event.text("objectId");
    return switch (what) {
      case "creation", "propertyChange", "deletion", "privacyDeletion" ->
          !HubSpotConnector.isId(id)
              ? new Unreadable("The event names no record")
              : switch (what) {
                case "creation" -> new RecordCreated(routed, id, at);
                case "propertyChange" -> change(event, id, at);
                default -> new RecordDeleted(routed, id, at);
              };
      default -> notOurs("Nothing follows from " + event.type());
    };
  }

  /** Whether the property holds what an agent answers to an offer. */
  static boolean isAnswer(String property) {
    return property.equals(OFFER_RESPONSE);
  }

  private CrmNotice change(HubSpotEvent event, String id, Instant at) {
    String property = event.text("propertyName");
    if (property.isEmpty()) return new Unreadable("The event names no property");
    if (event.byThisApp() && ownWrites.contains(property)) {
      return notOurs("Baton itself changed " + property);
    }
    if (!isAnswer(property)) return new RecordChanged(routed, id, property, at);
    String value = event.text("propertyValue");
    if (value.isEmpty()) return notOurs("The answer was emptied");
    return Optional.ofNullable(ANSWERS.get(value))
        .<CrmNotice>map(answer -> new OfferAnswered(routed, id, answer, event.by(), at))
        .orElseGet(() -> new Unreadable("The answer is none an agent can give"));
  }

  private CrmNotice merge(HubSpotEvent event, Instant at) {
    String primary = event.text("primaryObjectId");
    String made = event.text("newObjectId");
    String into = HubSpotConnector.isId(made) ? made : primary;
    if (!HubSpotConnector.isId(into)) return new Unreadable("The merge names no record");
    List<String> ids = new ArrayList<>(event.mergedIds());
    ids.add(primary);
    ids.removeIf(id -> id.equals(into) || !HubSpotConnector.isId(id));
    return new RecordsMerged(routed, ids.stream().distinct().toList(), into, at);
  }

  private static CrmNotice ofTask(HubSpotEvent event, String what, Instant at) {
    if (!what.equals("propertyChange")) return notOurs("Nothing follows from a task's " + what);
    if (event.byThisApp()) return notOurs("Baton itself changed the task");
    String id = event.text("objectId");
    return HubSpotConnector.isId(id)
        ? new TaskChanged(id, event.by(), at)
        : new Unreadable("The event names no task");
  }

  /** Types come from outside, so they are cut before they are told. */
  private static NotOurs notOurs(String why) {
    return new NotOurs(why.length() <= 150 ? why : why.substring(0, 150) + "…");
  }
}
