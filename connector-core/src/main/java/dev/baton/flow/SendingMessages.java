package dev.baton.flow;

import dev.baton.message.Message;
import dev.baton.message.MessageQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/** Sends what is due, several messages at a time: one that is slow keeps no other waiting. */
public final class SendingMessages {
  private static final int AT_ONCE = 32;

  /** A message that was taken up and not settled waits that long to be taken up again. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  private final MessageQueue queue;
  private final SendingOneMessage sending;
  private final InstantSource clock;
  private final Executor threads;
  private final Bell bell;
  private final Semaphore free = new Semaphore(AT_ONCE);

  /**
   * @param threads each message is sent on one
   * @param bell rung when a message has an outcome, because there is room for another
   */
  public SendingMessages(
      MessageQueue queue,
      SendingOneMessage sending,
      InstantSource clock,
      Executor threads,
      Bell bell) {
    this.queue = queue;
    this.sending = sending;
    this.clock = clock;
    this.threads = threads;
    this.bell = bell;
  }

  /** Sets off what is due now; answers how many messages were taken up. */
  public int send() {
    int places = free.drainPermits();
    int taken = 0;
    try {
      if (places == 0) return 0;
      List<Message> due = queue.claim(places, clock.instant(), LEASE);
      for (Message message : due) {
        taken++;
        threads.execute(() -> sendAndRing(message));
      }
      return taken;
    } finally {
      free.release(places - taken);
    }
  }

  private void sendAndRing(Message message) {
    try {
      sending.send(message);
    } finally {
      free.release();
      bell.ring();
    }
  }
}
