package dev.baton.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Says on a terminal what an admin wants to know, each thing as soon as it is known. */
final class TellingAdmin {
  private static final String GOOD = "  ok   ";
  private static final String BAD = "  NO   ";
  private static final String MORE = "       ";

  private final PrintWriter out;

  TellingAdmin(PrintWriter out) {
    this.out = out;
  }

  void findings(String connection, JsonNode looked) {
    out.println("Connection " + connection);
    for (JsonNode finding : looked.path("findings")) {
      out.println((finding.path("ok").asBoolean() ? GOOD : BAD) + finding.path("what").asText());
      if (finding.has("advice")) out.println(MORE + "→ " + finding.path("advice").asText());
    }
    out.flush();
  }

  /** Where the CRM has to call; shown here and nowhere else where it holds a secret. */
  void webhook(String address, boolean secret) {
    out.println("Webhook address");
    out.println(MORE + address);
    if (secret) {
      out.println(
          MORE
              + "→ Enter it as the endpoint of Baton's outbound messages. It is a secret: who has it"
              + " can wake Baton up.");
    }
    out.flush();
  }

  void consent(String address) {
    out.println(
        "Nobody has let Baton in yet. Open this within ten minutes, signed in to the CRM as");
    out.println(
        "the user Baton works as (HubSpot: as a super admin), then run this command again:");
    out.println(MORE + address);
    out.flush();
  }

  void sent(JsonNode test) {
    out.println("Test lead " + test.path("object").asText() + " " + test.path("recordId").asText());
    out.flush();
  }

  /** A step, and how long after the lead's creation it was. */
  void step(JsonNode step, Duration after) {
    out.printf(
        Locale.ROOT,
        "%s%5.1f s  %s%n",
        step.path("ok").asBoolean() ? GOOD : BAD,
        after.toMillis() / 1000.0,
        step.path("what").asText());
    for (JsonNode because : step.path("because"))
      out.println(MORE + "         " + because.asText());
    out.flush();
  }

  void good(String what) {
    out.println(GOOD + what);
    out.flush();
  }

  void problem(String what) {
    out.println(BAD + what);
    out.flush();
  }

  void advice(Iterable<JsonNode> lines) {
    for (JsonNode line : lines) out.println(MORE + "→ " + line.asText());
    out.flush();
  }
}
