package dev.baton.server.setup;

import dev.baton.server.http.Question;
import dev.baton.server.page.Form;
import dev.baton.server.page.Templates;
import dev.baton.server.setup.Steps.DatabaseFacts;
import dev.baton.server.words.Words;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** Which database keeps everything, whether its tables are up to date, and whose clock counts. */
final class DatabaseStep implements WizardStep {
  private static final Duration NOTICEABLE = Duration.ofSeconds(2);

  private final Supplier<DatabaseFacts> database;
  private final InstantSource ownClock;

  /**
   * @param ownClock of this machine, which the database's is compared with
   */
  DatabaseStep(Supplier<DatabaseFacts> database, InstantSource ownClock) {
    this.database = database;
    this.ownClock = ownClock;
  }

  @Override
  public Step step() {
    return Step.DATABASE;
  }

  @Override
  public String page(Question asked, Wizard.Frame frame, Form form) {
    DatabaseFacts facts = database.get();
    Duration apart = Duration.between(ownClock.instant(), facts.now()).abs();
    return Templates.render(
        "setup/stepDatabase.jte",
        Map.of(
            "frame",
            frame,
            "product",
            facts.product(),
            "embedded",
            facts.embedded(),
            "migration",
            facts.migration(),
            "apart",
            apart.compareTo(NOTICEABLE) > 0 ? apart.toSeconds() : 0L));
  }

  @Override
  public Result act(Question asked, Form form, Words words) {
    return new Result.Done();
  }
}
