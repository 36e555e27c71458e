package dev.baton.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.server.ConfigValues;
import dev.baton.server.Misconfigured;
import dev.baton.server.Setting;
import dev.baton.server.cli.ServerAtWork.Objection;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Connects a CRM account to a server that is running, and sends a test lead through. */
@Command(
    name = "connect",
    description = {
      "Create Baton's fields in the CRM, look at everything Baton needs there, and send a test lead"
          + " through: created, told of, taken in, offered, deleted.",
      "Speaks with the server that is running, by its API: start it first with \"baton serve\".",
      "Ends with 0 if everything is in place, else with 1."
    },
    mixinStandardHelpOptions = true)
final class ConnectCommand implements Callable<Integer> {
  private static final int SOMETHING_IS_MISSING = 1;

  /** The CRMs there are. */
  enum Which {
    salesforce,
    hubspot
  }

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Parameters(paramLabel = "CRM", description = "${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init")
  Which crm;

  @Option(names = "--connection", description = "Its id; may be left out where there is only one.")
  @Nullable String connection;

  @Option(
      names = "--server",
      description = "Where the server is; default http://localhost with the configured port.")
  @Nullable URI server;

  @Option(names = "--words", description = "What the test lead asks for; default: some tag.")
  String words = "";

  @Option(
      names = "--wait",
      description = "How many seconds to wait for the CRM to tell Baton of it (default: 60).")
  int wait = 60;

  @Option(
      names = "--new-secret",
      description = {
        "Make a new secret for the webhook address (Salesforce).",
        "The address before is good for another 24 hours."
      })
  boolean newSecret;

  @Option(names = "--no-test-lead", description = "Send no test lead.")
  boolean noTestLead;

  @Option(names = "--dry-run", description = "Only look: create nothing, send no test lead.")
  boolean dryRun;

  @Option(names = "--json", description = "Print one JSON object, and nothing else.")
  boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ConfigValues values = SettingOptions.gather(spec);
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    var telling = new TellingAdmin(json ? new PrintWriter(PrintWriter.nullWriter()) : out);
    boolean good;
    try {
      good = connect(new ServerAtWork(address(values), token(values)), report, telling);
    } catch (Objection objection) {
      report.put("problem", objection.getMessage());
      telling.problem(String.valueOf(objection.getMessage()));
      good = false;
    }
    report.put("connected", good);
    if (json) out.println(report);
    out.flush();
    return good ? 0 : SOMETHING_IS_MISSING;
  }

  private boolean connect(ServerAtWork at, ObjectNode report, TellingAdmin telling) {
    String id = chosen(at);
    report.put("connection", id);
    String path = "/api/v1/connections/" + id;
    JsonNode looked = at.post(path + "/connect" + (dryRun ? "?dryRun=true" : ""), wishes());
    report.set("webhook", looked.get("webhook"));
    report.set("findings", looked.get("findings"));
    report.set("ready", looked.get("ready"));
    telling.findings(id, looked);
    telling.webhook(looked.path("webhook").asText(), crm == Which.salesforce);
    boolean ready = looked.path("ready").asBoolean();
    if (!dryRun && looked.path("consentMissing").asBoolean()) {
      JsonNode consent = at.post(path + "/consent", "");
      report.set("consent", consent);
      telling.consent(consent.path("url").asText());
      return false;
    }
    // The CRM still calls the address before: it works, but shows nothing about the new one.
    if (dryRun || noTestLead || newSecret) return ready;
    if (!ready) {
      telling.problem("No test lead is sent before this is in order.");
      return false;
    }
    var sending = new SendingOne(at, path, telling, Duration.ofSeconds(wait));
    JsonNode travelled = sending.send(words);
    report.set("testLead", travelled);
    return travelled.path("passed").asBoolean() && travelled.path("cleanedUp").asBoolean();
  }

  private String wishes() {
    return JsonNodeFactory.instance.objectNode().put("newSecret", newSecret).toString();
  }

  private String chosen(ServerAtWork at) {
    List<String> ids = new ArrayList<>();
    for (JsonNode each : at.get("/api/v1/connections").path("connections")) {
      if (each.path("crm").asText().equals(crm.name())) ids.add(each.path("connection").asText());
    }
    if (connection != null && ids.contains(connection)) return connection;
    if (connection == null && ids.size() == 1) return ids.getFirst();
    throw new Objection(
        ids.isEmpty()
            ? "No connection to "
                + crm
                + " is known to the server. Add one to its company file and start it again."
            : "Say which --connection: " + String.join(", ", ids));
  }

  private URI address(ConfigValues values) {
    return server != null ? server : URI.create("http://localhost:" + values.text(Setting.PORT));
  }

  private static String token(ConfigValues values) {
    return values
        .optional(Setting.API_TOKEN)
        .orElseThrow(
            () ->
                new Misconfigured(
                    "Set "
                        + Setting.API_TOKEN.variable()
                        + " to the API token the server was started with."));
  }
}
