package dev.baton.salesforce.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.baton.salesforce.sandbox.Fault.OnCall;
import dev.baton.salesforce.sandbox.Tokens.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Lets calls in: faults first, then whatever the path leads to. */
final class FrontDoor implements HttpHandler {
  private final InstantSource clock;
  private final Tokens tokens;
  private final Faults faults;
  private final Calls calls;
  private final SoapEndpoint soap;
  private final TokenEndpoints granting;
  private final IdentityEndpoints identities;
  private final Orgs orgs;

  FrontDoor(
      InstantSource clock,
      Orgs orgs,
      Tokens tokens,
      Faults faults,
      Calls calls,
      SoapEndpoint soap,
      TokenEndpoints granting,
      IdentityEndpoints identities) {
    this.clock = clock;
    this.orgs = orgs;
    this.tokens = tokens;
    this.faults = faults;
    this.calls = calls;
    this.soap = soap;
    this.granting = granting;
    this.identities = identities;
  }

  /** A call with what is understood of it before anything is done. */
  private record Visit(Request request, Optional<SoapRequest> soap, Optional<Session> session) {
    String operation() {
      return soap.map(SoapRequest::operation).orElse(request.path());
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Request.read(exchange);
      Optional<SoapRequest> asked =
          request.isSoap() && !request.tooLarge()
              ? SoapRequest.read(request.body())
              : Optional.empty();
      String token = asked.map(SoapRequest::sessionId).orElseGet(request::token);
      var visit = new Visit(request, asked, tokens.session(token));
      String orgId = visit.session().map(Session::orgId).orElseGet(() -> granting.orgOf(request));
      Optional<Answer> answer = answer(visit, orgId);
      calls.add(
          new Call(
              clock.instant(),
              orgId,
              visit.operation(),
              asked.map(SoapRequest::size).orElse(0),
              asked.map(a -> a.header("CallOptions", "client")).orElse(""),
              answer.map(Answer::status).orElse(0),
              answer.map(Answer::fault).orElse("")));
      // Closing an exchange that was never answered breaks the connection.
      if (answer.isPresent()) send(exchange, answer.get(), request.takesGzip());
    }
  }

  private Optional<Answer> answer(Visit visit, String orgId) {
    List<OnCall> effects = faults.hitting(visit.operation(), orgId);
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
    Answer answer = done(visit);
    return effects.stream().anyMatch(e -> e instanceof OnCall.Breaks)
        ? Optional.empty()
        : Optional.of(answer);
  }

  private Answer done(Visit visit) {
    Request request = visit.request();
    try {
      if (request.tooLarge()) return Answer.html(413, "Request too large");
      if (request.isSoap()) return soap.answer(request, visit.soap(), visit.session());
      if (request.path().equals(IdentityEndpoints.USERINFO)
          || request.path().startsWith(IdentityEndpoints.ID)) {
        return identity(visit);
      }
      return switch (request.method() + " " + request.path()) {
        case "POST " + TokenEndpoints.TOKEN -> granting.token(request);
        case "POST " + TokenEndpoints.REVOKE, "GET " + TokenEndpoints.REVOKE ->
            granting.revoke(request);
        case "GET " + TokenEndpoints.AUTHORIZE -> granting.authorize(request);
        default -> Answer.html(404, "URL No Longer Exists");
      };
    } catch (CallRefused refused) {
      return SoapAnswer.of(refused);
    } catch (RuntimeException e) {
      return SoapAnswer.of(new CallRefused("UNKNOWN_EXCEPTION", "The sandbox itself failed: " + e));
    }
  }

  private Answer identity(Visit visit) {
    return visit
        .session()
        .filter(session -> session.isOpen(clock.instant()))
        .flatMap(
            session -> orgs.find(session.orgId()).map(org -> identities.identity(org, session)))
        .orElseGet(IdentityEndpoints::stranger);
  }

  private static void send(HttpExchange exchange, Answer answer, boolean gzip) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body();
    if (gzip && body.length > 0) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      body = packed(body);
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) exchange.getResponseBody().write(body);
  }

  private static byte[] packed(byte[] body) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    }
    return packed.toByteArray();
  }

  private static void wait(OnCall.Dawdles dawdles) {
    try {
      Thread.sleep(dawdles.by());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
