package dev.baton.ledger;

import dev.baton.agent.AgentId;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.rotation.Circumstances;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationRules;
import dev.baton.rotation.Stage;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a lead of the past would have gone under another routing book. Agents answer as they did; of
 * an agent who was not asked then, nobody knows what he would have answered, so there the story
 * ends.
 *
 * @param way who would have been asked, in order, and what came of it
 * @param owner who would own the lead; empty where nobody would, or where it is not known
 * @param known whether the story has an end
 */
public record Rehearsal(List<Stop> way, Optional<AgentId> owner, Stage stage, boolean known) {
  private static final int LONGEST_WAY = 200;

  public Rehearsal {
    way = List.copyOf(way);
  }

  /** An agent who would have been asked; {@code outcome} is OPEN where nobody knows. */
  public record Stop(AgentId agent, Offer.State outcome) {}

  /** How the lead really went. */
  public static Rehearsal asItWas(LeadFile file) {
    Rotation lead = file.rotation();
    return new Rehearsal(way(lead), lead.owner(), lead.stage(), true);
  }

  /**
   * Takes the lead along the line of another book, from its beginning.
   *
   * @param book a draft, or any revision
   * @return empty for a lead that was not rotated, such as one that came in with its owner
   */
  public static Optional<Rehearsal> under(LeadFile file, RoutingBook book) {
    Optional<Recorded> begun =
        file.history().stream()
            .filter(r -> r.grounds().filter(g -> g.command() instanceof Begin).isPresent())
            .findFirst();
    return begun.map(first -> new Walking(file, book).from(first));
  }

  private static List<Stop> way(Rotation lead) {
    return lead.offers().stream()
        .filter(o -> o.kind().exclusive())
        .map(o -> new Stop(o.agent(), o.state()))
        .toList();
  }

  /** The lead on its other way. */
  private static final class Walking {
    private final LeadFile file;
    private final RoutingBook book;
    private final Map<AgentId, Deque<Offer>> answers = new HashMap<>();
    private Rotation lead = Rotation.NEW;
    private Instant now = Instant.EPOCH;
    private Optional<Grounds> grounds = Optional.empty();

    Walking(LeadFile file, RoutingBook book) {
      this.file = file;
      this.book = book;
      for (Offer offer : file.rotation().offers()) {
        answers.computeIfAbsent(offer.agent(), a -> new ArrayDeque<>()).add(offer);
      }
    }

    Rehearsal from(Recorded begun) {
      grounds = begun.grounds();
      now = begun.event().at();
      Traits then = ((Begin) begun.grounds().orElseThrow().command()).traits();
      var traits = new Traits(book.tagsOf(file.content()), then.kind(), then.place());
      decide(new Begin(traits, book.settings().intake().spam().against(file.content())));
      for (int step = 0; step < LONGEST_WAY && lead.held().isPresent(); step++) {
        Offer held = lead.held().get();
        Optional<RotationCommand> answer = answer(held);
        if (answer.isEmpty()) return told(false);
        decide(answer.get());
      }
      return told(true);
    }

    /** What the agent answered when he was really asked, as long after he was asked as then. */
    private Optional<RotationCommand> answer(Offer held) {
      Deque<Offer> given = answers.get(held.agent());
      Offer real = given == null ? null : given.poll();
      if (real == null || real.settledAt().isEmpty()) return Optional.empty();
      var thinking = Duration.between(real.offeredAt(), real.settledAt().get());
      now = held.offeredAt().plus(thinking);
      grounds = groundsAt(real);
      return switch (real.state()) {
        case ACCEPTED ->
            Optional.of(new Accept(held.number(), held.agent(), Channel.PAGE)).map(c -> c);
        case DECLINED ->
            Optional.of(new Decline(held.number(), held.agent(), Channel.PAGE)).map(c -> c);
        case TIMED_OUT -> {
          now = held.expiresAt();
          yield Optional.of(new TimeOut());
        }
        case OPEN, WITHDRAWN -> Optional.empty();
      };
    }

    /** What was known of the agents when that offer really ended. */
    private Optional<Grounds> groundsAt(Offer real) {
      Instant ended = real.settledAt().orElseThrow();
      return file.history().stream()
          .filter(r -> r.lineUp().isPresent() && !r.recordedAt().isBefore(ended))
          .findFirst()
          .flatMap(Recorded::grounds)
          .or(() -> grounds);
    }

    private void decide(RotationCommand command) {
      RoutingFacts facts = grounds.map(Grounds::facts).orElse(RoutingFacts.NONE);
      var seen = new Circumstances(book, facts, now, grounds.map(Grounds::kin).orElse(List.of()));
      Decision decision = RotationRules.decide(lead, command, seen);
      if (decision instanceof Decided decided) {
        for (RotationEvent event : decided.events()) lead = lead.after(event);
      }
    }

    private Rehearsal told(boolean known) {
      var way = new ArrayList<>(way(lead));
      return new Rehearsal(way, lead.owner(), lead.stage(), known);
    }
  }
}
