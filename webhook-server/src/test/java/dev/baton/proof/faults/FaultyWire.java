package dev.baton.proof.faults;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;

/** A network that counts the requests, and lets one of them go wrong. */
final class FaultyWire extends Network {
  private final BiFunction<WireFault, String, Optional<Runnable>> saying;

  private final List<String> requests = new ArrayList<>();
  private CountDownLatch runEnds = new CountDownLatch(1);
  private int doomed;
  private WireFault fault = WireFault.NEVER_ARRIVES;

  /**
   * @param saying lets the CRM say no to its next call, which is named; answers how to end that, or
   *     nothing where it would never say this to such a call
   */
  FaultyWire(URI crm, BiFunction<WireFault, String, Optional<Runnable>> saying) {
    super(crm);
    this.saying = saying;
    open();
  }

  /** The request of that number goes wrong, counted from 1 and from now on. */
  synchronized void failAt(int number, WireFault how) {
    runEnds.countDown();
    runEnds = new CountDownLatch(1);
    requests.clear();
    doomed = number;
    fault = how;
  }

  void countAnew() {
    failAt(0, WireFault.NEVER_ARRIVES);
  }

  /** The requests since, as people would name them. */
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  private synchronized Optional<WireFault> counted(String name) {
    requests.add(name);
    return requests.size() == doomed ? Optional.of(fault) : Optional.empty();
  }

  private synchronized CountDownLatch endOfRun() {
    return runEnds;
  }

  @Override
  void carry(HttpExchange exchange, byte[] body, String name) throws IOException {
    Optional<WireFault> wrong = counted(name);
    if (wrong.isEmpty()) {
      answer(exchange, forward(exchange, body));
    } else if (wrong.get().saidByCrm()) {
      Optional<Runnable> end = saying.apply(wrong.get(), name);
      HttpResponse<byte[]> answer = forward(exchange, body);
      end.ifPresent(Runnable::run);
      answer(exchange, answer);
    } else {
      goWrong(wrong.get(), exchange, body);
    }
  }

  /** Closing an exchange that was never answered breaks the connection. */
  private void goWrong(WireFault how, HttpExchange exchange, byte[] body) throws IOException {
    switch (how) {
      case NEVER_ARRIVES -> {}
      case ANSWER_LOST -> forward(exchange, body);
      case ANSWER_LATE -> {
        CountDownLatch end = endOfRun();
        forward(exchange, body);
        await(end);
      }
      case TWICE_FIRST_ANSWER -> {
        HttpResponse<byte[]> first = forward(exchange, body);
        forward(exchange, body);
        answer(exchange, first);
      }
      case TWICE_SECOND_ANSWER -> {
        forward(exchange, body);
        answer(exchange, forward(exchange, body));
      }
      default -> throw new IllegalArgumentException("Said by the CRM itself: " + how);
    }
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    countAnew();
    super.close();
  }
}
