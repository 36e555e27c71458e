package dev.baton.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away under load and comes back: told honestly, and nothing is lost. */
class DatabaseAwayTest {
  @TempDir Path directory;

  private EmbeddedPostgres database(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(directory.resolve("pg"))
        .setCleanDataDirectory(false)
        .start();
  }

  @Test
  void while_the_database_is_away_webhooks_are_asked_to_come_back_and_then_arrive()
      throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var person = new Browserless();
    EmbeddedPostgres database = database(port);
    try (var acme =
        new Installation(
                directory.resolve("data"),
                java.util.Optional.of(database.getJdbcUrl("postgres", "postgres")))
            .agent("ann", "Harbour")
            .start()) {
      database.close();

      String contact = acme.leadArrives();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> acme.sandbox().webhooks().sent().stream().anyMatch(s -> s.status() == 503));
      HttpResponse<String> ready = person.get(acme.app().address().resolve("/ready"));
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.headers().firstValue("Retry-After")).isPresent();
      assertThat(person.get(acme.app().address().resolve("/health")).statusCode()).isEqualTo(200);
      HttpResponse<String> api = person.api(acme.app(), "/api/v1/leads");
      assertThat(api.statusCode()).isEqualTo(503);
      assertThat(api.headers().firstValue("Retry-After")).isPresent();

      database = database(port);

      await().atMost(Duration.ofSeconds(60)).until(() -> !acme.openTasks(contact).isEmpty());
      URI link = acme.link(acme.openTasks(contact).getFirst());
      assertThat(person.press(link, "accept")).contains("This lead is yours");
    } finally {
      database.close();
    }
  }
}
