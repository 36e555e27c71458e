package dev.baton.server.my;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.server.Installation;
import dev.baton.server.people.OwnLink;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open pages of an agent hear that something happened to him, and nothing of others. */
class MyEventsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private Installation acme;
  private Staff staff;

  @BeforeEach
  void open() {
    acme =
        new Installation(data, Optional.empty())
            .agent("ann", "Harbour")
            .agent("bob", "Airport")
            .start();
    staff = new Staff(data);
  }

  @AfterEach
  void close() {
    staff.close();
    acme.close();
    http.close();
  }

  /** What a page of an agent has heard so far. */
  private record Page(List<String> heard, CompletableFuture<Void> ended) {
    boolean looksAgain() {
      return heard.contains("event: look");
    }
  }

  private Person in(String agent) {
    var person = new Person(acme.app().address());
    person.comeBy(OwnLink.of(staff.database(), data, Installation.ACME, agent));
    return person;
  }

  private Page listening(String agent) {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    CompletableFuture<Void> ended =
        http.sendAsync(asked(in(agent), "text/event-stream"), BodyHandlers.ofLines())
            .thenAccept(
                answer -> {
                  assertThat(answer.headers().firstValue("Content-Type"))
                      .contains("text/event-stream");
                  try (Stream<String> lines = answer.body()) {
                    lines.forEach(heard::add);
                  }
                });
    await().atMost(PATIENCE).until(() -> heard.contains("retry: 3000"));
    return new Page(heard, ended);
  }

  private HttpRequest asked(Person person, String type) {
    return HttpRequest.newBuilder(acme.app().address().resolve("/my/events"))
        .header("Cookie", person.cookie().orElseThrow())
        .header("Accept", type)
        .build();
  }

  @Test
  void an_offer_is_heard_of_by_the_agents_pages_and_by_nobody_elses() {
    Page anns = listening("ann");
    Page onceMore = listening("ann");
    Page bobs = listening("bob");

    acme.leadArrives();

    await().atMost(PATIENCE).until(() -> anns.looksAgain() && onceMore.looksAgain());
    assertThat(bobs.looksAgain()).isFalse();
    assertThat(anns.heard()).as("says that, and not what").contains("data: ").hasSizeLessThan(8);
  }

  @Test
  void what_was_there_before_is_no_news() {
    acme.leadArrives();
    await().atMost(PATIENCE).until(() -> in("ann").get("/my").body().contains("A lead for you"));

    Page anns = listening("ann");
    Page bobs = listening("bob");
    acme.leadArrives();
    await().atMost(PATIENCE).until(anns::looksAgain);
    assertThat(Collections.frequency(anns.heard(), "event: look")).isEqualTo(1);
    assertThat(bobs.looksAgain()).isFalse();
  }

  @Test
  void whoever_knows_no_such_streams_is_not_kept_waiting_and_strangers_hear_nothing()
      throws Exception {
    assertThat(http.send(asked(in("ann"), "*/*"), BodyHandlers.ofString()).statusCode())
        .isEqualTo(204);
    var stranger =
        HttpRequest.newBuilder(acme.app().address().resolve("/my/events"))
            .header("Accept", "text/event-stream")
            .build();
    assertThat(http.send(stranger, BodyHandlers.ofString()).statusCode()).isEqualTo(303);
  }

  @Test
  void of_one_agent_eight_pages_are_told_and_no_more() throws Exception {
    for (int page = 0; page < 8; page++) listening("ann");

    assertThat(
            http.send(asked(in("ann"), "text/event-stream"), BodyHandlers.ofString()).statusCode())
        .isEqualTo(204);
  }

  @Test
  void a_server_that_stops_does_not_wait_for_pages_that_listen() {
    Page anns = listening("ann");
    long before = System.nanoTime();

    acme.app().close();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    await().atMost(PATIENCE).until(() -> anns.ended().isDone());
  }
}
