package dev.baton.simulation;

import dev.baton.simulation.Action.How;
import java.util.ArrayList;
import java.util.List;

/** What is on its way: presses, notices of the CRM. It may come late, twice, overtaken or never. */
final class Mail {
  private final World world;
  private final List<Message> waiting = new ArrayList<>(4);

  /** Notices that were not acknowledged: the CRM sends them again. A press is gone for good. */
  private final List<Message> unacknowledged = new ArrayList<>(0);

  Mail(World world) {
    this.world = world;
  }

  /** Sends a wish the way the action says. */
  void send(SimulatedLead lead, Wish wish, Action action, String about) {
    int node = action.pick() >>> 15 & 1;
    if (action.how() == How.BY_LATE_MAIL) post(new Message(lead, wish, about, false));
    else if (action.how() == How.SLOWLY) world.ledger.start(lead, wish, node);
    else world.ledger.decide(lead, wish, node);
  }

  void post(Message message) {
    waiting.add(message);
    if (world.told()) world.tell(message.lead() + ": on its way, " + message.about());
  }

  /** One of the waiting messages comes, and perhaps comes again later. */
  void arrive(Action action, boolean again) {
    if (waiting.isEmpty()) return;
    int index = action.pick() % waiting.size();
    Message message = again ? waiting.get(index) : waiting.remove(index);
    world.tally.saw(again ? Sight.MESSAGE_DOUBLED : Sight.MESSAGE_LATE);
    if (index > 0) world.tally.saw(Sight.MESSAGE_OVERTAKEN);
    if (world.told()) world.tell(message.lead() + ": arrives, " + message.about());
    int node = action.pick() >>> 15 & 1;
    if (message.notice() && world.crm.cannotTell(message.lead())) comesAgain(message);
    else if (action.how() == How.SLOWLY) world.ledger.start(message, node);
    else world.ledger.decide(message.lead(), message.wish(), node);
  }

  /** The inbox keeps a notice until it is done: it comes again where the node crashes meanwhile. */
  void comesAgain(Message message) {
    if (message.notice()) unacknowledged.add(message);
  }

  void lose(Action action) {
    if (waiting.isEmpty()) return;
    Message message = waiting.remove(action.pick() % waiting.size());
    if (message.notice()) unacknowledged.add(message);
    world.tally.saw(Sight.MESSAGE_LOST);
    if (world.told()) world.tell(message.lead() + ": lost, " + message.about());
  }

  boolean isEmpty() {
    return waiting.isEmpty() && unacknowledged.isEmpty();
  }

  /** All that waits arrives, in order, with what follows from it. */
  void arriveAll() {
    waiting.addAll(unacknowledged);
    unacknowledged.clear();
    while (!waiting.isEmpty()) {
      Message message = waiting.removeFirst();
      if (world.told()) world.tell(message.lead() + ": arrives, " + message.about());
      boolean later = message.notice() && world.crm.cannotTell(message.lead());
      if (later) comesAgain(message);
      else world.ledger.decide(message.lead(), message.wish(), 0);
    }
  }
}
