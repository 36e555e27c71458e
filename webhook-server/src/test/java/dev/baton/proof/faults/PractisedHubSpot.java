package dev.baton.proof.faults;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmWebhook;
import dev.baton.crm.OAuthTokenVault;
import dev.baton.crm.OAuthTokens;
import dev.baton.hubspot.HubSpotConnector;
import dev.baton.hubspot.HubSpotSignature;
import dev.baton.hubspot.HubSpotWebhook;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.hubspot.sandbox.Fault;
import dev.baton.hubspot.sandbox.FaultPlan;
import dev.baton.hubspot.sandbox.HubSpotSandbox;
import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.PropertyVersion;
import dev.baton.hubspot.sandbox.SandboxOwner;
import dev.baton.hubspot.sandbox.SandboxRecord;
import dev.baton.hubspot.sandbox.SandboxSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HubSpot, as its sandbox is. */
final class PractisedHubSpot implements PractisedCrm {
  private static final String PUBLIC_URL = "https://baton.example";
  private static final String PATH = "/webhooks/hubspot";
  private static final List<String> TOLD =
      List.of(
          "baton_contact_status",
          "baton_deal_status",
          "baton_expected_value",
          "baton_expected_currency",
          "baton_reason");

  private final HubSpotSandbox sandbox;
  private final Duration patience;

  PractisedHubSpot(InstantSource clock, Duration patience) {
    this.patience = patience;
    sandbox = HubSpotSandbox.start(SandboxSettings.defaults().withoutLimits().withClock(clock));
  }

  @Override
  public String name() {
    return "hubspot";
  }

  @Override
  public String object() {
    return HubSpotSettings.CONTACTS;
  }

  @Override
  public URI api() {
    return sandbox.api();
  }

  @Override
  public Optional<Runnable> say(WireFault fault, String call) {
    FaultPlan next = sandbox.faults().next(1);
    boolean token = call.contains("/oauth/");
    if (token && (fault == WireFault.LOCKED || fault == WireFault.NO_SESSION)) {
      return Optional.empty();
    }
    if (fault == WireFault.LOCKED && Names.reads(call)) return Optional.empty();
    Fault said =
        switch (fault) {
          case AWAY -> next.beDown(503);
          case TOO_MANY -> next.tooManyCalls("TEN_SECONDLY_ROLLING");
          case LOCKED -> next.fail(423);
          case NO_SESSION -> next.refuseToken();
          default -> throw new IllegalArgumentException("Not said by HubSpot: " + fault);
        };
    return Optional.of(said::off);
  }

  @Override
  public boolean createsEachTime(String call) {
    return call.startsWith("POST") && (call.endsWith("/tasks") || call.endsWith("/notes"));
  }

  @Override
  public Duration leftAlone() {
    return Duration.ofSeconds(10);
  }

  @Override
  public Account open(int number) {
    Portal portal = sandbox.portal(Integer.toString(100_000 + number));
    portal.installBatonProperties();
    return new Practised(portal);
  }

  @Override
  public void close() {
    sandbox.close();
  }

  private final class Practised implements Account {
    private final Portal portal;

    Practised(Portal portal) {
      this.portal = portal;
    }

    @Override
    public String id() {
      return portal.id();
    }

    @Override
    public OAuthTokens firstTokens() {
      return new OAuthTokens("none yet", Instant.EPOCH, portal.refreshToken());
    }

    @Override
    public CrmConnector connector(
        ConnectionId connection, URI through, OAuthTokenVault vault, InstantSource clock) {
      return new HubSpotConnector(
          connection,
          HubSpotSettings.defaults().at(through).patientFor(patience),
          sandbox.clientId(),
          sandbox.clientSecret(),
          vault,
          clock);
    }

    @Override
    public CrmWebhook webhook(CrmConnector connector) {
      return new HubSpotWebhook(
          new HubSpotSignature(URI.create(PUBLIC_URL), List.of(sandbox.clientSecret())), object());
    }

