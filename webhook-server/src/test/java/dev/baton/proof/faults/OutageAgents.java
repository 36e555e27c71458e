package dev.baton.proof.faults;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Lead;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * The people in an outage: agents who accept, decline or miss offers on their pages, owners who
 * report how far they have come, and an admin who moves some leads on. They also remember who was
 * to own each lead, one after the other, and what was said of it last.
 */
final class OutageAgents {
  private static final Feedback TRIED = new Feedback(ContactStatus.ATTEMPTED, DealStatus.NONE);
  private static final Feedback WON = new Feedback(ContactStatus.CONTACTED, DealStatus.CLOSED_WON);

  private final List<String> names;
  private final RandomGenerator random;
  private final PriorityQueue<Deed> deeds = new PriorityQueue<>(Comparator.comparing(Deed::at));
  private final Map<LeadId, Life> lives = new HashMap<>();
  private int accepted;

  /** What Baton decided about a lead. */
  static final class Life {
    final CompanyId company;
    final CrmRecord record;
    final List<String> owners = new ArrayList<>();
    Optional<Feedback> said = Optional.empty();
    int offers;

    Life(Lead lead) {
      company = lead.company();
      record = lead.record();
    }
  }

  private record Deed(Instant at, Runnable doing) {}

  private Optional<BatonProcess> process = Optional.empty();

  OutageAgents(List<String> names, RandomGenerator random) {
    this.names = names;
    this.random = random;
  }

  void use(BatonProcess baton) {
    process = Optional.of(baton);
  }

  Map<LeadId, Life> lives() {
    return lives;
  }

  int accepted() {
    return accepted;
  }

  /** Whether everybody has done what he was going to do. */
  boolean idle() {
    return deeds.isEmpty();
  }

  void heard(Lead lead, RotationEvent event) {
    Life life = lives.computeIfAbsent(lead.id(), id -> new Life(lead));
    switch (event) {
      case LeadOffered offered -> {
        life.offers = Math.max(life.offers, offered.offer());
        answers(lead.id(), offered);
      }
      case CatchallTold told -> {
        life.offers = Math.max(life.offers, told.firstOffer() + told.agents().size() - 1);
        at(
            told.at().plus(Duration.ofMinutes(3)),
            () -> accepts(lead.id(), told.firstOffer(), told.agents().getFirst()));
      }
      case OfferAccepted taken -> {
        accepted++;
        owns(life, taken.agent());
        goesOn(lead, taken.at());
      }
      case LeadAssigned assigned -> owns(life, assigned.agent());
      default -> {}
    }
  }

  private static void owns(Life life, AgentId agent) {
    life.owners.add(agent.value());
  }

  private void answers(LeadId lead, LeadOffered offered) {
    Duration window = Duration.between(offered.at(), offered.expiresAt());
    Instant then = offered.at().plusMillis(random.nextLong(1_000, window.toMillis() - 1_000));
    int mood = random.nextInt(10);
    if (mood < 5) at(then, () -> accepts(lead, offered.offer(), offered.agent()));
    else if (mood < 8) at(then, () -> declines(lead, offered.offer(), offered.agent()));
  }

  private void goesOn(Lead lead, Instant from) {
    if (random.nextInt(2) == 0) at(from.plus(Duration.ofMinutes(20)), () -> says(lead, TRIED));
    if (random.nextInt(4) == 0) at(from.plus(Duration.ofMinutes(50)), () -> says(lead, WON));
    if (random.nextInt(5) == 0) {
      var next = new AgentId(names.get(random.nextInt(names.size())));
      at(
          from.plus(Duration.ofMinutes(35)),
          () -> baton().rotating.assign(lead.id(), next, "admin"));
    }
  }

  private void accepts(LeadId lead, int offer, AgentId agent) {
    baton().rotating.accept(new OfferId(lead, offer), agent, Channel.PAGE);
  }

  private void declines(LeadId lead, int offer, AgentId agent) {
    baton().rotating.decline(new OfferId(lead, offer), agent, Channel.PAGE);
  }

  private void says(Lead lead, Feedback feedback) {
    baton().feedback.give(lead.company(), lead.id(), feedback, Optional.empty(), "Admin");
    lives.get(lead.id()).said = Optional.of(feedback);
  }

  private BatonProcess baton() {
    return process.orElseThrow();
  }

  private void at(Instant when, Runnable doing) {
    deeds.add(new Deed(when, doing));
  }

  /** Everybody does what his time has come for. */
  void act(Instant now) {
    while (!deeds.isEmpty() && !deeds.peek().at.isAfter(now)) deeds.remove().doing.run();
  }
}
