package dev.baton.server.leads;

import dev.baton.account.AuditLog;
import dev.baton.account.Permission;
import dev.baton.agent.AgentId;
import dev.baton.delivery.Delivery;
import dev.baton.delivery.Delivery.Direction;
import dev.baton.feedback.Comment;
import dev.baton.feedback.Comment.Said;
import dev.baton.feedback.CommentId;
import dev.baton.feedback.Comments;
import dev.baton.flow.MindingDeliveries;
import dev.baton.flow.RecordingFeedback;
import dev.baton.ledger.LeadFile;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Refused;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.leads.LeadDesk.Told;
import dev.baton.server.page.Form;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/** All about one lead, and what is said of it. */
public final class LeadPage {
  private static final int FORM_LIMIT = 65_536;
  private static final String ONE = "/leads/{id}";
  private static final Map<String, String> DONE =
      Map.ofEntries(
          Map.entry("released", "It goes on its way."),
          Map.entry("restored", "It is no spam any more, and goes on its way."),
          Map.entry("assigned", "It is assigned."),
          Map.entry("resubmitted", "It starts again."),
          Map.entry("moved", "It is moved."),
          Map.entry("saved", "Saved. The CRM is told."),
          Map.entry("comment", "Your comment is kept, and the other side is told."),
          Map.entry("memo", "Your memo is kept. Nobody is told."),
          Map.entry("again", "It is tried once more."));

  private final LeadDesk desk;
  private final Conversion conversion;
  private final RecordingFeedback feedback;
  private final Comments comments;
  private final MindingDeliveries deliveries;
  private final AuditLog audit;
  private final InstantSource clock;

  /** One at a time, so that a form pressed twice at once says it once. */
  private final ReentrantLock speaking = new ReentrantLock();

  LeadPage(
      LeadDesk desk,
      Conversion conversion,
      RecordingFeedback feedback,
      Comments comments,
      MindingDeliveries deliveries,
      AuditLog audit,
      InstantSource clock) {
    this.desk = desk;
    this.conversion = conversion;
    this.feedback = feedback;
    this.comments = comments;
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
    String done = DONE.getOrDefault(asked.query().getOrDefault("done", ""), "");
    return desk.page(asked, 200, new Told(done, ""));
  }

  private Answer convert(Question asked) {
    LeadFile file = desk.file(asked);
    Optional<AgentId> owner = LeadDesk.asOwner(asked.requiredVisitor(), file);
    Form form = Form.of(asked.form());
    return switch (conversion.keep(file, form, owner, desk.author(asked, file))) {
      case Conversion.Outcome.Kept unused -> {
        noted(asked, file, "feedback given", "");
        yield done(file, "saved", "#conversion");
      }
      case Conversion.Outcome.Wrong wrong ->
          desk.page(asked, file, 400, Told.NOTHING, wrong.form(), Form.EMPTY);
      case Conversion.Outcome.No no ->
          desk.page(asked, 409, Told.bad(Refusals.words(no.refusal(), desk.book(asked))));
    };
  }

  private Answer say(Question asked) {
    LeadFile file = desk.file(asked);
    Form form = Form.of(asked.form());
    String text = form.value("text");
    if (text.isEmpty() || text.length() > Comment.LONGEST) {
      form = form.wrong("text", "Write 1 to " + Comment.LONGEST + " characters.");
    }
    CommentId id = null;
    try {
      id = CommentId.parse(form.value("comment"));
    } catch (IllegalArgumentException broken) {
      form = form.wrong("text", "The form was broken: press once more.");
      form = form.with("comment", UUID.randomUUID().toString());
    }
    if (!form.good() || id == null) {
      return desk.page(asked, file, 400, Told.NOTHING, conversion.of(file), form);
    }
    boolean memo = form.value("kind").equals("memo");
    speaking.lock();
    try {
      if (comments.find(file.lead().company(), id).isEmpty()) {
        Optional<String> refused = said(asked, file, id, text, memo);
        if (refused.isPresent()) return desk.page(asked, 409, Told.bad(refused.get()));
      }
    } finally {
      speaking.unlock();
    }
    return done(file, memo ? "memo" : "comment", "#said");
  }

  /** Says it; what speaks against it otherwise. */
  private Optional<String> said(
      Question asked, LeadFile file, CommentId id, String text, boolean memo) {
    Visitor visitor = asked.requiredVisitor();
    Optional<AgentId> owner = LeadDesk.asOwner(visitor, file);
    String author = desk.author(asked, file);
    var company = file.lead().company();
    var lead = file.lead().id();
    if (memo) {
      feedback.memo(company, lead, id, text, owner.isPresent() ? Said.OWNER : Said.ADMIN, author);
      return Optional.empty();
    }
    Decision decision = feedback.comment(company, lead, id, text, owner, author);
    return decision instanceof Refused refused
        ? Optional.of(
            Refusals.words(refused.refusal(), desk.book(asked)) + " A memo can be written.")
        : Optional.empty();
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
