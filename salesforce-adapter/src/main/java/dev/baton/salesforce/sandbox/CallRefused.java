package dev.baton.salesforce.sandbox;

/** A call was refused as a whole, which Salesforce answers with a SOAP fault. */
final class CallRefused extends RuntimeException {
  private final String code;

  CallRefused(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** Such as {@code INVALID_SESSION_ID}. */
  String code() {
    return code;
  }

  /** What Salesforce says when a session opens nothing any more. */
  static CallRefused session() {
    return new CallRefused(
        "INVALID_SESSION_ID",
        "Invalid Session ID found in SessionHeader: " + "Session expired or invalid");
  }

  static CallRefused unknownType(String name) {
    return new CallRefused("INVALID_TYPE", "sObject type '" + name + "' is not supported.");
  }
}
