package dev.baton.server.deliveries;

import dev.baton.account.AuditLog;
import dev.baton.account.Permission;
import dev.baton.company.ConnectionId;
import dev.baton.delivery.Attempt;
import dev.baton.delivery.Deliveries.Wanted;
import dev.baton.delivery.Delivery;
import dev.baton.delivery.Delivery.Direction;
import dev.baton.delivery.Delivery.State;
import dev.baton.flow.MindingDeliveries;
import dev.baton.lead.LeadId;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.CompanyTime;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What went in and out, try by try, and once more where somebody says so. */
public final class DeliveriesPage {
  private static final String DELIVERIES = "/deliveries";
  private static final int FORM_LIMIT = 4_096;
  private static final int ON_A_PAGE = 50;

  private final MindingDeliveries deliveries;
  private final AuditLog audit;
  private final Shells shells;
  private final InstantSource clock;

  public DeliveriesPage(
      MindingDeliveries deliveries, AuditLog audit, Shells shells, InstantSource clock) {
    this.deliveries = deliveries;
    this.audit = audit;
    this.shells = shells;
    this.clock = clock;
  }

  /**
   * A delivery in the list and on its own page.
   *
   * @param settled when it had its outcome, or when it is taken up next; may be empty
   */
  public record Line(
      String address,
      String direction,
      String number,
      String connection,
      String lead,
      String what,
      String state,
      String cause,
      String note,
      int attempts,
      String at,
      String settled) {}

  /** One try. */
  public record Try(
      int number, String startedAt, String took, String asked, String status, String answer) {}

  /** What the list is narrowed to, as it was asked. */
  private record Filter(Form form, Wanted wanted) {}

  public List<Route> routes() {
    Access access = Access.to(Permission.SEE_DELIVERIES);
    return List.of(
        Route.get(DELIVERIES, access, this::list),
        Route.post("/deliveries/retry", access, FORM_LIMIT, this::retryAll),
        Route.get("/deliveries/{direction}/{id}", access, this::one),
        Route.post("/deliveries/out/{id}/retry", access, FORM_LIMIT, this::retry),
        Route.post("/deliveries/in/{id}/replay", access, FORM_LIMIT, this::replay));
  }

  private Answer list(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Words words = shells.words(visitor);
    Filter filter = filter(Form.of(asked.query()), words);
    List<Delivery> found =
        filter.form().good()
            ? deliveries.latest(visitor.company(), filter.wanted(), ON_A_PAGE)
            : List.of();
    CompanyTime time = time(visitor, words);
    return Answer.html(
        filter.form().good() ? 200 : 400,
        Templates.render(
            "deliveries/list.jte",
            Map.of(
                "shell",
                shells.around(visitor, DELIVERIES),
                "form",
                filter.form(),
                "lines",
                found.stream().map(delivery -> line(delivery, time)).toList(),
                "zone",
                time.zoneName(),
                "older",
                found.size() < ON_A_PAGE ? "" : older(filter.form(), found.getLast()),
                "held",
                isHeld(visitor),
                "done",
                done(asked, words))));
  }

  private boolean isHeld(Visitor visitor) {
    return !deliveries
        .latest(visitor.company(), Wanted.all(Direction.OUT).in(State.ON_HOLD), 1)
        .isEmpty();
  }

  private static String done(Question asked, Words words) {
    String retried = asked.query().getOrDefault("retried", "");
    if (!retried.matches("\\d{1,9}")) return "";
    return words.say("delivery.retried", Integer.parseInt(retried));
  }

  private static Filter filter(Form form, Words words) {
    Form checked = form;
    Wanted wanted = Wanted.all(form.value("direction").equals("in") ? Direction.IN : Direction.OUT);
    String state = form.value("state");
    if (!state.isEmpty()) {
      Optional<State> known =
          List.of(State.values()).stream().filter(s -> s.name().equals(state)).findFirst();
      if (known.isPresent()) wanted = wanted.in(known.get());
      else checked = checked.wrong("state", words.say("delivery.wrong.state"));
    }
    if (!form.value("lead").isEmpty()) {
      try {
        wanted = wanted.about(LeadId.parse(form.value("lead")));
      } catch (IllegalArgumentException notAnId) {
        checked = checked.wrong("lead", words.say("delivery.wrong.lead"));
      }
    }
    if (!form.value("before").isEmpty()) {
      if (form.value("before").matches("\\d{1,18}")) {
        wanted = wanted.before(Long.parseLong(form.value("before")));
      } else {
        checked = checked.wrong("before", words.say("delivery.wrong.before"));
      }
    }
    return new Filter(checked, wanted);
  }

