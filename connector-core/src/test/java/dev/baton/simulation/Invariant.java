package dev.baton.simulation;

/** What holds at every step, or in the end, whatever happens (domain §5, §11 and §12). */
enum Invariant {
  ONE_HOLDER("at most one open offer holds a lead for somebody alone"),
  ONE_OWNER("a lead has at most one owner, and nobody gets it beside the owner"),
  ONE_WRITE_PER_OWNER("who owns a lead is not made its owner again"),
  DECLINED_FOR_GOOD("who declined a lead never gets it again"),
  NEVER_EARLY("no offer ends before its time"),
  NEVER_TOO_LATE("no offer is answered at its end or after it"),
  SETTLED_WHEN_DUE("what was due is settled with the instant it was due"),
  WINDOW_AS_SET("a window is as long as set at the moment of the offer"),
  LINE_LIMIT("no more agents are asked in line than set"),
  ONLY_ELIGIBLE("a lead is given only to somebody who may have it at that moment"),
  BEST_FIRST("the line is asked in its order"),
  CHANCES_FIRST("who waits for another chance is asked before the line, first come first served"),
  ONCE_PER_MISSED_OFFER("another chance is asked for once, for an offer that was missed"),
  NOTHING_LEFT_OPEN("no offer is open of a lead that is owned or ended"),
  TRUE_HISTORY("what is recorded is what happened"),
  SAME_FOLD("the state is what the events add up to"),
  NEVER_BREAKS("no decision ends in an exception"),
  SAME_AGAIN("a decision made again comes out the same"),
  TRUE_REFUSALS("nobody is refused without reason, and the reason is true"),
  NOBODY_LOST("a lead is owned, ended, delinquent or has a next step with a due time"),
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
}
