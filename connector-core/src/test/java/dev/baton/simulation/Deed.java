package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Progress;
import dev.baton.rotation.Offer.State;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.GiveAnotherChance;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationCommand.GiveFeedback;
import dev.baton.rotation.RotationCommand.Move;
import dev.baton.rotation.RotationCommand.NoteComment;
import dev.baton.rotation.RotationCommand.Release;
import dev.baton.rotation.RotationCommand.Restore;
import dev.baton.rotation.RotationCommand.Resubmit;
import dev.baton.routing.Traits;
import dev.baton.simulation.Crm.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can happen, how often it does, and what it does to the world: a line for each. */
enum Deed {
  // What people and bells want of a lead
  TAKE_IN(5, Deed::takeIn),
  ACCEPT(9, press((offer, agent) -> new Accept(offer, agent, Channel.PAGE))),
  DECLINE(18, press((offer, agent) -> new Decline(offer, agent, Channel.PAGE))),
  ANOTHER_CHANCE(22, Deed::anotherChance),
  ASSIGN(3, onLead((w, lead, a) -> w.mail.send(lead, assign(lead, a), a, "an assignment"))),
  BELL(6, onLead((w, lead, a) -> w.ring(lead))),
  TWO_TABS(6, onLead(Deed::twoTabs)),

  // What owners, catchalls and admins want of it
  RESUBMIT(4, onLead((w, lead, a) -> w.mail.send(lead, resubmit(a), a, "a resubmission"))),
  RESTORE(3, onLead((w, lead, a) -> w.mail.send(lead, restored(), a, "a restoration"))),
  RELEASE(4, onLead((w, lead, a) -> w.mail.send(lead, released(), a, "a release"))),
  GIVE_BACK(7, onLead((w, lead, a) -> w.mail.send(lead, giveBack(lead, a), a, "a press"))),
  MOVE(4, onLead((w, lead, a) -> w.mail.send(lead, move(a), a, "a move"))),
  FEEDBACK(8, onLead((w, lead, a) -> w.mail.send(lead, feedback(lead, a), a, "feedback"))),
  COMMENT(2, onLead((w, lead, a) -> w.mail.send(lead, comment(lead, a), a, "a comment"))),

  // What happens around it
  PASS(14, (w, a) -> w.pass(time(a.pick()), a.how() == Action.How.AT_ONCE)),
  PASS_TO_THE_END(30, onLead(Deed::passToTheEnd)),
  SWEEP(8, (w, a) -> w.sweep()),
  LOOK_FOR_WAITING(6, (w, a) -> w.lookForWaiting()),
  KEEP_HOURS(2, (w, a) -> w.keepHours()),
  LEAVE(3, (w, a) -> w.leave(a.agent() % People.COUNT)),
  TOGGLE(10, (w, a) -> w.toggle(a.agent() % People.COUNT)),
  PUBLISH(5, (w, a) -> w.publish(Edition.ALL.get(a.pick() % Edition.ALL.size()))),
  MESSAGE_ARRIVES(10, (w, a) -> w.mail.arrive(a, false)),
  MESSAGE_ARRIVES_TWICE(3, (w, a) -> w.mail.arrive(a, true)),
  MESSAGE_IS_LOST(3, (w, a) -> w.mail.lose(a)),
  COMMIT(8, (w, a) -> w.ledger.commit(a.pick() % SimulatedLedger.NODES)),
  CRASH(4, (w, a) -> w.ledger.crash(a.pick() % SimulatedLedger.NODES)),

  // What happens in and to the CRM
  OWNER_CHANGED_BY_HAND(4, onLead((w, lead, a) -> w.crm.changeOwner(lead, ownerByHand(lead, a)))),
  AUTOMATIONS_FIGHT(2, onLead(Deed::fight)),
  RECORD_DELETED(1, onLead((w, lead, a) -> w.crm.delete(lead))),
  OWNER_WRITTEN(12, onLead((w, lead, a) -> w.crm.deliver(lead, answer(a.pick()))));

  private static final ContactStatus[] CONTACTS = ContactStatus.values();
  private static final DealStatus[] DEALS = DealStatus.values();

  /** Does something to the world. */
  @FunctionalInterface
  private interface Doing {
    void to(World world, Action action);
  }

  /** Does something to a lead that has been taken in. */
  @FunctionalInterface
  private interface DoingToLead {
    void to(World world, SimulatedLead lead, Action action);
  }

  /** An answer to an offer. */
  @FunctionalInterface
  private interface Answering {
    RotationCommand to(int offer, AgentId agent);
  }

  private final int weight;
  private final Doing doing;

  Deed(int weight, Doing doing) {
    this.weight = weight;
    this.doing = doing;
  }

