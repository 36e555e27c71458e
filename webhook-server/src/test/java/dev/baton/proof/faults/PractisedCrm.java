package dev.baton.proof.faults;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmWebhook;
import dev.baton.crm.OAuthTokenVault;
import dev.baton.crm.OAuthTokens;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** A sandbox that Baton is practised with: an account for each run of the story. */
interface PractisedCrm extends AutoCloseable {
  String name();

  /** The kind of record that is routed. */
  String object();

  URI api();

  /**
   * Lets the CRM say no to its next call; answers how to end that.
   *
   * @param call its name; empty is answered where the CRM never says this to such a call
   */
  Optional<Runnable> say(WireFault fault, String call);

  /**
   * Whether a request creates something each time it arrives, because the CRM knows no key that
   * would make one of two (decision 0005): if the network doubles it, nobody can undo that.
   */
  boolean createsEachTime(String call);

  /** How long Baton leaves an account alone after "too many". */
  Duration leftAlone();

  /** A fresh account. */
  Account open(int number);

  @Override
  void close();

  /** One account of the CRM, with people in it. */
  interface Account {
    /** As connections name it. */
    String id();

    /** What the vault holds at first. */
    OAuthTokens firstTokens();

    CrmConnector connector(
        ConnectionId connection, URI through, OAuthTokenVault vault, InstantSource clock);

    /** Reads the webhooks of the account. */
    CrmWebhook webhook(CrmConnector connector);

    /** A user who can own records; answers the owner id. */
    String addUser(String name);

    /** A customer fills in a form; answers the record's id. */
    String leadComes(String email);

    /** A person gives the record to somebody in the CRM. */
    void giveByHand(String record, String owner);

    /** The CRM tells that the record came to be, or that it was changed. */
    CrmWebhook.Request webhookAbout(
        String record, boolean created, int number, InstantSource clock);

    CrmState state(String record);

    /** The owner by name. */
    String owner(String record);

    /** How many records there are that came in. */
    int records();
  }
}
