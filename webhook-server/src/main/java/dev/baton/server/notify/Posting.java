package dev.baton.server.notify;

import dev.baton.message.Channel.Outcome;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Posts over HTTP, with time-outs and without following anybody anywhere. */
final class Posting {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(Redirect.NEVER).build();

  Outcome post(HttpRequest.Builder request) {
    try {
      HttpResponse<Void> answer =
          client.send(request.timeout(ANSWER).build(), BodyHandlers.discarding());
      return outcome(answer);
    } catch (IOException away) {
      return new Outcome.TryAgain("No answer: " + away.getClass().getSimpleName());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Outcome.TryAgain("The server stops");
    }
  }

  private static Outcome outcome(HttpResponse<Void> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) return new Outcome.Sent();
    String why = "The answer is " + status;
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      return new Outcome.TryAgain(why, wait(answer));
    }
    return new Outcome.Refused(why);
  }

  private static Optional<Duration> wait(HttpResponse<Void> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("[0-9]{1,5}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
  }
}
