package dev.baton.simulation;

/** What holds at every step, or in the end, whatever happens (domain §4 to §8, §11 and §12). */
enum Invariant {
  ONE_HOLDER("at most one open offer holds a lead for somebody alone"),
  ONE_OWNER("a lead has at most one owner, and nobody gets it beside the owner"),
  ONE_WRITE_PER_OWNER("who owns a lead is not made its owner again"),
  DECLINED_FOR_GOOD("who declined a lead never gets it again"),
  FORMER_OWNER_OUT("a lead that starts again is not offered to who has lost it"),
  NEVER_EARLY("no offer ends before its time"),
  NEVER_TOO_LATE("no offer is answered at its end or after it"),
  SETTLED_WHEN_DUE("what was due is settled with the instant it was due"),
  WINDOW_AS_SET("a window is as long as set at the moment of the offer"),
  LINE_LIMIT("no more agents are asked in line than set"),
  ONLY_ELIGIBLE("a lead is given only to somebody who may have it at that moment"),
  BEST_FIRST("the line is asked in its order"),
  CHANCES_FIRST("who waits for another chance is asked before the line, first come first served"),
  ONCE_PER_MISSED_OFFER("another chance is asked for once, for an offer that was missed"),
  TANK_FOR_WHO_MISSED_IT("a shark tank is for those who missed the lead in this run, and is once"),
  ARRIVES_IN_ORDER("spam first, then the customer's owner, then hold, then the line"),
  KEPT_AS_SET("a lead is kept back when the company wants it, and as long"),
  AT_ONCE_WHERE_SET("where nobody is to answer, the best match has the lead at once"),
  DUTIES_AS_AGREED("an owner has to do what his team agreed on, and loses a lead as agreed"),
  CONTESTED_WHERE_FOUGHT_OVER(
      "four changes of owner in the CRM within an hour are a fight, said once"),
  OWNER_SPEAKS("only the owner, or somebody who is not an agent of it, speaks for a lead"),
  FREE_AT_ONCE("a lead that waits is offered as soon as somebody can be asked"),
  FAIR_SHARES("turns and loads are what the history adds up to"),
  NOTHING_LEFT_OPEN("no offer is open of a lead that is owned or ended, or of an earlier run"),
  TRUE_HISTORY("what is recorded is what happened"),
  SAME_FOLD("the state is what the events add up to"),
  NEVER_BREAKS("no decision ends in an exception"),
  SAME_AGAIN("a decision made again comes out the same"),
  TRUE_REFUSALS("nobody is refused without reason, and the reason is true"),
  NOBODY_LOST("a lead is owned, ended, kept for a reason, or has a next step with a due time"),
  NOBODY_STUCK("no next step is more than ten seconds late once the noise has stopped"),
  CRM_AGREES("in the end the owner in the CRM is the owner in Baton"),
  OWN_WRITES_START_NOTHING("an echo of our own write changes nothing");

  private final String words;

  Invariant(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** The words are put together only when they are needed: this runs all the time. */
  void check(boolean holds, String what, Object about) {
    if (!holds) throw broken(what + ": " + about);
  }

  InvariantBroken broken(String what) {
    return new InvariantBroken(this, what);
  }
}
