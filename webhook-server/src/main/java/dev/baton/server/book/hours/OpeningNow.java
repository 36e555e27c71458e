package dev.baton.server.book.hours;

import dev.baton.account.AuditLog;
import dev.baton.agent.AdminOverride;
import dev.baton.agent.AdminOverride.ClosedUntil;
import dev.baton.agent.AdminOverride.OpenUntil;
import dev.baton.agent.OperatingHours;
import dev.baton.company.CompanyId;
import dev.baton.flow.KeepingHours;
import dev.baton.routing.Calendar;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.RoutingBooks.Publication.Overtaken;
import dev.baton.routing.RoutingBooks.Publication.Published;
import dev.baton.routing.RoutingBooks.Publication.Refused;
import dev.baton.server.book.form.Typed;
import dev.baton.server.book.form.Writings;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** An admin's word that opens or closes the company until a moment, at once (domain §5). */
public final class OpeningNow {
  private static final String UNTIL = "until";

  private final KeepingHours keeping;
  private final RoutingBooks books;
  private final AuditLog audit;
  private final InstantSource clock;

  public OpeningNow(KeepingHours keeping, RoutingBooks books, AuditLog audit, InstantSource clock) {
    this.keeping = keeping;
    this.books = books;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What holds now.
   *
   * @param said by whose word; empty where the hours say so
   * @param zone of the moments that are typed
   */
  public record Now(boolean open, boolean hours, String told, String said, String zone) {}

  Now told(CompanyId company, Words words) {
    Calendar calendar = books.current(company).settings().calendar();
    Instant now = clock.instant();
    Optional<OperatingHours> hours = calendar.hours();
    Optional<AdminOverride> word =
        hours.flatMap(OperatingHours::adminOverride).filter(w -> w.holds(now));
    String said =
        word.map(
                w ->
                    words.say(
                        w.open() ? "hours.now.said.open" : "hours.now.said.closed",
                        OpenTimes.told(w.until(), calendar.zone(), words)))
            .orElse("");
    return new Now(
        hours.map(h -> h.open(now)).orElse(true),
        hours.isPresent(),
        hours.map(h -> OpenTimes.of(h, now, words).now()).orElse(words.say("hours.now.no-hours")),
        said,
        Writings.written(calendar.zone()));
  }

  /** Says it, or answers the form with what is wrong. */
  Form say(Visitor visitor, Typed typed) {
    if (typed.ticked("lift")) return publish(visitor, Optional.empty(), typed);
    Words words = typed.words();
    Calendar calendar = books.current(visitor.company()).settings().calendar();
    Instant until = typed.fresh(UNTIL, Moment.on(calendar.zone(), words), Instant.MAX);
    if (!until.isAfter(clock.instant())) typed.wrong(UNTIL, words.say("hours.moment.over"));
    boolean open = typed.text("open").equals("yes");
    if (open && calendar.hours().isEmpty()) {
      typed.wrong(UNTIL, words.say("hours.now.open-already"));
    }
    return typed.form().good()
        ? publish(visitor, Optional.of(open ? new OpenUntil(until) : new ClosedUntil(until)), typed)
        : typed.form();
  }

  private Form publish(Visitor visitor, Optional<AdminOverride> word, Typed typed) {
    return switch (keeping.override(visitor.company(), word, visitor.named())) {
      case Published published -> {
        audit.add(
            new AuditLog.Entry(
                visitor.company(),
                clock.instant(),
                visitor.named(),
                word.map(w -> w.open() ? "opened" : "closed").orElse("hours hold again"),
                "revision " + published.book().revision(),
                word.map(w -> "until " + w.until()).orElse("")));
        yield typed.form();
      }
      case Refused refused -> typed.form().wrong(UNTIL, refused.problems());
      case Overtaken unused -> typed.form().wrong(UNTIL, typed.words().say("hours.now.overtaken"));
    };
  }
}