  private static String older(Form form, Delivery last) {
    return DELIVERIES
        + "?direction="
        + encoded(form.value("direction"))
        + "&state="
        + encoded(form.value("state"))
        + "&lead="
        + encoded(form.value("lead"))
        + "&before="
        + last.id();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private CompanyTime time(Visitor visitor, Words words) {
    return new CompanyTime(shells.company(visitor.company()).zone(), words);
  }

  private Line line(Delivery delivery, CompanyTime time) {
    Instant now = clock.instant();
    Words words = time.words();
    var what = new DeliveryWords(deliveries, words);
    String direction = direction(delivery.direction());
    return new Line(
        DELIVERIES + "/" + direction + "/" + delivery.id(),
        direction,
        String.valueOf(delivery.id()),
        delivery.connection().value(),
        delivery.lead().map(LeadId::toString).orElse(""),
        what.of(delivery),
        what.outcome(delivery.state().name()),
        delivery.cause().map(what::outcome).orElse(""),
        delivery.note(),
        delivery.attempts(),
        time.tell(delivery.at(), now),
        delivery
            .settled()
            .map(at -> time.tell(at, now))
            .or(() -> delivery.due().map(at -> words.say("delivery.next", time.tell(at, now))))
            .orElse(""));
  }

  private static String direction(Direction direction) {
    return direction == Direction.IN ? "in" : "out";
  }

  private Answer one(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Direction direction =
        switch (asked.path().getOrDefault("direction", "")) {
          case "in" -> Direction.IN;
          case "out" -> Direction.OUT;
          default -> throw noSuch();
        };
    Delivery delivery = find(asked, direction);
    CompanyTime time = time(visitor, shells.words(visitor));
    return Answer.html(
        200,
        Templates.render(
            "deliveries/one.jte",
            Map.of(
                "shell",
                shells.around(visitor, DELIVERIES),
                "line",
                line(delivery, time),
                "tries",
                deliveries.attempts(visitor.company(), delivery).stream()
                    .map(attempt -> tried(attempt, time))
                    .toList(),
                "zone",
                time.zoneName(),
                "held",
                delivery.state() == State.ON_HOLD,
                "waiting",
                delivery.state() == State.WAITING,
                "done",
                asked.query().getOrDefault("done", ""))));
  }

  private Try tried(Attempt attempt, CompanyTime time) {
    return new Try(
        attempt.number(),
        time.tell(attempt.startedAt(), clock.instant()),
        attempt.took().toMillis() + " ms",
        attempt.asked(),
        new DeliveryWords(deliveries, time.words()).outcome(attempt.status()),
        attempt.answer());
  }

  /** The same answer for one that never was and another company's. */
  private Delivery find(Question asked, Direction direction) {
    String id = asked.path().getOrDefault("id", "");
    if (!id.matches("\\d{1,18}")) throw noSuch();
    return deliveries
        .find(asked.requiredVisitor().company(), direction, Long.parseLong(id))
        .orElseThrow(DeliveriesPage::noSuch);
  }

  private static Problem noSuch() {
    return Problem.notFound("There is no such delivery.");
  }

  private Answer retry(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Delivery held = find(asked, Direction.OUT);
    if (!deliveries.retry(visitor.company(), held.id())) {
      throw new Problem(
          409,
          "Not tried again",
          "Only what is on hold can be tried once more; this is " + words(held.state()) + ".");
    }
    note(visitor, "delivery retried", "out " + held.id(), deliveries.words(held));
    return Answer.seeOther(DELIVERIES + "/out/" + held.id() + "?done=retried");
  }

  /** In English, as programs read it. */
  private String words(State state) {
    return new DeliveryWords(deliveries, Words.ENGLISH).outcome(state.name());
  }

  private Answer replay(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Delivery notice = find(asked, Direction.IN);
    if (!deliveries.replay(visitor.company(), notice.id())) {
      throw new Problem(
          409, "Not replayed", "The notice has no outcome yet: it is worked on anyway.");
    }
    note(visitor, "notice replayed", "in " + notice.id(), deliveries.words(notice));
    return Answer.seeOther(DELIVERIES + "/in/" + notice.id() + "?done=replayed");
  }

  /** All that is on hold, or all of one connection or cause. */
  private Answer retryAll(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Form form = Form.of(asked.form());
    Optional<String> cause = Optional.of(form.value("cause")).filter(c -> !c.isEmpty());
    Optional<ConnectionId> connection = Optional.empty();
    if (!form.value("connection").isEmpty()) {
      try {
        connection = Optional.of(new ConnectionId(form.value("connection")));
      } catch (IllegalArgumentException wrong) {
        throw Problem.badRequest(String.valueOf(wrong.getMessage()));
      }
    }
    int retried = deliveries.retryAll(visitor.company(), connection, cause);
    if (retried > 0)
      note(visitor, "deliveries retried", form.value("connection"), retried + " of them");
    return Answer.seeOther(DELIVERIES + "?direction=out&retried=" + retried);
  }

  private void note(Visitor by, String what, String about, String details) {
    audit.add(new AuditLog.Entry(by.company(), clock.instant(), by.named(), what, about, details));
  }
}
