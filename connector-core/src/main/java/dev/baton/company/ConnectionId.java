package dev.baton.company;

/** Names one company's connection to one account of one CRM, such as a HubSpot portal. */
public record ConnectionId(String value) {
  public ConnectionId {
    if (!value.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw new IllegalArgumentException(
          "A connection id is 1 to 63 lower-case letters, digits and hyphens, but this is: "
              + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
