package dev.baton.rotation;

/** Where a lead stands in its rotation. */
public enum Stage {
  /** Known, and nothing decided yet. */
  NEW,
  /** One agent has it to himself. */
  OFFERED,
  /** Nobody in line took it; the catchalls have been told. */
  CATCHALL,
  /** Nobody took it in time; it still can be taken. */
  DELINQUENT,
  /** Somebody owns it. */
  OWNED,
  /** It needs no owner any more, for a recorded reason. */
  ENDED
}
