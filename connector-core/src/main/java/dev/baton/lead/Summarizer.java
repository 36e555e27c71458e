package dev.baton.lead;

/** Says in a sentence or two what a lead is about. Somebody else's machine, as a rule. */
public interface Summarizer {
  /**
   * Asks for a summary; gives up after 30 seconds at most.
   *
   * @param text without contact data, as a {@link Redaction} leaves it
   */
  Outcome summarize(String text);

  /** What came of it. */
  sealed interface Outcome {
    /**
     * It has said something.
     *
     * @param text as it came, which nobody has looked at yet
     */
    record Said(String text) implements Outcome {
      /** What was made of a lead stays out of logs, like the lead. */
      @Override
      public String toString() {
        return "Said[hidden]";
      }
    }

    /**
     * Not now.
     *
     * @param why for people; without the lead's words
     */
    record TryAgain(String why) implements Outcome {}

    /**
     * Never, of this text.
     *
     * @param why for people; without the lead's words
     */
    record Refused(String why) implements Outcome {}
  }
}
