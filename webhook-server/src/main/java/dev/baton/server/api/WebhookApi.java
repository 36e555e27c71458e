package dev.baton.server.api;

import dev.baton.crm.CrmWebhook;
import dev.baton.crm.CrmWebhook.Receipt.Proved;
import dev.baton.crm.CrmWebhook.Receipt.Refused;
import dev.baton.flow.ReceivingNotices;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where CRMs tell us things: proved, stored, then answered; worked on afterwards. */
public final class WebhookApi {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookApi.class);
  private static final int BODY_LIMIT = 1 << 20;
  private static final int RETRY_AFTER_SECONDS = 10;

  private final CrmWebhook hubspot;
  private final CrmWebhook salesforce;
  private final ReceivingNotices receiving;
  private final InstantSource clock;

  public WebhookApi(
      CrmWebhook hubspot, CrmWebhook salesforce, ReceivingNotices receiving, InstantSource clock) {
    this.hubspot = hubspot;
    this.salesforce = salesforce;
    this.receiving = receiving;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post(
            "/webhooks/hubspot",
            Access.CRM_SIGNATURE,
            BODY_LIMIT,
            q -> receive("hubspot", hubspot, q)),
        Route.post(
            "/webhooks/salesforce/{secret}",
            Access.CRM_SIGNATURE,
            BODY_LIMIT,
            q -> receive("salesforce", salesforce, q)));
  }

  private Answer receive(String crm, CrmWebhook webhook, Question question) {
    Instant now = clock.instant();
    var request =
        new CrmWebhook.Request(
            question.method(), question.target(), question.header()::apply, question.body());
    return switch (webhook.receive(request, now)) {
      case Refused refused -> {
        LOG.warn("webhook crm={} refused: {}", crm, refused.why());
        throw new Problem(401, "Not proved", refused.why());
      }
      case Proved proved ->
          switch (receiving.receive(crm, proved.notices(), now)) {
            case KEPT ->
                webhook
                    .ack()
                    .map(ack -> Answer.of(200, ack.contentType(), ack.body()))
                    .orElse(Answer.empty(200));
            case COME_BACK ->
                throw Problem.comeBack(
                    "The notices could not be stored; send them again.", RETRY_AFTER_SECONDS);
          };
    };
  }
}
