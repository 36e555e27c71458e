package dev.baton.message;

import java.time.Duration;
import java.util.Optional;

/** Sends letters by one medium. */
public interface Channel {
  Medium medium();

  /** Sends a letter; gives up after 60 seconds at most. Sending the same id twice is a double. */
  Outcome send(Envelope envelope, Letter letter);

  /**
   * To whom.
   *
   * @param id lets the other side recognise a double
   * @param address an e-mail address, a number or the address of a chat room
   */
  record Envelope(MessageId id, String address) {
    /** Addresses stay out of logs. */
    @Override
    public String toString() {
      return "Envelope[" + id + "]";
    }
  }

  /** What came of it. */
  sealed interface Outcome {
    /** The other side has taken it. */
    record Sent() implements Outcome {}

    /**
     * Not now.
     *
     * @param why for people; without the address
     * @param notBefore how long to wait, where the other side has said so
     */
    record TryAgain(String why, Optional<Duration> notBefore) implements Outcome {
      public TryAgain(String why) {
        this(why, Optional.empty());
      }
    }

    /**
     * Never.
     *
     * @param why for people; without the address
     */
    record Refused(String why) implements Outcome {}
  }
}
