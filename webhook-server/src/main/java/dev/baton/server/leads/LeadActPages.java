package dev.baton.server.leads;

import dev.baton.account.AuditLog;
import dev.baton.account.Permission;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.flow.RotatingLeads;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Move;
import dev.baton.rotation.RotationCommand.Release;
import dev.baton.rotation.RotationCommand.Restore;
import dev.baton.rotation.RotationCommand.Resubmit;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadReleased;
import dev.baton.rotation.RotationEvent.LeadRestored;
import dev.baton.rotation.RotationEvent.LeadReturned;
import dev.baton.rotation.RotationEvent.RotationResubmitted;
import dev.baton.routing.RoutingBook;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.leads.LeadDesk.Told;
import dev.baton.server.page.Form;
import dev.baton.server.page.Templates;
import dev.baton.server.page.TypedTags;
import dev.baton.server.words.Words;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What admins and editors do to a lead, each by a form that says first what follows from it. The
 * form knows how the lead stood when it was shown: what has happened since is told, never undone
 * unseen, and a form pressed twice does it once.
 */
final class LeadActPages {
  private static final int FORM_LIMIT = 65_536;

  private final LeadDesk desk;
  private final RotatingLeads rotating;
  private final Presences presences;
  private final AuditLog audit;
  private final InstantSource clock;

  LeadActPages(
      LeadDesk desk,
      RotatingLeads rotating,
      Presences presences,
      AuditLog audit,
      InstantSource clock) {
    this.desk = desk;
    this.rotating = rotating;
    this.presences = presences;
    this.audit = audit;
    this.clock = clock;
  }

  List<Route> routes() {
    Access access = Access.to(Permission.ACT_ON_LEADS);
    var routes = new ArrayList<Route>();
    for (LeadAct act : LeadAct.values()) {
      String address = "/leads/{id}/" + act.address();
      routes.add(Route.get(address, access, asked -> ask(asked, act)));
      routes.add(Route.post(address, access, FORM_LIMIT, asked -> act(asked, act)));
    }
    return routes;
  }

  private Answer ask(Question asked, LeadAct act) {
    LeadFile file = desk.file(asked);
    if (!act.isFor(file.rotation())) return notNow(asked);
    return page(asked, 200, act, file, fresh(file));
  }

  /** Where it stands by now is told by its page. */
  private Answer notNow(Question asked) {
    return desk.page(asked, 409, Told.bad(desk.words(asked).say("lead.not-now")));
  }

  private static Form fresh(LeadFile file) {
    return Form.of(
        Map.of("seen", String.valueOf(file.rotation().version()), "tags", TypedTags.carried(file)));
  }

  private Answer page(Question asked, int status, LeadAct act, LeadFile file, Form form) {
    Map<String, Object> values = desk.values(asked, file);
    values.put("act", act);
    values.put("form", form);
    values.put("agents", agents(asked, file, act));
    return Answer.html(status, Templates.render("lead/act.jte", values));
  }

  /** Whom it can go to, with who is not there at the moment. */
  private Map<String, String> agents(Question asked, LeadFile file, LeadAct act) {
    Words words = desk.words(asked);
    Set<AgentId> away = presences.unavailable(asked.requiredVisitor().company());
    var choices = new LinkedHashMap<String, String>();
    choices.put("", words.say(act == LeadAct.MOVE ? "lead.agent.nobody" : "lead.agent.choose"));
    desk.book(asked).agents().stream()
        .filter(Agent::active)
        .filter(agent -> !file.rotation().declined().contains(agent.id()))
        .filter(agent -> !file.rotation().owner().equals(Optional.of(agent.id())))
        .sorted(Comparator.comparing(agent -> agent.name().toLowerCase(Locale.ROOT)))
        .forEach(
            agent ->
                choices.put(
                    agent.id().value(),
                    away.contains(agent.id())
                        ? words.say("lead.agent.away", agent.name())
                        : agent.name()));
    return choices;
  }

