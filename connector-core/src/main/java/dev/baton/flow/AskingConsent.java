package dev.baton.flow;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.Consents;
import dev.baton.crm.Consents.Standing;
import dev.baton.crm.CrmConsent;
import dev.baton.crm.CrmConsent.Consented;
import dev.baton.crm.CrmUnavailable;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * Asks an admin in the browser to let Baton into a CRM account. The state that goes there and back
 * is good once, for ten minutes, for one connection; what comes back is kept only if it opens the
 * account of that connection.
 */
public final class AskingConsent {
  private static final int BYTES = 32;

  private final Connectors connectors;
  private final Doors doors;
  private final Consents consents;
  private final URI back;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param back where CRMs send the browser afterwards
   */
  public AskingConsent(
      Connectors connectors, Doors doors, Consents consents, URI back, InstantSource clock) {
    this.connectors = connectors;
    this.doors = doors;
    this.consents = consents;
    this.back = back;
    this.clock = clock;
  }

  /** How an answer of the CRM ended. */
  public sealed interface Outcome {
    /** Baton is let in. */
    record LetIn(CrmConnection connection) implements Outcome {}

    /** The state is good no more, or never was. */
    record NotOpen(Standing why) implements Outcome {}

    /** Somebody let Baton into another account than the connection's; nothing was kept. */
    record OtherAccount(CrmConnection connection, String account) implements Outcome {}

    /** The account that was to be found out is connected already; nothing was kept. */
    record TakenAlready(CrmConnection connection) implements Outcome {}

    /** The CRM gave nothing for its own code. */
    record CrmRefused(CrmConnection connection, String why) implements Outcome {}
  }

  /** Whether a person has to be asked before Baton can come in. */
  public boolean isMissing(ConnectionId connection) {
    return doors.isShut(connection) && doors.consent(connection).isPresent();
  }

  /** Whether a person can let Baton in, for the first time or again. */
  public boolean isPossible(ConnectionId connection) {
    return doors.consent(connection).isPresent();
  }

  /**
   * Begins to ask: the address is for the browser of who may let Baton in.
   *
   * @return empty where nobody's consent is needed
   */
  public Optional<URI> begin(ConnectionId id) {
    CrmConnection connection = connectors.connection(id);
    return doors
        .consent(id)
        .map(
            consent -> {
              String state = secret();
              String verifier = secret();
              consents.begin(sha256(state), connection, verifier, clock.instant());
              return consent.page(back, state, encoded(sha256(verifier)));
            });
  }

  /** What a state is worth. Changes nothing. */
  public Standing look(String state) {
    return consents.look(sha256(state), clock.instant());
  }

  /**
   * Takes the CRM's answer: trades the code for tokens, which are kept if they are the right ones.
   */
  public Outcome complete(String state, String code) {
    Standing standing = consents.use(sha256(state), clock.instant());
    if (!(standing instanceof Standing.Open open)) return new Outcome.NotOpen(standing);
    CrmConnection connection = connectors.connection(open.connection());
    Optional<CrmConsent> consent = doors.consent(connection.id());
    if (consent.isEmpty()) return new Outcome.NotOpen(new Standing.Unknown());
    try {
      Consented given = consent.get().redeem(code, back, open.verifier());
      if (connection.isAwaiting()) return firstLetIn(connection, given);
      if (!given.account().equals(connection.account())) {
        return new Outcome.OtherAccount(connection, given.account());
      }
      doors.keep(connection.id(), given.tokens());
      return new Outcome.LetIn(connection);
    } catch (CrmUnavailable refused) {
      return new Outcome.CrmRefused(connection, String.valueOf(refused.getMessage()));
    }
  }

  /** Whoever lets Baton in says by it which account the connection is to. */
  private Outcome firstLetIn(CrmConnection connection, Consented given) {
    if (given.account().isEmpty()) return new Outcome.OtherAccount(connection, "");
    if (!doors.settle(connection, given.account())) return new Outcome.TakenAlready(connection);
    doors.keep(connection.id(), given.tokens());
    return new Outcome.LetIn(connectors.connection(connection.id()));
  }

  private String secret() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return encoded(bytes);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has SHA-256", missing);
    }
  }
}
