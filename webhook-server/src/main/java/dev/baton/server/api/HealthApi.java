package dev.baton.server.api;

import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Route;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Whether the process lives, whether it can work, and its figures. */
public final class HealthApi {
  private final BooleanSupplier databaseAnswers;
  private final BooleanSupplier draining;
  private final Supplier<String> metrics;

  public HealthApi(
      BooleanSupplier databaseAnswers, BooleanSupplier draining, Supplier<String> metrics) {
    this.databaseAnswers = databaseAnswers;
    this.draining = draining;
    this.metrics = metrics;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/health", Access.ANYBODY, question -> Answer.json("{\"status\":\"up\"}")),
        Route.get("/ready", Access.ANYBODY, question -> ready()),
        Route.get("/metrics", Access.ANYBODY, question -> metrics()));
  }

  private Answer ready() {
    boolean stopping = draining.getAsBoolean();
    boolean database = databaseAnswers.getAsBoolean();
    String json =
        "{\"ready\":%s,\"database\":\"%s\",\"draining\":%s}"
            .formatted(database && !stopping, database ? "up" : "down", stopping);
    Answer answer = Answer.json(json);
    return database && !stopping
        ? answer
        : new Answer(503, answer.headers(), answer.body()).with("Retry-After", "2");
  }

  private Answer metrics() {
    return Answer.of(200, "text/plain; version=0.0.4; charset=utf-8", metrics.get());
  }
}
