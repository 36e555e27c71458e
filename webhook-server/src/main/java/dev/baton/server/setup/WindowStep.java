package dev.baton.server.setup;

import dev.baton.routing.BookDraft;
import dev.baton.routing.Calendar;
import dev.baton.routing.OfferWindow;
import dev.baton.routing.RoutingSettings;
import dev.baton.server.book.Editing;
import dev.baton.server.http.Question;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long an agent has a lead to himself, and who gets leads in which no tag is found. */
final class WindowStep implements WizardStep {
  private static final List<String> UNITS = List.of("minutes", "hours", "days");

  private final Editing editing;
  private final Shells shells;

  WindowStep(Editing editing, Shells shells) {
    this.editing = editing;
    this.shells = shells;
  }

  @Override
  public Step step() {
    return Step.WINDOW;
  }

  @Override
  public String page(Question asked, Wizard.Frame frame, Form form) {
    return Templates.render(
        "setup/stepWindow.jte",
        Map.of(
            "frame",
            frame,
            "form",
            form.values().isEmpty() ? now(asked.requiredVisitor()) : form,
            "units",
            units(frame.words())));
  }

  private static Map<String, String> units(Words words) {
    var units = new LinkedHashMap<String, String>();
    UNITS.forEach(unit -> units.put(unit, words.say("setup.window.unit." + unit)));
    return units;
  }

  private Form now(Visitor visitor) {
    Duration length = editing.seenBy(visitor).settings().window().length();
    var values = new HashMap<String, String>();
    boolean days = length.toMinutes() % (24 * 60) == 0;
    boolean hours = length.toMinutes() % 60 == 0;
    values.put("unit", days ? "days" : hours ? "hours" : "minutes");
    values.put(
        "length",
        String.valueOf(days ? length.toDays() : hours ? length.toHours() : length.toMinutes()));
    values.put("untagged", "yes");
    return Form.of(values);
  }

  @Override
  public Result act(Question asked, Form form, Words words) {
    Visitor visitor = asked.requiredVisitor();
    if (!form.value("length").matches("\\d{1,5}")) {
      return new Result.Wrong(form.wrong("length", words.say("setup.window.number")));
    }
    long number = Long.parseLong(form.value("length"));
    Duration length =
        switch (form.value("unit")) {
          case "days" -> Duration.ofDays(number);
          case "hours" -> Duration.ofHours(number);
          default -> Duration.ofMinutes(number);
        };
    if (length.isZero() || !new OfferWindow(length).settable()) {
      return new Result.Wrong(form.wrong("length", words.say("setup.window.bounds")));
    }
    ZoneId zone = shells.company(visitor.company()).zone();
    boolean untagged = form.ticked("untagged");
    List<String> problems = editing.change(visitor, book -> with(book, length, untagged, zone));
    return problems.isEmpty()
        ? new Result.Done()
        : new Result.Wrong(form.wrong("length", problems));
  }

  /** A company that has just signed up works by the clock of where it is. */
  private static BookDraft with(BookDraft book, Duration length, boolean untagged, ZoneId zone) {
    RoutingSettings settings =
        book.settings().withWindow(length).withEveryAgentForUntagged(untagged);
    if (settings.calendar().equals(Calendar.ALWAYS)) {
      settings = settings.with(new Calendar(zone, Calendar.ALWAYS.hours(), List.of()));
    }
    return new BookDraft(book.tags(), book.agents(), book.teams(), settings);
  }
}
