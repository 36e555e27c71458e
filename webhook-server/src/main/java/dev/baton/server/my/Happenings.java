package dev.baton.server.my;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.ledger.OwnLeads;
import dev.baton.ledger.StoreUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that something happened to agents who have a page open. It looks at what was recorded, so
 * that it hears of what another node has done, too; once for each company, however many look on.
 */
public final class Happenings implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Happenings.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** What is looked at again, because it may have been committed late. */
  private static final Duration LATE = Duration.ofSeconds(20);

  private static final int MOST_EARS = 2_000;
  private static final int MOST_OF_ONE = 8;

  private final OwnLeads own;
  private final InstantSource clock;
  private final List<Ear> ears = new CopyOnWriteArrayList<>();
  private final Thread looking;
  private volatile boolean open = true;

  public Happenings(OwnLeads own, InstantSource clock) {
    this.own = own;
    this.clock = clock;
    this.looking = Thread.ofVirtual().name("happenings").start(this::lookOn);
  }

  /** An open page of an agent. */
  final class Ear implements AutoCloseable {
    private final CompanyId company;
    private final AgentId agent;
    private final Semaphore news = new Semaphore(0);

    /** What has happened to him lately and is known to him. */
    private volatile Set<Long> known;

    private Ear(CompanyId company, AgentId agent) {
      this.company = company;
      this.agent = agent;
      this.known = his(lately(company));
    }

    private Set<Long> his(Map<Long, AgentId> happened) {
      return happened.entrySet().stream()
          .filter(each -> each.getValue().equals(agent))
          .map(Map.Entry::getKey)
          .collect(Collectors.toSet());
    }

    private void told(Map<Long, AgentId> happened) {
      Set<Long> now = his(happened);
      if (!known.containsAll(now)) news.release();
      known = now;
    }

    /** Waits until something happens to him; whether it did. */
    boolean hears(Duration atMost) throws InterruptedException {
      boolean heard = news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
      news.drainPermits();
      return heard && open;
    }

    /** Whether there is somebody who listens for him. */
    boolean open() {
      return open;
    }

    @Override
    public void close() {
      ears.remove(this);
    }
  }

  /** Listens for an agent; empty where too many are listened for. */
  Optional<Ear> listen(CompanyId company, AgentId agent) {
    long his =
        ears.stream().filter(e -> e.company.equals(company) && e.agent.equals(agent)).count();
    if (!open || ears.size() >= MOST_EARS || his >= MOST_OF_ONE) return Optional.empty();
    var ear = new Ear(company, agent);
    ears.add(ear);
    return Optional.of(ear);
  }

  private void lookOn() {
    try {
      while (open) {
        Thread.sleep(EVERY);
        look();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    Map<CompanyId, List<Ear>> listening =
        ears.stream().collect(Collectors.groupingBy(ear -> ear.company));
    for (Map.Entry<CompanyId, List<Ear>> each : listening.entrySet()) {
      try {
        Map<Long, AgentId> happened = lately(each.getKey());
        each.getValue().forEach(ear -> ear.told(happened));
      } catch (StoreUnavailable away) {
        LOG.debug("Pages that are open are not told of news: {}", away.toString());
      } catch (RuntimeException broken) {
        // The only thread that looks: without it no page would ever hear of anything again.
        LOG.error("Pages that are open are not told of news", broken);
      }
    }
  }

  private Map<Long, AgentId> lately(CompanyId company) {
    return own.happened(company, clock.instant().minus(LATE));
  }

  @Override
  public void close() {
    open = false;
    looking.interrupt();
    ears.forEach(ear -> ear.news.release());
  }
}
