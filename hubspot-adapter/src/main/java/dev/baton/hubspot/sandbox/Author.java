package dev.baton.hubspot.sandbox;

/**
 * Who changed a value, in the words of HubSpot's webhooks.
 *
 * @param changeSource such as {@code INTEGRATION}, {@code CRM_UI} or {@code FORM}
 * @param sourceId the app's id, {@code userId:} and a user's id, or empty
 */
public record Author(String changeSource, String sourceId) {
  static final Author FORM = new Author("FORM", "");

  static Author app(long appId) {
    return new Author("INTEGRATION", Long.toString(appId));
  }

  static Author person(String userId) {
    return new Author("CRM_UI", "userId:" + userId);
  }

  boolean isApp() {
    return changeSource.equals("INTEGRATION");
  }
}
