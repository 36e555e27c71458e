package dev.baton.server.setup;

import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.security.RandomTokens;
import dev.baton.server.security.SecretKey;
import dev.baton.server.why.TestLeadAdvice;
import dev.baton.server.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * Calls Baton's own public address and sees whether it is Baton that answers: the proof is made
 * with the installation's key, so that another server there is found out. Only the configured
 * address is called, and no redirect is followed.
 */
public final class SelfTest {
  private static final String PATH = "/reach/";
  private static final int PROOF = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final URI publicUrl;
  private final byte[] key;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();

  public SelfTest(URI publicUrl, SecretKey key) {
    this.publicUrl = publicUrl;
    this.key = key.forPurpose("reaching itself");
  }

  /**
   * How it went.
   *
   * @param told for an admin
   * @param local whether the address is one that nobody else reaches
   */
  public record Outcome(boolean reached, String told, boolean local) {}

  public List<Route> routes() {
    return List.of(Route.get(PATH + "{nonce}", Access.GATE, this::answer));
  }

  private Answer answer(Question asked) {
    String nonce = asked.path().getOrDefault("nonce", "");
    if (!nonce.matches("[\\w-]{43}")) throw Problem.notFound("There is nothing at this address.");
    return Answer.of(200, "text/plain; charset=utf-8", proof(nonce));
  }

  private String proof(String nonce) {
    return HexFormat.of().formatHex(SecretKey.hmac(key, nonce));
  }

  public URI address() {
    return publicUrl;
  }

  /**
   * Calls.
   *
   * @param words in which it is told how it went
   */
  public Outcome call(Words words) {
    boolean local = TestLeadAdvice.onThisMachine(publicUrl);
    String nonce = RandomTokens.next();
    var request =
        HttpRequest.newBuilder(publicUrl.resolve(PATH + nonce)).timeout(PATIENCE).GET().build();
    try {
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      byte[] body;
      try (InputStream in = answer.body()) {
        body = in.readNBytes(PROOF + 1);
      }
      boolean ours =
          answer.statusCode() == 200
              && MessageDigest.isEqual(body, proof(nonce).getBytes(StandardCharsets.US_ASCII));
      return ours
          ? new Outcome(true, words.say("setup.address.reached"), local)
          : new Outcome(
              false, words.say("setup.address.somebody-else", answer.statusCode()), local);
    } catch (IOException unreachable) {
      String why = unreachable.getClass().getSimpleName();
      return new Outcome(false, words.say("setup.address.nobody", why), local);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Outcome(false, words.say("setup.address.stopping"), local);
    }
  }
}
