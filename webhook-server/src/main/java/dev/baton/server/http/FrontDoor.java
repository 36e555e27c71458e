package dev.baton.server.http;

import dev.baton.account.Sessions;
import dev.baton.company.ApiTokens;
import dev.baton.company.CompanyId;
import dev.baton.company.TokenHash;
import dev.baton.ledger.StoreUnavailable;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every request comes in: finds the route, asks for the right to use it, reads the body
 * within its limit, and turns whatever goes wrong into an answer that says what to do.
 */
public final class FrontDoor extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

  /** The most of a refused body that is read away, in bytes. */
  private static final int READ_AWAY = 4 * 1024 * 1024;

  private final transient List<Route> routes;
  private final transient ApiTokens tokens;
  private final transient Doorkeeper doorkeeper;
  private final transient Watching watching;

  private final transient Map<String, String> headers;

  /**
   * @param secure whether people reach it by https
   */
  public FrontDoor(
      List<Route> routes,
      ApiTokens tokens,
      Doorkeeper doorkeeper,
      Watching watching,
      boolean secure) {
    this.headers = SecurityHeaders.of(secure);
    this.routes = List.copyOf(routes);
    this.tokens = tokens;
    this.doorkeeper = doorkeeper;
    this.watching = watching;
  }

  /** A front door for programs alone. */
  public FrontDoor(List<Route> routes, ApiTokens tokens, Watching watching) {
    this(routes, tokens, Doorkeeper.NOBODY, watching, false);
  }

  /** Sees every answer, to count and time it. */
  @FunctionalInterface
  public interface Watching {
    void answered(String method, String pattern, int status, long nanos);
  }

  public List<Route> routes() {
    return routes;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long start = System.nanoTime();
    var found = new String[] {"(none)"};
    Answer answer;
    try {
      answer = answer(request, found);
    } catch (Problem problem) {
      answer = problem.answer();
    } catch (StoreUnavailable away) {
      LOG.warn("{} {} database away", request.getMethod(), found[0]);
      answer = Problem.comeBack("The database is not available; try again soon.", 5).answer();
    } catch (RuntimeException broken) {
      LOG.error("{} {} failed", request.getMethod(), found[0], broken);
      answer =
          new Problem(500, "Internal error", "Something broke here; it has been logged.").answer();
    }
    readAway(request);
    send(answer, request, response);
    watching.answered(request.getMethod(), found[0], answer.status(), System.nanoTime() - start);
  }

  private Answer answer(HttpServletRequest request, String[] found) throws IOException {
    String path = request.getRequestURI();
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    var allowed = new TreeSet<String>();
    for (Route route : routes) {
      Optional<Map<String, String>> values = route.match(path);
      if (values.isEmpty()) continue;
      found[0] = route.pattern();
      if (route.method().equals(method)) return answer(route, values.get(), request);
      allowed.add(route.method());
      if (route.method().equals("GET")) allowed.add("HEAD");
    }
    if (allowed.isEmpty()) throw Problem.notFound("There is nothing at this address.");
    allowed.add("OPTIONS");
    String allow = String.join(", ", allowed);
    if (method.equals("OPTIONS")) return Answer.empty(204).with("Allow", allow);
    throw new Problem(405, "Method not allowed", "This address takes " + allow + ".")
        .with("Allow", allow);
  }

  private Answer answer(Route route, Map<String, String> path, HttpServletRequest request)
      throws IOException {
    if (route.access() instanceof Access.SignedIn asked)
      return signedIn(route, asked, path, request);
    Optional<CompanyId> company = Optional.empty();
    if (route.access() == Access.API_TOKEN) company = Optional.of(companyOf(request));
    Optional<Visitor> visitor =
        route.access() == Access.ONLOOKER ? doorkeeper.visitor(cookie(request)) : Optional.empty();
    return route.handler().answer(question(route, path, request, company, visitor));
  }

  private static Optional<String> cookie(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Cookie"));
  }

  /** A stranger is sent to log in; somebody whose role does not allow it is told so. */
  private Answer signedIn(
      Route route, Access.SignedIn asked, Map<String, String> path, HttpServletRequest request)
      throws IOException {
    Optional<Visitor> visitor = doorkeeper.visitor(cookie(request));
    try {
      if (visitor.isEmpty()) return Answer.seeOther("/login" + comingBack(route, request));
      if (!visitor.get().may(asked.permission())) throw notAllowed(visitor.get());
      Question question = question(route, path, request, visitor.map(Visitor::company), visitor);
      if (route.method().equals("POST")) requireOwnForm(question, visitor.get());
      return framed(route.handler().answer(question), visitor.get());
    } catch (Problem problem) {
      Answer page = doorkeeper.page(problem, visitor);
      return visitor.isPresent() ? framed(page, visitor.get()) : page;
    }
  }

  /** Only where it is known whose pages these are can somebody be allowed to frame them. */
  private Answer framed(Answer answer, Visitor visitor) {
    return SecurityHeaders.inFramesOf(doorkeeper.mayFrame(visitor), answer);
  }

  private static String comingBack(Route route, HttpServletRequest request) {
    if (!route.method().equals("GET")) return "";
    String query = Optional.ofNullable(request.getQueryString()).map(q -> "?" + q).orElse("");
    return "?next=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
  }

  private static Problem notAllowed(Visitor visitor) {
    return visitor.kind() == Sessions.Kind.LINK
        ? new Problem(
            403, "Log in for that", "Your link opens your own leads. For more, log in by password.")
        : new Problem(
            403, "Not for your role", "Your role does not allow that. An admin can change it.");
  }

  private static void requireOwnForm(Question question, Visitor visitor) {
    byte[] given = question.form().getOrDefault("csrf", "").getBytes(StandardCharsets.UTF_8);
    boolean own = MessageDigest.isEqual(given, visitor.csrf().getBytes(StandardCharsets.UTF_8));
    if (!own || question.fromElsewhere()) {
      throw new Problem(
          403,
          "Nothing was changed",
          "The form did not come from this page as it is now. Open the page again and press there.");
    }
  }

  private static Question question(
      Route route,
      Map<String, String> path,
      HttpServletRequest request,
      Optional<CompanyId> company,
      Optional<Visitor> visitor)
      throws IOException {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    String target = request.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    return new Question(
        request.getMethod(),
        target,
        path,
        Question.decode(query),
        name -> Optional.ofNullable(request.getHeader(name)),
        body(route, request),
        company,
        visitor);
  }

  private CompanyId companyOf(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("X-Auth-Token"))
        .flatMap(token -> tokens.company(TokenHash.of(token)))
        .orElseThrow(
            () ->
                new Problem(
                    401, "Not authorised", "Send your company's API token in X-Auth-Token."));
  }

  private static byte[] body(Route route, HttpServletRequest request) throws IOException {
    int limit = route.bodyLimit();
    if (request.getContentLengthLong() > limit) throw Problem.tooLarge(limit);
    byte[] body = request.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) throw Problem.tooLarge(limit);
    return body;
  }

  /**
   * Reads what is left of a body nobody wanted. Closing a connection on which bytes are still
   * coming resets it, and the caller would see a broken line instead of the answer that says why.
   * Who asked first whether to send it has sent nothing yet and is not asked to.
   */
  private static void readAway(HttpServletRequest request) {
    if (request.getHeader("Expect") != null) return;
    var buffer = new byte[8192];
    try {
      ServletInputStream in = request.getInputStream();
      long read = 0;
      for (int n = 0; n >= 0 && read < READ_AWAY; n = in.read(buffer)) read += n;
    } catch (IOException gone) {
      LOG.debug("The caller left before his body was read", gone);
    }
  }

  private void send(Answer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    var all = new LinkedHashMap<>(headers);
    all.putAll(answer.headers());
    all.values().removeIf(String::isEmpty);
    all.forEach(response::setHeader);
    boolean wanted = !request.getMethod().equals("HEAD");
    if (answer.stream().isPresent()) {
      if (wanted) answer.stream().get().writeTo(response.getOutputStream());
      return;
    }
    response.setContentLength(answer.body().length);
    if (wanted) response.getOutputStream().write(answer.body());
  }
}
