package dev.baton.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with plain HTTP and no script: opens pages, presses buttons, calls the API. */
public final class Browserless {
  private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  public HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address));
  }

  public HttpResponse<String> api(App app, String path) {
    return send(
        HttpRequest.newBuilder(app.address().resolve(path))
            .header("X-Auth-Token", Installation.API_TOKEN));
  }

  public HttpResponse<String> method(String method, URI address) {
    return send(HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()));
  }

  /** Opens the page, looks at it for as long as a person does, and presses a button. */
  public String press(URI link, String button) {
    String nonce = nonce(get(link).body());
    Instant looked = Instant.now().plus(Duration.ofMillis(1050));
    while (Instant.now().isBefore(looked)) LockSupport.parkUntil(looked.toEpochMilli());
    HttpResponse<String> answer = submit(link, button, nonce);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return get(link).body();
  }

  /** Presses without looking. */
  public HttpResponse<String> submit(URI link, String button, String nonce) {
    return send(
        HttpRequest.newBuilder(URI.create(link + "/" + button))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "nonce=" + URLEncoder.encode(nonce, StandardCharsets.UTF_8))));
  }

  public static String nonce(String page) {
    Matcher nonce = NONCE.matcher(page);
    assertThat(nonce.find()).as(page).isTrue();
    return nonce.group(1);
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }
}