  void to(World world, Action action) {
    doing.to(world, action);
  }

  /** The plainest action with this deed, by and about the same as another one. */
  Action like(Action other) {
    return new Action(this, other.lead(), other.agent(), 0, Action.How.AT_ONCE);
  }

  /** Each as often as it weighs. */
  static Deed[] byChance() {
    var all = new ArrayList<Deed>();
    for (Deed deed : values()) for (int i = 0; i < deed.weight; i++) all.add(deed);
    return all.toArray(Deed[]::new);
  }

  private static Doing onLead(DoingToLead doing) {
    return (world, action) -> {
      Optional<SimulatedLead> lead = world.lead(action.lead());
      if (lead.isPresent()) doing.to(world, lead.get(), action);
    };
  }

  /**
   * The CRM tells of a record, which some other system may have given an owner when it was made.
   */
  private static void takeIn(World world, Action action) {
    int tags = action.pick() & action.pick() >>> 5 & People.TAG_SETS - 1;
    if (!world.knows(action.lead())) world.leads.add(record(world, action, tags));
    SimulatedLead lead = world.record(action.lead());
    world.mail.send(lead, world.crm::first, action, "the notice of a new record");
  }

  private static SimulatedLead record(World world, Action action, int tags) {
    int kind = action.pick() >>> 10 & 15;
    int customer = (action.agent() & 2) == 0 ? action.agent() & 1 : -1;
    int company = action.agent() >>> 2 == 0 ? 0 : -1;
    var lead = new SimulatedLead(action.lead(), customer, company, kind == 2, tags, world.tally);
    if (kind == 0) lead.crmOwner = owner(action);
    // A CRM gives new records an owner who answers no leads, often.
    if (kind >= 12) lead.crmOwner = People.OUTSIDER;
    return lead;
  }

  // Answering ------------------------------------------------------------------------------------

  private static Doing press(Answering answering) {
    return onLead(
        (world, lead, action) -> {
          int offer = offer(lead, action);
          AgentId agent = presser(lead, offer, action);
          world.mail.send(lead, Wish.of(answering.to(offer, agent)), action, "a press");
        });
  }

  /** Mostly the offer somebody holds; else any open one, or any at all, or one there is not. */
  private static int offer(SimulatedLead lead, Action action) {
    List<Noted> offers = lead.notes.offers;
    int any = action.pick() >>> 3 & 255;
    int kind = action.pick() & 7;
    if (kind == 7) return any % (offers.size() + 2);
    if (lead.notes.held > 0 && kind < 5) return lead.notes.held;
    for (int i = 0; i < offers.size(); i++) {
      int number = (any + i) % offers.size() + 1;
      if (offers.get(number - 1).open() || kind == 6) return number;
    }
    return offers.size();
  }

  /** Mostly the agent of the offer. */
  private static AgentId presser(SimulatedLead lead, int offer, Action action) {
    boolean known = offer >= 1 && offer <= lead.notes.offers.size();
    boolean other = action.agent() < People.COUNT && (action.pick() >>> 11 & 7) == 0;
    return known && !other
        ? lead.notes.offers.get(offer - 1).agent
        : People.id(action.agent() % People.COUNT);
  }

  /** Mostly for an offer that was missed. */
  private static void anotherChance(World world, Action action) {
    Optional<SimulatedLead> known = world.lead(action.lead());
    if (known.isEmpty()) return;
    SimulatedLead lead = known.get();
    List<Noted> offers = lead.notes.offers;
    boolean any = (action.pick() & 15) == 15;
    for (int i = 0; i < offers.size(); i++) {
      int number = ((action.pick() >>> 4) + i) % offers.size() + 1;
      Noted offer = offers.get(number - 1);
      if (!any && offer.state != State.TIMED_OUT) continue;
      var chance = new GiveAnotherChance(number, offer.agent, Channel.PAGE);
      world.mail.send(lead, Wish.of(chance), action, "a press");
      return;
    }
  }

  /** The holder accepts in one tab and declines in another, at the same time. */
  private static void twoTabs(World world, SimulatedLead lead, Action action) {
    int held = lead.notes.held;
    if (held == 0) return;
    AgentId agent = lead.notes.offers.get(held - 1).agent;
    int accepting = action.pick() & 1;
    world.ledger.start(lead, Wish.of(new Accept(held, agent, Channel.PAGE)), accepting);
    world.ledger.start(lead, Wish.of(new Decline(held, agent, Channel.CRM)), 1 - accepting);
    world.ledger.commit(action.pick() >>> 1 & 1);
    world.ledger.commitAll();
    world.tally.saw(Sight.TWO_TABS_ANSWERED_DIFFERENTLY);
  }

