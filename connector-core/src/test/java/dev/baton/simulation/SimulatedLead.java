package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.lead.LeadId;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** A lead in the simulated world: its page in the ledger, what is owed, its record in the CRM. */
final class SimulatedLead {
  private static final LeadId[] IDS = new LeadId[Schedule.MOST_LEADS];

  static {
    for (int i = 0; i < IDS.length; i++) IDS[i] = new LeadId(new UUID(0, i));
  }

  final int number;

  /** Whose it is: leads with the same number are of one customer; -1 for nobody else's. */
  final int customer;

  /** Leads with the same number have the same value in {@link Crew#FIELD}; -1 for no other. */
  final int company;

  /** Whether the sender stands on the spam list. */
  final boolean spam;

  /** The tags the record came with. */
  final int firstTags;

  // The ledger
  final Notes notes;
  final Judge judge;
  final List<RotationEvent> history = new ArrayList<>(16);
  Rotation rotation = Rotation.NEW;

  /** When its next step is due, by the rules; {@link Notes#NEVER} for none. */
  Instant due = Notes.NEVER;

  /** The CRM's owner as Baton last read or wrote it. */
  String knownOwner = "";

  /** How many owners set in the CRM were heard. */
  int ownersHeard;

  // The outbox: owners to be written, oldest first
  final Deque<AgentId> owed = new ArrayDeque<>(2);

  /** Whom the CRM may have been told to make the owner, without an answer, as bits. */
  int unsure;

  /** Whether the CRM has been told of an owner and has not answered yet. */
  boolean asking;

  // What a node has in memory: when to ring for the next step
  Instant bell = Notes.NEVER;
  boolean bellLost;

  // The CRM
  String crmOwner = "";
  boolean gone;

  /** Whether Baton wrote the owner the CRM has. */
  boolean ownerIsOurs;

  /** Whether what was last heard of had been written over by us already: so its echo is news. */
  boolean overwritten;

  SimulatedLead(int number, int customer, int company, boolean spam, int tags, Tally tally) {
    this.number = number;
    this.customer = customer;
    this.company = company;
    this.spam = spam;
    this.firstTags = tags;
    this.notes = new Notes(tags);
    this.judge = new Judge(notes, new Lookout(tally), spam);
  }

  LeadId id() {
    return id(number);
  }

  static LeadId id(int number) {
    return IDS[number];
  }

  static int number(LeadId id) {
    return (int) id.value().getLeastSignificantBits();
  }

  /** The CRM has named an owner. */
  void hears(String owner) {
    knownOwner = owner;
    ownersHeard++;
    unsure = 0;
    overwritten = ownerIsOurs && !crmOwner.equals(owner);
  }

  @Override
  public String toString() {
    return "lead " + (char) ('A' + number);
  }
}
