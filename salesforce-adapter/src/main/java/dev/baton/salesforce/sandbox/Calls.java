package dev.baton.salesforce.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest calls, oldest first. */
final class Calls {
  private static final int MOST = 2_000;

  private final Deque<Call> latest = new ArrayDeque<>();

  synchronized void add(Call call) {
    if (latest.size() == MOST) latest.removeFirst();
    latest.addLast(call);
  }

  synchronized List<Call> all() {
    return new ArrayList<>(latest);
  }
}
