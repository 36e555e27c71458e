package dev.baton.proof;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.hubspot.sandbox.HubSpotSandbox;
import dev.baton.hubspot.sandbox.ObjectType;
import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.SandboxOwner;
import dev.baton.hubspot.sandbox.SandboxSettings;
import dev.baton.hubspot.sandbox.Subscription;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The CRM of a torture: a sandbox that outlives the server's crashes, with several accounts, since
 * each may be called only so often, and the company that has connected them all.
 */
final class TortureCrm implements AutoCloseable {
  static final String SECRET = "torture-client-secret";
  private static final int AGENTS = 8;

  /** What the sandbox tells by itself; that contacts came into being is told by the sender. */
  private static final List<Subscription> HEARD =
      List.of(
          new Subscription(
              1, "contact.propertyChange", ObjectType.CONTACTS, "baton_offer_response"),
          new Subscription(2, "contact.propertyChange", ObjectType.CONTACTS, "hubspot_owner_id"),
          new Subscription(3, "object.propertyChange", ObjectType.TASKS, "hs_task_status"));

  private final HubSpotSandbox sandbox;
  private final List<Portal> portals = new ArrayList<>();
  private final Map<String, String> agentsByOwner = new HashMap<>();

  TortureCrm(int accounts) {
    sandbox =
        HubSpotSandbox.start(
            SandboxSettings.defaults()
                .withApp(1, "torture", SECRET)
                .withoutLimits()
                .withRetryGap(Duration.ofMillis(300)));
    for (int account = 1; account <= accounts; account++) {
      Portal portal = sandbox.portal(String.valueOf(1000 + account));
      portal.installBatonProperties();
      portals.add(portal);
    }
  }

  List<Portal> portals() {
    return portals;
  }

  /** Which account a lead's connection stands for. */
  Portal portal(String connection) {
    return sandbox.portal(connection.substring("hubspot-".length()));
  }

  /** The agent behind an owner of a record; empty where nobody owns it. */
  Optional<String> agentOwning(String owner) {
    return Optional.ofNullable(agentsByOwner.get(owner));
  }

  /** The environment of a server that has this CRM connected. */
  Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    environment.put("BATON_HUBSPOT_API_URL", sandbox.api().toString());
    environment.put("BATON_HUBSPOT_CLIENT_ID", "torture");
    environment.put("BATON_HUBSPOT_CLIENT_SECRET", SECRET);
    for (Portal portal : portals) environment.put(tokenVariable(portal), portal.serviceKey());
    return environment;
  }

  private static String tokenVariable(Portal portal) {
    return "TORTURE_TOKEN_" + portal.id();
  }

  /** Tells the server about answers and owners from now on. */
  void tell(URI server) {
    sandbox.webhooks().subscribe(HEARD);
    sandbox.webhooks().target(server.resolve("/webhooks/hubspot"));
  }

  /** Sends at once what waits for another attempt. */
  boolean everythingTold(Duration patience) {
    sandbox.webhooks().flush();
    return sandbox.webhooks().awaitQuiet(patience);
  }

  /** Writes the file of a company whose agents work in all accounts. */
  Path writeCompanyFile(Path file) throws IOException {
    ObjectNode company = JsonNodeFactory.instance.objectNode();
    company.put("id", "torture").put("name", "Torture").put("zone", "UTC");
    var connections = company.putArray("connections");
    for (Portal portal : portals) {
      ObjectNode connection = connections.addObject();
      connection.put("id", "hubspot-" + portal.id()).put("crm", "hubspot");
      connection.put("account", portal.id()).put("tokenVariable", tokenVariable(portal));
      connection.putObject("settings").put("completed-task", "accepts");
    }
    var agents = company.putArray("agents");
    for (int number = 1; number <= AGENTS; number++) {
      ObjectNode agent = agents.addObject();
      String id = "agent." + number;
      agent.put("id", id).put("name", "Agent " + number);
      ObjectNode crm = agent.putObject("crm");
      for (Portal portal : portals) {
        SandboxOwner owner = portal.addOwner("Agent " + number, id + "@torture.example");
        agentsByOwner.put(owner.id(), id);
        crm.putObject("hubspot-" + portal.id())
            .put("owner", owner.id())
            .put("user", owner.userId());
      }
    }
    company
        .putObject("settings")
        .put("offerWindowSeconds", 600)
        .put("everyAgentQualifiesForUntagged", true);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, company.toPrettyString());
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
