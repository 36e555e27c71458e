package dev.baton.hubspot.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** Two records that belong together, seen from one of them. */
record Link(ObjectType from, String fromId, ObjectType to, String toId, int kind) {

  Link turned() {
    return new Link(to, toId, from, fromId, Kind.between(to, from).id);
  }

  /** The kinds of links HubSpot defines between the records Baton meets. */
  enum Kind {
    CONTACT_TO_CONTACT(449, ObjectType.CONTACTS, ObjectType.CONTACTS),
    CONTACT_TO_DEAL(4, ObjectType.CONTACTS, ObjectType.DEALS),
    DEAL_TO_CONTACT(3, ObjectType.DEALS, ObjectType.CONTACTS),
    CONTACT_TO_TICKET(15, ObjectType.CONTACTS, ObjectType.TICKETS),
    TICKET_TO_CONTACT(16, ObjectType.TICKETS, ObjectType.CONTACTS),
    CONTACT_TO_TASK(203, ObjectType.CONTACTS, ObjectType.TASKS),
    TASK_TO_CONTACT(204, ObjectType.TASKS, ObjectType.CONTACTS),
    DEAL_TO_TASK(215, ObjectType.DEALS, ObjectType.TASKS),
    TASK_TO_DEAL(216, ObjectType.TASKS, ObjectType.DEALS),
    TICKET_TO_TASK(229, ObjectType.TICKETS, ObjectType.TASKS),
    TASK_TO_TICKET(230, ObjectType.TASKS, ObjectType.TICKETS),
    CONTACT_TO_NOTE(201, ObjectType.CONTACTS, ObjectType.NOTES),
    NOTE_TO_CONTACT(202, ObjectType.NOTES, ObjectType.CONTACTS),
    DEAL_TO_NOTE(213, ObjectType.DEALS, ObjectType.NOTES),
    NOTE_TO_DEAL(214, ObjectType.NOTES, ObjectType.DEALS),
    TICKET_TO_NOTE(227, ObjectType.TICKETS, ObjectType.NOTES),
    NOTE_TO_TICKET(228, ObjectType.NOTES, ObjectType.TICKETS),
    LEAD_TO_PRIMARY_CONTACT(578, ObjectType.LEADS, ObjectType.CONTACTS),
    CONTACT_TO_PRIMARY_LEAD(579, ObjectType.CONTACTS, ObjectType.LEADS),
    LEAD_TO_CONTACT(608, ObjectType.LEADS, ObjectType.CONTACTS),
    CONTACT_TO_LEAD(609, ObjectType.CONTACTS, ObjectType.LEADS),
    LEAD_TO_TASK(646, ObjectType.LEADS, ObjectType.TASKS),
    TASK_TO_LEAD(647, ObjectType.TASKS, ObjectType.LEADS),
    /** Every other pair, which HubSpot would know by more ids than are of use here. */
    OTHER(0, ObjectType.CONTACTS, ObjectType.CONTACTS);

    final int id;
    final ObjectType from;
    final ObjectType to;

    Kind(int id, ObjectType from, ObjectType to) {
      this.id = id;
      this.from = from;
      this.to = to;
    }

    static Optional<Kind> find(int id) {
      return Arrays.stream(values()).filter(k -> k.id == id && k != OTHER).findFirst();
    }

    /** The kind of an association made without naming one. */
    static Kind between(ObjectType from, ObjectType to) {
      return Arrays.stream(values())
          .filter(k -> k.from == from && k.to == to)
          .findFirst()
          .orElse(OTHER);
    }
  }
}
