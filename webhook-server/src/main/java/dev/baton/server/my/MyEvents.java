package dev.baton.server.my;

import dev.baton.account.Permission;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.my.Happenings.Ear;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Server-sent events for an agent's open page. They say that something happened, not what: the page
 * looks again, and sees what its reader may see.
 */
public final class MyEvents {
  /** Then the browser asks anew, and whoever has been put out meanwhile hears nothing more. */
  private static final Duration ONE_TURN = Duration.ofMinutes(2);

  /** So often a sign of life is sent, by which a closed page is noticed, too. */
  private static final Duration ALIVE = Duration.ofSeconds(15);

  private static final String TYPE = "text/event-stream";

  private final KnowingMe knowing;
  private final Happenings happenings;
  private final InstantSource clock;

  public MyEvents(KnowingMe knowing, Happenings happenings, InstantSource clock) {
    this.knowing = knowing;
    this.happenings = happenings;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(Route.get("/my/events", Access.to(Permission.OWN_LEADS), this::listen));
  }

  private Answer listen(Question asked) {
    Me me = knowing.me(asked);
    // Whoever does not know such streams is not kept waiting for the end of one.
    if (!asked.header().apply("Accept").orElse("").contains(TYPE)) return Answer.empty(204);
    Optional<Ear> ear = happenings.listen(me.at(), me.id());
    // By 204 a browser is told to ask no more.
    if (ear.isEmpty()) return Answer.empty(204);
    return Answer.streaming(TYPE, out -> tell(ear.get(), out)).with("X-Accel-Buffering", "no");
  }

  private void tell(Ear ear, OutputStream out) throws IOException {
    Instant end = clock.instant().plus(ONE_TURN);
    try (ear) {
      write(out, "retry: 3000\n\n");
      while (ear.open() && clock.instant().isBefore(end)) {
        write(out, ear.hears(ALIVE) ? "event: look\ndata: \n\n" : ": still here\n\n");
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(OutputStream out, String words) throws IOException {
    out.write(words.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