  private Answer act(Question asked, LeadAct act) {
    LeadFile file = desk.file(asked);
    RoutingBook book = desk.book(asked);
    Words words = desk.words(asked);
    Form form = checked(act, Form.of(asked.form()), file, book, words);
    if (!form.good()) return page(asked, 400, act, file, form);
    int seen = Integer.parseInt(form.value("seen"));
    Visitor visitor = asked.requiredVisitor();
    RotationCommand command = command(act, form, file, book, visitor.account().name());
    Decision decision =
        act == LeadAct.MOVE || act == LeadAct.RESUBMIT
            ? rotating.carryOutAsSeen(file.lead().id(), seen, command)
            : rotating.carryOut(file.lead().id(), command);
    if (decision instanceof Refused refused) {
      LeadFile now = desk.file(asked);
      if (isDone(now, seen, command)) return done(file, act);
      return desk.page(
          asked,
          409,
          Told.bad(words.say("lead.refused") + " " + Refusals.say(refused.refusal(), book, words)));
    }
    audit.add(
        new AuditLog.Entry(
            visitor.company(),
            clock.instant(),
            visitor.named(),
            "lead " + act.done(),
            "lead " + file.lead().id(),
            details(act, form, book)));
    return done(file, act);
  }

  private static Answer done(LeadFile file, LeadAct act) {
    String what =
        switch (act) {
          case RELEASE -> "released";
          case RESTORE -> "restored";
          case ASSIGN -> "assigned";
          case RESUBMIT -> "resubmitted";
          case MOVE -> "moved";
        };
    return Answer.seeOther(LeadDesk.address(file) + "?done=" + what);
  }

  private static Form checked(
      LeadAct act, Form form, LeadFile file, RoutingBook book, Words words) {
    Form checked = form;
    if (!form.value("seen").matches("\\d{1,9}")) {
      checked =
          checked
              .wrong("agent", words.say("lead.wrong.form"))
              .with("seen", String.valueOf(file.rotation().version()));
    }
    boolean toSomebody =
        act == LeadAct.ASSIGN || act == LeadAct.MOVE && !form.value("agent").isEmpty();
    if (toSomebody && agent(form).flatMap(book::agent).isEmpty()) {
      checked = checked.wrong("agent", words.say("lead.wrong.agent"));
    }
    if (act == LeadAct.RESUBMIT) {
      for (String name : TypedTags.of(form.value("tags"), file, book).unknown()) {
        checked = checked.wrong("tags", words.say("lead.wrong.tags", name));
      }
    }
    return checked;
  }

  private static Optional<AgentId> agent(Form form) {
    try {
      return Optional.of(form.value("agent")).filter(id -> !id.isEmpty()).map(AgentId::new);
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private static RotationCommand command(
      LeadAct act, Form form, LeadFile file, RoutingBook book, String by) {
    return switch (act) {
      case RELEASE -> new Release(by);
      case RESTORE -> new Restore(by);
      case ASSIGN -> new Assign(agent(form).orElseThrow(), by);
      case MOVE -> new Move(agent(form), by);
      case RESUBMIT -> TypedTags.of(form.value("tags"), file, book).resubmit(by);
    };
  }

  /** Whether somebody of that name has done just that since the form was shown. */
  private static boolean isDone(LeadFile now, int seen, RotationCommand command) {
    return now.history().stream()
        .filter(recorded -> recorded.sequence() > seen)
        .map(Recorded::event)
        .anyMatch(event -> isThat(event, command));
  }

  private static boolean isThat(RotationEvent event, RotationCommand command) {
    return switch (command) {
      case Release wanted -> event instanceof LeadReleased e && e.by().equals(wanted.by());
      case Restore wanted -> event instanceof LeadRestored e && e.by().equals(wanted.by());
      case Assign wanted -> isAssigned(event, wanted.agent(), wanted.by());
      case Resubmit wanted ->
          event instanceof RotationResubmitted e
              && e.by().equals(wanted.by())
              && e.traits().tagNames().equals(wanted.traits().tagNames());
      case Move wanted ->
          wanted.to().isPresent()
              ? isAssigned(event, wanted.to().get(), wanted.by())
              : event instanceof LeadReturned e && e.by().equals(wanted.by());
      default -> false;
    };
  }

  private static boolean isAssigned(RotationEvent event, AgentId agent, String by) {
    return event instanceof LeadAssigned e && e.agent().equals(agent) && e.by().equals(by);
  }

  private static String details(LeadAct act, Form form, RoutingBook book) {
    return switch (act) {
      case RELEASE, RESTORE -> "";
      case ASSIGN -> "to " + agent(form).map(a -> LeadsPage.name(a, book)).orElse("");
      case MOVE ->
          agent(form)
              .map(a -> "to " + LeadsPage.name(a, book))
              .orElse("starts again without its owner");
      case RESUBMIT ->
          "tags: "
              + form.value("tags").lines().map(String::strip).collect(Collectors.joining(", "));
    };
  }
}
