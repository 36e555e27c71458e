package dev.baton.simulation;

import java.util.EnumSet;
import java.util.Set;

/** The rules, and how well the house around them is built. */
record Machinery(Rules rules, Set<Flaw> flaws) {
  static final Machinery SOUND = new Machinery(Rules.REAL, EnumSet.noneOf(Flaw.class));

  static Machinery with(Rules rules) {
    return new Machinery(rules, EnumSet.noneOf(Flaw.class));
  }

  static Machinery with(Flaw flaw) {
    return new Machinery(Rules.REAL, EnumSet.of(flaw));
  }

  boolean has(Flaw flaw) {
    return flaws.contains(flaw);
  }

  boolean looksAgain() {
    return !has(Flaw.LOOKS_ONCE) && !has(Flaw.READS_BACK_LONG_BEFORE_DECIDING);
  }

  /** What can be built wrongly around right rules. */
  enum Flaw {
    /** A node decides by its own clock instead of the ledger's. */
    DECIDES_BY_THE_NODES_CLOCK,
    /** A decision is recorded even where the lead has moved on since it was read. */
    RECORDS_STALE_DECISIONS,
    /** What is owed to the CRM is kept in memory until later instead of with the decision. */
    PROMISES_AFTER_THE_COMMIT,
    /** A lost bell is not made up for: nobody sweeps what is due. */
    NEVER_SWEEPS,
    /** Leads that wait for an agent are left to wait, whoever becomes free. */
    NEVER_LOOKS_FOR_WAITING,
    /** An owner write that the CRM could not take is not tried again. */
    GIVES_UP_WHEN_THE_CRM_IS_AWAY,
    /** A promised owner is written although somebody else owns the lead by now. */
    WRITES_AN_OLDER_OWNER,
    /** Only an owner write that was answered is remembered. */
    FORGETS_WHAT_IT_MAY_HAVE_WRITTEN,
    /** A notice is decided by what the CRM said before, whatever was written meanwhile. */
    READS_BACK_LONG_BEFORE_DECIDING,
    /** After an owner was heard of, the record is not looked at again. */
    LOOKS_ONCE,
    /** A notice is not put off while an owner of ours is on its way. */
    DECIDES_WHILE_IT_CANNOT_TELL,
    /** The owner a write has set is noted when its answer comes, whatever was heard since. */
    NOTES_LATE_WHAT_IT_WROTE,
    /** It is noted, too, where the owner of before was heard of again meanwhile. */
    TAKES_ONE_SET_AGAIN_FOR_ONE_WHO_STAYED
  }
}
