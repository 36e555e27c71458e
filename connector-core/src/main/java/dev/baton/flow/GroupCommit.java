package dev.baton.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lets many callers share one commit: what arrives while a commit is under way goes into the next.
 * Each caller hears of success only after its own part is committed.
 */
final class GroupCommit<T> implements AutoCloseable {
  private static final int MOST_PER_COMMIT = 1000;

  private record Part<T>(List<T> items, CompletableFuture<Void> committed) {}

  private final BlockingQueue<Part<T>> waiting;
  private final Consumer<List<T>> commit;
  private final List<Thread> writers = new ArrayList<>();
  private volatile boolean open = true;

  /**
   * @param commit stores all items it is given in one transaction, or throws
   * @param capacity how many callers may wait; more are turned away at once
   */
  GroupCommit(String name, int writers, int capacity, Consumer<List<T>> commit) {
    this.commit = commit;
    this.waiting = new ArrayBlockingQueue<>(capacity);
    for (int i = 1; i <= writers; i++) {
      this.writers.add(Thread.ofPlatform().daemon().name(name + "-" + i).start(this::write));
    }
  }

  /** The commit the items will be part of; empty when too many wait already. */
  CompletableFuture<Void> submit(List<T> items) {
    var part = new Part<>(items, new CompletableFuture<Void>());
    if (!open || !waiting.offer(part)) {
      part.committed.completeExceptionally(new TooManyWaiting());
    }
    return part.committed;
  }

  private void write() {
    var parts = new ArrayList<Part<T>>();
    while (open || !waiting.isEmpty()) {
      try {
        Part<T> first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) continue;
        parts.add(first);
        waiting.drainTo(parts, MOST_PER_COMMIT - 1);
        commitAll(parts);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      } finally {
        parts.clear();
      }
    }
  }

  private void commitAll(List<Part<T>> parts) {
    var items = new ArrayList<T>();
    for (Part<T> part : parts) items.addAll(part.items);
    try {
      commit.accept(items);
      for (Part<T> part : parts) part.committed.complete(null);
    } catch (RuntimeException | Error failed) {
      for (Part<T> part : parts) part.committed.completeExceptionally(failed);
    }
  }

  /** Commits what waits, then ends. */
  @Override
  public void close() {
    open = false;
    for (Thread writer : writers) {
      try {
        writer.join(TimeUnit.SECONDS.toMillis(5));
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The database cannot keep up. */
  static final class TooManyWaiting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyWaiting() {
      super("Too many notices wait to be stored", null, false, false);
    }
  }
}
