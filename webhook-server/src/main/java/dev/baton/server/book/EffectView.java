package dev.baton.server.book;

import java.util.List;

/**
 * What a draft would have changed for the last leads, as the page tells it.
 *
 * @param summary the whole of it in one sentence
 * @param notes what limits it, such as leads that time did not suffice for
 * @param totals of everybody who would have been first, those first who gain or lose most
 * @param moved leads that would have gone first to somebody else, newest first
 * @param more how many further leads would have, beyond those
 */
public record EffectView(
    String summary, List<String> notes, List<Total> totals, List<Moved> moved, int more) {
  public EffectView {
    notes = List.copyOf(notes);
    totals = List.copyOf(totals);
    moved = List.copyOf(moved);
  }

  /** How many leads somebody is first for, without and with what was changed. */
  public record Total(String who, int before, int after) {
    /** With its sign, such as {@code +3}; the minus is a real one. */
    public String difference() {
      int more = after - before;
      return more == 0 ? "0" : more > 0 ? "+" + more : "−" + -more;
    }
  }

  /**
   * A lead that would have gone first to somebody else.
   *
   * @param id how the CRM calls it
   * @param at when it came, on the company's clock
   */
  public record Moved(
      String address, String id, String at, String from, String to, List<String> why) {}
}
