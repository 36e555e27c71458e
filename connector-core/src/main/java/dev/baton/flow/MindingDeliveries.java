package dev.baton.flow;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.delivery.Attempt;
import dev.baton.delivery.Deliveries;
import dev.baton.delivery.Deliveries.Wanted;
import dev.baton.delivery.Delivery;
import dev.baton.delivery.Delivery.Direction;
import dev.baton.delivery.Delivery.Matter;
import dev.baton.delivery.InWords;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows people what went in and out, and sets it going once more where they say so. */
public final class MindingDeliveries {
  private static final Logger LOG = LoggerFactory.getLogger(MindingDeliveries.class);

  private final Deliveries deliveries;
  private final Connectors connectors;
  private final Bells bells;
  private final InstantSource clock;

  public MindingDeliveries(
      Deliveries deliveries, Connectors connectors, Bells bells, InstantSource clock) {
    this.deliveries = deliveries;
    this.connectors = connectors;
    this.bells = bells;
    this.clock = clock;
  }

  public List<Delivery> latest(CompanyId company, Wanted wanted, int limit) {
    return deliveries.latest(company, wanted, limit);
  }

  public Optional<Delivery> find(CompanyId company, Direction direction, long id) {
    return deliveries.find(company, direction, id);
  }

  public List<Attempt> attempts(CompanyId company, Delivery delivery) {
    return deliveries.attempts(company, delivery.direction(), delivery.id());
  }

  /** What a delivery is about: a notice as it is understood, not as the CRM wrote it. */
  public String words(Delivery delivery) {
    return switch (delivery.matter()) {
      case Matter.Promised promised -> InWords.of(promised.promise());
      case Matter.Told told -> told(delivery.connection(), told.payload());
    };
  }

  private String told(ConnectionId connection, String payload) {
    try {
      return InWords.of(
          OwnNotices.read(payload).orElseGet(() -> connectors.webhook(connection).read(payload)));
    } catch (NoSuchElementException notConnectedAnyMore) {
      return "A notice of a CRM that is not connected any more";
    }
  }

  /** False where it is not on hold. */
  public boolean retry(CompanyId company, long promise) {
    boolean retried = deliveries.retry(company, promise, clock.instant());
    if (retried) bells.outbox().ring();
    LOG.info("company={} promise={} tried once more: {}", company, promise, retried);
    return retried;
  }

  /** Answers how many were on hold. */
  public int retryAll(
      CompanyId company, Optional<ConnectionId> connection, Optional<String> cause) {
    int retried = deliveries.retryAll(company, connection, cause, clock.instant());
    if (retried > 0) bells.outbox().ring();
    LOG.info("company={} {} promises on hold tried once more", company, retried);
    return retried;
  }

  /** False where it has no outcome yet. */
  public boolean replay(CompanyId company, long notice) {
    boolean replayed = deliveries.replay(company, notice, clock.instant());
    if (replayed) bells.intake().ring();
    LOG.info("company={} notice={} worked on once more: {}", company, notice, replayed);
    return replayed;
  }
}