    @Override
    public String addUser(String name) {
      return portal.addOwner(name, name.toLowerCase(java.util.Locale.ROOT) + "@example.org").id();
    }

    @Override
    public String leadComes(String email) {
      return portal.createContact(
          Map.of("lastname", "Customer", "email", email, "message", "At the harbour"));
    }

    @Override
    public void giveByHand(String record, String owner) {
      portal.change(object(), record, Map.of("hubspot_owner_id", owner), "1");
    }

    @Override
    public CrmWebhook.Request webhookAbout(
        String record, boolean created, int number, InstantSource clock) {
      long now = clock.instant().toEpochMilli();
      String what =
          created
              ? "\"subscriptionType\":\"contact.creation\",\"changeFlag\":\"NEW\""
              : "\"subscriptionType\":\"contact.propertyChange\","
                  + "\"propertyName\":\"hubspot_owner_id\",\"propertyValue\":\"\"";
      String body =
          """
          [{"eventId":%d,"subscriptionId":107,"portalId":%s,"appId":9000,"occurredAt":%d,\
          %s,"attemptNumber":0,"objectId":%s,"changeSource":"CRM_UI"}]"""
              .formatted(number, portal.id(), now, what, record);
      Map<String, String> headers =
          Map.of(
              HubSpotSignature.TIMESTAMP, Long.toString(now),
              HubSpotSignature.SIGNATURE, signature("POST" + PUBLIC_URL + PATH + body + now));
      return new CrmWebhook.Request(
          "POST",
          PATH,
          name -> Optional.ofNullable(headers.get(name)),
          body.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String signed) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] secret = sandbox.clientSecret().getBytes(StandardCharsets.UTF_8);
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return Base64.getEncoder()
            .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
      } catch (GeneralSecurityException everyJdkHasIt) {
        throw new IllegalStateException(everyJdkHasIt);
      }
    }

    @Override
    public String owner(String record) {
      return nameOf(portal.record(object(), record).orElseThrow().value("hubspot_owner_id"));
    }

    @Override
    public int records() {
      return portal.records(object()).size();
    }

    @Override
    public CrmState state(String id) {
      SandboxRecord record = portal.record(object(), id).orElseThrow();
      var fields = new TreeMap<String, String>();
      fields.put("owner", nameOf(record.value("hubspot_owner_id")));
      for (String field : TOLD) fields.put(field, record.value(field));
      var pasts = new TreeMap<String, List<String>>();
      pasts.put("owner", steps(record, "hubspot_owner_id").stream().map(this::nameOf).toList());
      pasts.put("contact status", steps(record, "baton_contact_status"));
      pasts.put("deal status", steps(record, "baton_deal_status"));
      pasts.put("value", steps(record, "baton_expected_value"));
      return new CrmState(
          fields,
          portal.tasksOf(object(), id).stream().map(this::task).toList(),
          portal.notesOf(object(), id).stream()
              .map(note -> plain(note.value("hs_note_body")).replaceAll("Baton comment .*", ""))
              .toList(),
          pasts);
    }

    private static List<String> steps(SandboxRecord record, String property) {
      return CrmState.steps(
          record.history().getOrDefault(property, List.of()).stream()
              .map(PropertyVersion::value)
              .toList());
    }

    private String task(SandboxRecord task) {
      String body = plain(task.value("hs_task_body"));
      String outcome =
          body.replaceAll("(?s)^.*(lead is yours alone|Others are asked, too).*?\\)\\.", "");
      return nameOf(task.value("hubspot_owner_id"))
          + " "
          + task.value("hs_task_status")
          + " "
          + outcome.replaceAll("https://\\S+", "").replaceAll("Baton offer \\S+", "").strip();
    }

    private String plain(String html) {
      return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    private String nameOf(String owner) {
      return portal.owners().stream()
          .filter(o -> o.id().equals(owner))
          .map(SandboxOwner::firstName)
          .findFirst()
          .orElse(owner);
    }
  }
}
