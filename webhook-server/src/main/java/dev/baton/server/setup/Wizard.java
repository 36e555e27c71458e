package dev.baton.server.setup;

import dev.baton.account.Permission;
import dev.baton.company.CompanyId;
import dev.baton.company.FirstSteps;
import dev.baton.company.FirstSteps.Progress;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shell;
import dev.baton.server.page.Shells;
import dev.baton.server.setup.WizardStep.Result;
import dev.baton.server.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Leads the admin of a new company from step to step. Each is a page of its own, can be left and
 * taken up again, and mostly be left out.
 */
public final class Wizard {
  private static final int FORM_LIMIT = 262_144;

  private final Map<Step, WizardStep> pages = new EnumMap<>(Step.class);
  private final FirstSteps steps;
  private final Acts acts;
  private final Shells shells;

  Wizard(List<WizardStep> pages, FirstSteps steps, Acts acts, Shells shells) {
    pages.forEach(page -> this.pages.put(page.step(), page));
    this.steps = steps;
    this.acts = acts;
    this.shells = shells;
  }

  /** A step in the row of all. */
  public record Mark(String address, String label, boolean settled, boolean here) {}

  /**
   * What stands around each step.
   *
   * @param number of the step, from 1
   */
  public record Frame(Shell shell, List<Mark> marks, Step here, int number, int of) {
    public Words words() {
      return shell.words();
    }
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.MANAGE_SECRETS);
    return List.of(
        Route.get("/setup", access, this::goOn),
        Route.post("/setup/end", access, FORM_LIMIT, this::end),
        Route.get("/setup/{step}", access, this::show),
        Route.post("/setup/{step}", access, FORM_LIMIT, this::act),
        Route.post("/setup/{step}/skip", access, FORM_LIMIT, this::skip));
  }

  private Progress progress(Visitor visitor) {
    return steps.of(visitor.company()).orElse(Progress.NONE);
  }

  private Answer goOn(Question asked) {
    Progress progress = progress(asked.requiredVisitor());
    return Answer.seeOther(
        Stream.of(Step.values())
            .filter(step -> !progress.settled().contains(step.key()))
            .findFirst()
            .orElse(Step.LEAD)
            .address());
  }

  private WizardStep page(Question asked) {
    return Step.of(asked.path().getOrDefault("step", ""))
        .map(pages::get)
        .orElseThrow(() -> Problem.notFound("There is no such step."));
  }

  private Answer show(Question asked) {
    return show(200, asked, Form.EMPTY);
  }

  private Answer show(int status, Question asked, Form form) {
    WizardStep page = page(asked);
    return Answer.html(status, page.page(asked, frame(asked, page.step()), form));
  }

  private Frame frame(Question asked, Step here) {
    Visitor visitor = asked.requiredVisitor();
    Progress progress = progress(visitor);
    Shell shell = shells.around(visitor, "");
    return new Frame(
        shell,
        Stream.of(Step.values())
            .map(
                step ->
                    new Mark(
                        step.address(),
                        step.label(shell.words()),
                        progress.settled().contains(step.key()),
                        step == here))
            .toList(),
        here,
        here.ordinal() + 1,
        Step.values().length);
  }

  private Answer act(Question asked) {
    WizardStep page = page(asked);
    Words words = shells.words(asked.requiredVisitor());
    return switch (page.act(asked, Form.of(asked.form()), words)) {
      case Result.Done unused -> settled(asked, page.step());
      case Result.Wrong wrong -> show(400, asked, wrong.form());
      case Result.Stay stay -> Answer.seeOther(page.step().address() + stay.query());
    };
  }

  private Answer skip(Question asked) {
    Step step = page(asked).step();
    if (!step.optional()) throw Problem.badRequest("This step cannot be left out.");
    return settled(asked, step);
  }

  private Answer settled(Question asked, Step step) {
    CompanyId company = asked.requiredVisitor().company();
    steps.settle(company, step.key());
    return Answer.seeOther(step.next().map(Step::address).orElse("/setup"));
  }

  private Answer end(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    steps.end(visitor.company(), acts.clock().instant());
    acts.note(visitor, "setting up ended", "", "");
    return Answer.seeOther("/dashboard");
  }
}
