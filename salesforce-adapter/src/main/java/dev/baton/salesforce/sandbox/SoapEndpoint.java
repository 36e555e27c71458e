package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.Tokens.Session;
import java.time.InstantSource;
import java.util.Optional;

/** Answers SOAP calls: the session first, then the day's calls, and the operation. */
final class SoapEndpoint {
  private final InstantSource clock;
  private final Orgs orgs;
  private final Operations operations;
  private final ApiRequests requests;

  SoapEndpoint(InstantSource clock, Orgs orgs, Operations operations, ApiRequests requests) {
    this.clock = clock;
    this.orgs = orgs;
    this.operations = operations;
    this.requests = requests;
  }

  Answer answer(Request request, Optional<SoapRequest> call, Optional<Session> session) {
    if (!request.method().equals("POST") || call.isEmpty()) {
      throw new CallRefused("soapenv:Client", "Content is not a SOAP envelope");
    }
    String operation = call.get().operation();
    if (operation.equals("login")) {
      throw new CallRefused(
          "INVALID_OPERATION", "SOAP API login() is retired. Use OAuth to begin a session.");
    }
    Org org =
        session
            .filter(open -> open.isOpen(clock.instant()))
            .flatMap(open -> orgs.find(open.orgId()))
            .filter(found -> isMeant(found, request.orgInPath()))
            .orElseThrow(CallRefused::session);
    long used = requests.count(org.id());
    var results = new Markup();
    String userId = session.map(Session::userId).orElseThrow();
    operations.named(operation).answer(new Question(call.get(), org, userId), results);
    return SoapAnswer.of(operation, results, used, requests.allowed());
  }

  private static boolean isMeant(Org org, String orgInPath) {
    return orgInPath.isEmpty() || Ids.full(orgInPath).filter(org.id()::equals).isPresent();
  }
}