  private static Wish assign(SimulatedLead lead, Action action) {
    return Wish.of(new Assign(People.id(action.agent() % People.COUNT), "admin"));
  }

  // Owning ---------------------------------------------------------------------------------------

  private static Wish restored() {
    return Wish.of(new Restore("admin"));
  }

  private static Wish released() {
    return Wish.of(new Release("admin"));
  }

  /** Edited, so that other tags are found in it. */
  private static Wish resubmit(Action action) {
    int tags = action.pick() & action.pick() >>> 5 & People.TAG_SETS - 1;
    return Wish.of(new Resubmit(Traits.of(People.tags(tags)), "catchall"));
  }

  /** Mostly the owner of that moment; else anybody. */
  private static AgentId speaker(SimulatedLead lead, Action action) {
    int owner = lead.notes.owner;
    boolean other = owner < 0 || (action.pick() >>> 8 & 7) == 0;
    return People.id(other ? action.agent() % People.COUNT : owner);
  }

  private static Wish giveBack(SimulatedLead lead, Action action) {
    return Wish.of(new GiveBack(speaker(lead, action), Channel.PAGE));
  }

  private static Wish move(Action action) {
    boolean toSomebody = (action.pick() & 1) == 0;
    AgentId agent = People.id(action.agent() % People.COUNT);
    return Wish.of(new Move(toSomebody ? Optional.of(agent) : Optional.empty(), "admin"));
  }

  private static Wish feedback(SimulatedLead lead, Action action) {
    ContactStatus contact = CONTACTS[action.pick() & 3];
    DealStatus deal = DEALS[action.pick() >>> 2 & 3];
    boolean more = (action.pick() >>> 4 & 3) == 0;
    var progress = new Progress(contact, deal, Optional.empty(), more);
    boolean byAdmin = (action.pick() >>> 6 & 3) == 0;
    return Wish.of(
        byAdmin
            ? new GiveFeedback(progress, Optional.empty(), "admin", more)
            : new GiveFeedback(progress, Optional.of(speaker(lead, action)), "", more));
  }

  private static Wish comment(SimulatedLead lead, Action action) {
    boolean byAdmin = (action.pick() & 3) == 0;
    return Wish.of(
        byAdmin
            ? new NoteComment(Optional.empty(), "admin")
            : new NoteComment(Optional.of(speaker(lead, action)), ""));
  }

  // Time -----------------------------------------------------------------------------------------

  /** Seconds mostly, now and then minutes or hours. */
  private static Duration time(int pick) {
    int some = pick >>> 3;
    return switch (pick & 7) {
      case 0, 1, 2, 3 -> Duration.ofSeconds(some % 400);
      case 4, 5 -> Duration.ofMillis(some);
      case 6 -> Duration.ofMinutes(some % 90);
      default -> Duration.ofHours(some % 30);
    };
  }

  /** Just before the end of the lead's next step, at it, or after it. */
  private static void passToTheEnd(World world, SimulatedLead lead, Action action) {
    Instant due = lead.notes.due();
    if (due.equals(Notes.NEVER)) return;
    Duration around =
        switch (action.pick() & 7) {
          case 0 -> Duration.ofNanos(-1000);
          case 1 -> Duration.ZERO;
          case 2 -> Duration.ofNanos(1000);
          case 3 -> Duration.ofSeconds(-1 - (action.pick() >>> 3) % 60);
          default -> Duration.ofSeconds((action.pick() >>> 3) % 60);
        };
    world.passTo(due.plus(around), action.how() == Action.How.AT_ONCE);
  }

  // The CRM --------------------------------------------------------------------------------------

  private static String owner(Action action) {
    return action.agent() < People.COUNT ? People.owner(action.agent()) : People.OUTSIDER;
  }

  /** Anybody, or whoever it was before we wrote another one. */
  private static String ownerByHand(SimulatedLead lead, Action action) {
    boolean undone = (action.pick() & 3) == 3 && !lead.knownOwner.isEmpty();
    return undone ? lead.knownOwner : owner(action);
  }

  /** Two automations set the owner in turn, and each change is told and heard. */
  private static void fight(World world, SimulatedLead lead, Action action) {
    int one = action.agent() % People.COUNT;
    int other = (one + 1) % People.COUNT;
    for (int turn = 0; turn < 5; turn++) {
      world.crm.changeOwner(lead, People.owner(turn % 2 == 0 ? one : other));
      world.ledger.decide(lead, world.crm::says, 0);
    }
  }

  private static Answer answer(int pick) {
    return (pick & 3) == 0 ? Answer.AWAY : (pick & 3) == 1 ? Answer.LOST : Answer.DONE;
  }
}
