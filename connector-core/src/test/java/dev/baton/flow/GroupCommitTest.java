package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private final List<List<String>> commits = Collections.synchronizedList(new ArrayList<>());

  @Test
  void what_arrives_during_a_commit_shares_the_next_one() throws Exception {
    var committing = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var group =
        new GroupCommit<String>(
            "test",
            1,
            100,
            items -> {
              commits.add(List.copyOf(items));
              committing.countDown();
              await(goOn);
            })) {
      CompletableFuture<Void> first = group.submit(List.of("a"));
      committing.await(5, TimeUnit.SECONDS);
      CompletableFuture<Void> second = group.submit(List.of("b", "c"));
      CompletableFuture<Void> third = group.submit(List.of("d"));
      assertThat(first).isNotDone();
      goOn.countDown();
      CompletableFuture.allOf(first, second, third).get(5, TimeUnit.SECONDS);
    }

    assertThat(commits).containsExactly(List.of("a"), List.of("b", "c", "d"));
  }

  @Test
  void when_a_commit_fails_everybody_in_it_hears_of_it_and_the_next_goes_on() throws Exception {
    try (var group =
        new GroupCommit<String>(
            "test",
            1,
            100,
            items -> {
              if (items.contains("bad")) throw new IllegalStateException("database away");
            })) {
      assertThatThrownBy(() -> group.submit(List.of("bad")).get(5, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseMessage("database away");
      group.submit(List.of("good")).get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void more_than_can_wait_are_turned_away_at_once() throws Exception {
    var goOn = new CountDownLatch(1);
    try (var group = new GroupCommit<String>("test", 1, 1, items -> await(goOn))) {
      var submitted = new ArrayList<CompletableFuture<Void>>();
      for (int i = 0; i < 10; i++) submitted.add(group.submit(List.of("x")));

      assertThat(submitted).anyMatch(CompletableFuture::isCompletedExceptionally);
      goOn.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
