package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.baton.hubspot.sandbox.Fault.OnCall;
import dev.baton.hubspot.sandbox.Tokens.Access;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lets calls in: faults first, then the token, the limits, the body, and the endpoint. */
final class FrontDoor implements HttpHandler {
  private final SandboxSettings settings;
  private final InstantSource clock;
  private final Tokens tokens;
  private final Faults faults;
  private final Calls calls;
  private final Routes routes;
  private final RateLimits limits;
  private final Function<String, Account> accounts;

  FrontDoor(
      SandboxSettings settings,
      Tokens tokens,
      Faults faults,
      Calls calls,
      Routes routes,
      Function<String, Account> accounts) {
    this.settings = settings;
    this.clock = settings.clock();
    this.tokens = tokens;
    this.faults = faults;
    this.calls = calls;
    this.routes = routes;
    this.limits = new RateLimits(settings.limits());
    this.accounts = accounts;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Request.read(exchange);
      Optional<Access> access = tokens.access(request.token());
      String portal = access.map(Access::portal).orElse("");
      Optional<Answer> answer = answer(request, portal, access);
      int status = answer.map(Answer::status).orElse(0);
      calls.add(new Call(clock.instant(), portal, request.method(), request.path(), status));
      // Closing an exchange that was never answered breaks the connection.
      if (answer.isPresent()) send(exchange, answer.get());
    }
  }

  private Optional<Answer> answer(Request request, String portal, Optional<Access> access) {
    List<OnCall> effects = faults.hitting(request, portal);
    for (OnCall effect : effects) {
      switch (effect) {
        case OnCall.Says says -> {
          return Optional.of(says.answer());
        }
        case OnCall.Breaks breaks -> {
          if (!breaks.afterwards()) return Optional.empty();
        }
        case OnCall.Dawdles dawdles -> wait(dawdles);
      }
    }
    Answer answer = done(request, portal, access);
    return effects.stream().anyMatch(e -> e instanceof OnCall.Breaks)
        ? Optional.empty()
        : Optional.of(answer);
  }

  private Answer done(Request request, String portal, Optional<Access> access) {
    if (request.tooLarge()) {
      return refused(413, "REQUEST_TOO_LARGE", "A body has at most 1 MiB");
    }
    Optional<Routes.Found> found = routes.find(request);
    if (found.isEmpty()) {
      return routes.knowsPath(request)
          ? refused(405, "METHOD_NOT_ALLOWED", "Not with " + request.method())
          : refused(404, "NOT_FOUND", "There is nothing at this path");
    }
    if (request.isForm()) return ask(found.get(), request, MissingNode.getInstance(), "");
    Instant now = clock.instant();
    if (access.isEmpty()) {
      return refused(401, "INVALID_AUTHENTICATION", "The token opens nothing here");
    }
    if (access.get().expired(now)) {
      return refused(401, "EXPIRED_AUTHENTICATION", "The token has ended");
    }
    if (portal.isEmpty()) {
      return refused(403, "MISSING_SCOPES", "The token of an app opens no account");
    }
    Answer answer =
        limits
            .refuse(portal, request.isSearch(), now)
            .orElseGet(() -> understood(found.get(), request, portal));
    return request.isSearch() ? answer : answer.with(limits.headers(portal, now));
  }

  private Answer understood(Routes.Found found, Request request, String portal) {
    Optional<JsonNode> body = Json.parse(request.body());
    if (body.isEmpty()) return Answer.of(Refusal.invalid("The body is not JSON"));
    Optional<String> unknown = found.unknownType();
    if (unknown.isPresent()) {
      return Answer.of(Refusal.invalid("There is no kind of record " + unknown.get()));
    }
    return ask(found, request, body.get(), portal);
  }

  private Answer ask(Routes.Found found, Request request, JsonNode body, String portal) {
    try {
      return found
          .endpoint()
          .answer(
              new Question(
                  request,
                  found.path(),
                  body,
                  portal,
                  accounts.apply(portal),
                  Author.app(settings.app().id())));
    } catch (RuntimeException e) {
      return refused(500, "SANDBOX_BUG", "The sandbox itself failed: " + e);
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) exchange.getResponseBody().write(body);
  }

  private static void wait(OnCall.Dawdles dawdles) {
    try {
      Thread.sleep(dawdles.by());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Answer refused(int status, String category, String message) {
    return Answer.of(Refusal.of(status, category, message));
  }
}
