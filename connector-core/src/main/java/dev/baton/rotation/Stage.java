package dev.baton.rotation;

/** Where a lead stands in its rotation. */
public enum Stage {
  /** Known, and nothing decided yet. */
  NEW,
  /** Kept apart as spam until somebody restores it. */
  QUARANTINED,
  /** Kept back: outside operating hours, or until an admin has looked at it. */
  HELD,
  /** Waits for an earlier lead of the same customer. */
  FOLLOWING,
  /** One agent has it to himself. */
  OFFERED,
  /** Everybody who was asked may take it: first come, first served. */
  SHARK_TANK,
  /** Nobody in line took it; the catchalls have been told. */
  CATCHALL,
  /** Nobody took it in time; it still can be taken. */
  DELINQUENT,
  /** Somebody owns it. */
  OWNED,
  /** It needs no owner any more, for a recorded reason. */
  ENDED;

  /** Whether an owner is being looked for, so that another lead of the customer can follow. */
  public boolean onItsWay() {
    return switch (this) {
      case NEW, HELD, OFFERED, SHARK_TANK, CATCHALL -> true;
      case QUARANTINED, FOLLOWING, DELINQUENT, OWNED, ENDED -> false;
    };
  }

  /** Whether nobody could be asked, so that it is offered as soon as somebody can be. */
  public boolean waits() {
    return this == CATCHALL || this == DELINQUENT;
  }
}
