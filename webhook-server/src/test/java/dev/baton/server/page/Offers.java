package dev.baton.server.page;

import static org.awaitility.Awaitility.await;

import dev.baton.server.Installation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Offers of one company: Ada, then Ben, is asked about the harbour; Kara and Leo catch the rest.
 */
final class Offers implements AutoCloseable {
  static final String WISH =
      "A quiet warehouse at the harbour. Commercial, high value, old town or garden district,"
          + " with a lift. Please ring Winifred on 0171 5550123 after six.";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Installation installation;
  private int people;

  private Offers(Installation installation) {
    this.installation = installation;
  }

  /**
   * Offers that last, such as five minutes or two seconds.
   *
   * @param data an empty directory
   */
  static Offers lasting(Duration window, Path data) {
    return new Offers(
        new Installation(data, Optional.empty())
            .company("Harbour Homes", "Europe/Berlin")
            .agent(
                "Ada Brook",
                "Harbour",
                "Commercial",
                "High Value",
                "Old Town",
                "Garden District",
                "Lift")
            .agent("Ben Carter", "Harbour", "Commercial")
            .catchall("Kara Lowe")
            .catchall("Leo Marsh")
            .windows(window, Duration.ofHours(24))
            .start());
  }

  /** Somebody asks for a place at the harbour; answers the contact's id. */
  String lead() {
    return lead(WISH);
  }

  /** A lead nobody in line wants to know of, which is offered to the catchalls at once. */
  String leadForCatchalls() {
    return lead("Just a question about nothing in particular.");
  }

  private String lead(String message) {
    people++;
    return installation
        .portal()
        .createContact(
            Map.of(
                "firstname", "Winifred",
                "lastname", "Featherstonehaugh",
                "email", "winifred." + people + "@customer.example",
                "phone", "+44 (0)171 555 0123 ext. " + people,
                "message", message,
                "company", "Featherstonehaugh & Daughters",
                "hs_analytics_source", "ORGANIC_SEARCH"));
  }

  /** The link in the agent's open task about the lead, as soon as it is there. */
  URI link(String lead, String agent) {
    return await("a task of " + agent)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> installation.taskFor(lead, agent), Optional::isPresent)
        .map(installation::link)
        .orElseThrow();
  }

  /** Somebody makes the agent the lead's owner in the CRM. */
  void giveByHand(String lead, String agent) {
    installation
        .portal()
        .change(
            "contacts",
            lead,
            Map.of("hubspot_owner_id", installation.ownerId(agent)),
            installation.userId(agent));
  }

  /** Somebody deletes the lead's record in the CRM. */
  void delete(String lead) {
    installation.portal().delete("contacts", lead);
  }

  /** The lead's owner in the CRM; empty where it has none. */
  String owner(String lead) {
    return installation.ownerOf(lead);
  }

  void awaitOwner(String lead, String agent) {
    await("the owner in the CRM")
        .atMost(PATIENCE)
        .until(() -> owner(lead).equals(installation.ownerId(agent)));
  }

  URI address() {
    return installation.app().address();
  }

  @Override
  public void close() {
    installation.close();
  }
}
