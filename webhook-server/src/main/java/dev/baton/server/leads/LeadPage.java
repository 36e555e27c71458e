package dev.baton.server.leads;

import dev.baton.account.AuditLog;
import dev.baton.account.Permission;
import dev.baton.agent.AgentId;
import dev.baton.delivery.Delivery;
import dev.baton.delivery.Delivery.Direction;
import dev.baton.flow.MindingDeliveries;
import dev.baton.ledger.LeadFile;
import dev.baton.rotation.Refusal;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.leads.LeadDesk.Told;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All about one lead, and what is said of it. */
public final class LeadPage {
  private static final int FORM_LIMIT = 65_536;
  private static final String ONE = "/leads/{id}";

  /** What can have been done, as it stands in the page's address. */
  private static final Set<String> DONE =
      Set.of(
          "released",
          "restored",
          "assigned",
          "resubmitted",
          "moved",
          "saved",
          "comment",
          "memo",
          "again");

  private final LeadDesk desk;
  private final Conversion conversion;
  private final Remark remark;
  private final MindingDeliveries deliveries;
  private final AuditLog audit;
  private final InstantSource clock;

  LeadPage(
      LeadDesk desk,
      Conversion conversion,
      Remark remark,
      MindingDeliveries deliveries,
      AuditLog audit,
      InstantSource clock) {
    this.desk = desk;
    this.conversion = conversion;
    this.remark = remark;
    this.deliveries = deliveries;
    this.audit = audit;
    this.clock = clock;
  }

  List<Route> routes() {
    Access acting = Access.to(Permission.ACT_ON_LEADS);
    return List.of(
        Route.get(ONE, Access.to(Permission.SEE_LEADS), this::show),
        Route.post(ONE + "/conversion", acting, FORM_LIMIT, this::convert),
        Route.post(ONE + "/comments", acting, FORM_LIMIT, this::say),
        Route.post(
            ONE + "/deliveries", Access.to(Permission.SEE_DELIVERIES), FORM_LIMIT, this::again));
  }

  private Answer show(Question asked) {
    String done = asked.query().getOrDefault("done", "");
    String told = DONE.contains(done) ? desk.words(asked).say("lead.done." + done) : "";
    return desk.page(asked, 200, new Told(told, ""));
  }

  private Answer convert(Question asked) {
    LeadFile file = desk.file(asked);
    Optional<AgentId> owner = LeadDesk.asOwner(asked.requiredVisitor(), file);
    Form form = Form.of(asked.form());
    return switch (conversion.keep(
        file, form, owner, desk.author(asked, file), desk.words(asked))) {
      case Conversion.Outcome.Kept unused -> {
        noted(asked, file, "feedback given", "");
        yield done(file, "saved", "#conversion");
      }
      case Conversion.Outcome.Wrong wrong ->
          desk.page(asked, file, 400, Told.NOTHING, wrong.form(), Form.EMPTY);
      case Conversion.Outcome.No no ->
          desk.page(
              asked,
              409,
              Told.bad(Refusals.say(no.refusal(), desk.book(asked), desk.words(asked))));
    };
  }

  private Answer say(Question asked) {
    LeadFile file = desk.file(asked);
    Form form = Form.of(asked.form());
    boolean memo = form.value("kind").equals("memo");
    Optional<AgentId> owner = LeadDesk.asOwner(asked.requiredVisitor(), file);
    return switch (remark.keep(
        file, form, memo, owner, desk.author(asked, file), desk.words(asked))) {
      case Remark.Outcome.Kept unused -> done(file, memo ? "memo" : "comment", "#said");
      case Remark.Outcome.Wrong wrong ->
          desk.page(asked, file, 400, Told.NOTHING, conversion.of(file), wrong.form());
      case Remark.Outcome.No no -> desk.page(asked, 409, Told.bad(onlyAMemo(asked, no.refusal())));
    };
  }

  private String onlyAMemo(Question asked, Refusal refusal) {
    Words words = desk.words(asked);
    return Refusals.say(refusal, desk.book(asked), words) + " " + words.say("lead.refused.memo");
  }

  /** Sets a delivery of this lead going once more. */
  private Answer again(Question asked) {
    LeadFile file = desk.file(asked);
    Delivery delivery = delivery(asked, file);
    boolean set =
        delivery.direction() == Direction.OUT
            ? deliveries.retry(file.lead().company(), delivery.id())
            : deliveries.replay(file.lead().company(), delivery.id());
    if (set) {
      noted(asked, file, "delivery retried", delivery.direction() + " " + delivery.id());
    }
    // Pressed twice, it is on its way already.
    return done(file, "again", "#deliveries");
  }

  private Delivery delivery(Question asked, LeadFile file) {
    Direction direction =
        asked.form().getOrDefault("direction", "").equals("in") ? Direction.IN : Direction.OUT;
    long id;
    try {
      id = Long.parseLong(asked.form().getOrDefault("delivery", ""));
    } catch (NumberFormatException notANumber) {
      throw noDelivery();
    }
    return deliveries
        .find(file.lead().company(), direction, id)
        .filter(found -> found.lead().equals(Optional.of(file.lead().id())))
        .orElseThrow(LeadPage::noDelivery);
  }

  private static Problem noDelivery() {
    return Problem.notFound("There is no such delivery.");
  }

  private void noted(Question asked, LeadFile file, String what, String details) {
    Visitor visitor = asked.requiredVisitor();
    audit.add(
        new AuditLog.Entry(
            visitor.company(),
            clock.instant(),
            visitor.named(),
            what,
            "lead " + file.lead().id(),
            details));
  }

  private static Answer done(LeadFile file, String what, String where) {
    return Answer.seeOther(LeadDesk.address(file) + "?done=" + what + where);
  }
}
