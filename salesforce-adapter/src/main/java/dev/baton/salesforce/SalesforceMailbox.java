package dev.baton.salesforce;

/**
 * Where one org's outbound messages arrive. They carry no signature, so the secret in the address
 * is what proves them, together with the org they name (domain §11).
 *
 * @param organization the org's id of 18 characters; one of 15 is made longer
 * @param secret the last part of the address, of 128 bits at least: 22 characters of base64url
 */
public record SalesforceMailbox(String organization, String secret) {
  private static final int SHORTEST_SECRET = 22;

  public SalesforceMailbox {
    organization = SalesforceId.parse(organization).toString();
    if (secret.length() < SHORTEST_SECRET || !secret.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException(
          "The secret of an address for outbound messages has 22 letters and digits at least");
    }
  }

  /** Secrets stay out of logs. */
  @Override
  public String toString() {
    return "SalesforceMailbox[" + organization + "]";
  }
}
