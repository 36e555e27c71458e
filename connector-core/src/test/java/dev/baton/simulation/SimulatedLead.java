package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A lead in the simulated world: its page in the ledger, what is owed, its record in the CRM. */
final class SimulatedLead {
  final int number;

  // The ledger
  final Notes notes;
  final Judge judge;
  final List<RotationEvent> history = new ArrayList<>(16);
  Rotation rotation = Rotation.NEW;

  /** When its next step is due, by the rules; {@link Notes#NEVER} for none. */
  Instant due = Notes.NEVER;

  /** The CRM's owner as Baton last read or wrote it. */
  String knownOwner = "";

  // The outbox: owners to be written, oldest first
  final Deque<AgentId> owed = new ArrayDeque<>(2);

  // What a node has in memory: when to ring for the next step
  Instant bell = Notes.NEVER;
  boolean bellLost;

  // The CRM
  String crmOwner = "";
  boolean gone;

  /** Whether Baton wrote the owner the CRM has. */
  boolean ownerIsOurs;

  SimulatedLead(int number, int tags, Lookout lookout) {
    this.number = number;
    this.notes = new Notes(tags);
    this.judge = new Judge(notes, lookout);
  }

  @Override
  public String toString() {
    return "lead " + (char) ('A' + number);
  }
}
