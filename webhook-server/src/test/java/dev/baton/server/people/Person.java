package dev.baton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.server.Browserless;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that keeps one cookie and runs no script. */
public final class Person {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private final Browserless http = new Browserless();
  private final URI site;
  private Optional<String> cookie = Optional.empty();
  private Optional<String> languages = Optional.empty();

  public Person(URI site) {
    this.site = site;
  }

  /** His browser says from now on that he reads these languages. */
  public Person reading(String accepted) {
    languages = Optional.of(accepted);
    return this;
  }

  public HttpResponse<String> get(String path) {
    return keeping(http.send(with(HttpRequest.newBuilder(site.resolve(path)))));
  }

  /** Sends a form without looking at its page. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
            .collect(Collectors.joining("&"));
    return keeping(
        http.send(
            with(HttpRequest.newBuilder(site.resolve(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))));
  }

  /** Looks at a page, and sends one of its forms. */
  public HttpResponse<String> fill(String page, String path, Map<String, String> fields) {
    var all = new java.util.HashMap<>(fields);
    all.put("csrf", csrf(page));
    return post(path, all);
  }

  /** Opens the link of an agent's messages, reads for as long as people do, and presses. */
  public HttpResponse<String> comeBy(String link) {
    String nonce = Browserless.nonce(get(link).body());
    Instant read = Instant.now().plus(Duration.ofMillis(1050));
    while (Instant.now().isBefore(read)) LockSupport.parkUntil(read.toEpochMilli());
    return post(link, Map.of("nonce", nonce));
  }

  /** Looks at a page, and sends one of its forms with a file. */
  public HttpResponse<String> upload(
      String page, String path, Map<String, String> fields, Optional<byte[]> file) {
    String boundary = "----a-boundary-of-the-test";
    var body = new java.io.ByteArrayOutputStream();
    var all = new java.util.HashMap<>(fields);
    all.put("csrf", csrf(page));
    all.forEach(
        (name, value) ->
            body.writeBytes(
                ("--"
                        + boundary
                        + "\r\nContent-Disposition: form-data; name=\""
                        + name
                        + "\"\r\n\r\n")
                    .concat(value + "\r\n")
                    .getBytes(StandardCharsets.UTF_8)));
    body.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + (file.isPresent() ? "users.csv" : "")
                + "\"\r\nContent-Type: text/csv\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    file.ifPresent(body::writeBytes);
    body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return keeping(
        http.send(
            with(HttpRequest.newBuilder(site.resolve(path)))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))));
  }

  /** What the forms of a page carry. */
  public String csrf(String page) {
    Matcher found = CSRF.matcher(get(page).body());
    assertThat(found.find()).as("a form on " + page).isTrue();
    return found.group(1);
  }

  public HttpResponse<String> logIn(String email, String password) {
    return post("/login", Map.of("email", email, "password", password));
  }

  public Optional<String> cookie() {
    return cookie;
  }

  public void steal(Person other) {
    cookie = other.cookie;
  }

  private HttpRequest.Builder with(HttpRequest.Builder request) {
    cookie.ifPresent(c -> request.header("Cookie", c));
    languages.ifPresent(l -> request.header("Accept-Language", l));
    return request;
  }

  private HttpResponse<String> keeping(HttpResponse<String> answer) {
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(
            set -> {
              String pair = set.split(";", 2)[0];
              cookie = pair.endsWith("=") ? Optional.empty() : Optional.of(pair);
            });
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
