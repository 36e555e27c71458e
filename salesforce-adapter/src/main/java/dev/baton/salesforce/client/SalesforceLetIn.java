package dev.baton.salesforce.client;

import java.net.URI;

/**
 * What a call is made with. The vault keeps it as one text, since a token is good at one address
 * only, and another node has to find both.
 *
 * @param instance where the org is, without a path
 * @param user the id of the user Baton works as; empty where that was not told
 * @param token proves it; empty where none was had yet
 */
public record SalesforceLetIn(URI instance, String user, String token) {

  /** As the vault keeps it. */
  public String kept() {
    return instance + " " + user + " " + token;
  }

  /** Reads what {@link #kept} made; a bare token is good at the address that is set up. */
  public static SalesforceLetIn read(String kept, URI usual) {
    String[] parts = kept.split(" ", -1);
    return parts.length == 3
        ? new SalesforceLetIn(URI.create(parts[0]), parts[1], parts[2])
        : new SalesforceLetIn(usual, "", kept.strip());
  }

  /** Secrets stay out of logs. */
  @Override
  public String toString() {
    return "SalesforceLetIn[hidden, " + instance + "]";
  }
}
