package dev.baton.ledger;

import dev.baton.agent.AgentId;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.rotation.Circumstances;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.Release;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationRules;
import dev.baton.rotation.Stage;
import dev.baton.routing.LineUp;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.Traits;
import java.util.Optional;

/**
 * Where a lead of the past would have gone first under a routing book, on the grounds that were
 * kept when it was decided about. What agents would have answered is not asked here; see {@link
 * Rehearsal} for that.
 *
 * @param agent who would have been asked first, or would have got it at once; empty for nobody
 * @param stage where it would have stood then, such as with the catchall
 * @param waited whether it would have been held before: for hours, or until an admin let it go on
 * @param lead what of it would have mattered, such as the tags the book finds in it
 * @param line who would have stood in line; empty where the line was not looked at
 * @param facts what was known of the agents
 */
public record FirstStep(
    Optional<AgentId> agent,
    Stage stage,
    boolean waited,
    Traits lead,
    Optional<LineUp> line,
    RoutingFacts facts) {

  /**
   * Begins the lead's rotation once more.
   *
   * @param book a draft, or any revision
   * @return empty for a lead whose grounds were not kept
   */
  public static Optional<FirstStep> under(LeadFile file, RoutingBook book) {
    return file.history().stream()
        .filter(r -> r.grounds().filter(g -> g.command() instanceof Begin).isPresent())
        .findFirst()
        .map(begun -> new Walking(file, book).from(begun));
  }

  /** Whether the same happens to the lead: the same person, in the same way. */
  public boolean same(FirstStep other) {
    return agent.equals(other.agent) && stage == other.stage && waited == other.waited;
  }

  /** The lead on its way to the first person. */
  private static final class Walking {
    private final LeadFile file;
    private final RoutingBook book;
    private Rotation lead = Rotation.NEW;
    private Optional<LineUp> line = Optional.empty();
    private RoutingFacts facts = RoutingFacts.NONE;

    Walking(LeadFile file, RoutingBook book) {
      this.file = file;
      this.book = book;
    }

    FirstStep from(Recorded begun) {
      var then = (Begin) begun.grounds().orElseThrow().command();
      var traits =
          new Traits(book.tagsOf(file.content()), then.traits().kind(), then.traits().place());
      var spam = book.settings().intake().spam().against(file.content());
      decide(new Begin(traits, spam, then.owner()), begun);
      boolean waited = lead.stage() == Stage.HELD;
      // Whom it would be held for shows only when it goes on, which for most has happened since.
      if (waited) decide(new Release(""), firstLine().orElse(begun));
      return new FirstStep(
          lead.held().map(Offer::agent).or(lead::owner), lead.stage(), waited, traits, line, facts);
    }

    private Optional<Recorded> firstLine() {
      return file.history().stream()
          .filter(r -> r.lineUp().isPresent() && r.grounds().isPresent())
          .findFirst();
    }

    private void decide(RotationCommand command, Recorded when) {
      Grounds grounds = when.grounds().orElseThrow();
      facts = grounds.facts().at(when.recordedAt());
      var seen = new Circumstances(book, facts, when.recordedAt(), grounds.kin());
      if (RotationRules.decide(lead, command, seen) instanceof Decided decided) {
        line = decided.lineUp();
        for (RotationEvent event : decided.events()) lead = lead.after(event);
      }
    }
  }
}
