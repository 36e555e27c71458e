package dev.baton.flow;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmNotice.RecordChanged;
import dev.baton.crm.CrmNotice.RecordCreated;
import dev.baton.crm.CrmNotice.RecordDeleted;
import dev.baton.crm.CrmWebhook;
import dev.baton.inbox.Inbox;
import dev.baton.inbox.Incoming;
import dev.baton.lead.CrmRecord;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.tag.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Sends a lead through that is plainly a test, as a customer's would come: made in the CRM, told of
 * by its webhook, read back, offered. Afterwards it is deleted, and nothing of it stays open.
 */
public final class SendingTestLeads {
  /** So many notices are looked through for the one that tells of the test lead. */
  private static final int LOOKED_THROUGH = 5_000;

  /** Clocks of nodes differ a little. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final Connectors connectors;
  private final RoutingBooks books;
  private final Inbox inbox;
  private final Leads leads;
  private final Bells bells;
  private final InstantSource clock;

  public SendingTestLeads(
      Connectors connectors,
      RoutingBooks books,
      Inbox inbox,
      Leads leads,
      Bells bells,
      InstantSource clock) {
    this.connectors = connectors;
    this.books = books;
    this.inbox = inbox;
    this.leads = leads;
    this.bells = bells;
    this.clock = clock;
  }

  /**
   * How far a test lead has come.
   *
   * @param told when the CRM told us of it; empty while it has not
   * @param trouble why it is not taken in although it was told of; empty where nothing is wrong
   * @param file what is on record of it here, once it has come in
   */
  public record Journey(Optional<Instant> told, String trouble, Optional<LeadFile> file) {}

  /**
   * Creates a test lead.
   *
   * @param words what it asks for; where it is empty, for the first tag that some agent holds
   * @throws dev.baton.crm.CrmUnavailable when the CRM could not be asked, or refuses
   */
  public TestLead send(ConnectionId connection, String words) {
    CompanyId company = connectors.connection(connection).company();
    String asked = words.isBlank() ? someTag(books.current(company)) : words;
    // The key holds milliseconds, and what it says has to be what is known.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    CrmRecord record =
        connectors.account(connection).createTestLead(TestLead.name(now), asked.strip());
    return new TestLead(record, now);
  }

  private static String someTag(RoutingBook book) {
    return book.content().tags().stream()
        .map(Tag::name)
        .filter(name -> book.agents().stream().anyMatch(a -> book.heldBy(a.id()).contains(name)))
        .findFirst()
        .map(name -> "It asks for: " + name.text())
        .orElse("");
  }

  /** Looks how far it has come. Changes nothing. */
  public Journey look(TestLead test) {
    CompanyId company = connectors.connection(test.record().connection()).company();
    Optional<LeadFile> file =
        leads.of(company, test.record()).flatMap(lead -> leads.file(company, lead));
    if (file.isPresent()) {
      return new Journey(Optional.of(file.get().lead().receivedAt()), "", file);
    }
    Optional<Inbox.Kept> notice = notice(test);
    return new Journey(
        notice.map(Inbox.Kept::receivedAt),
        notice.map(Inbox.Kept::note).orElse(""),
        Optional.empty());
  }

  private Optional<Inbox.Kept> notice(TestLead test) {
    ConnectionId connection = test.record().connection();
    CrmWebhook webhook = connectors.webhook(connection);
    return inbox.since(connection, test.createdAt().minus(MARGIN), LOOKED_THROUGH).stream()
        .filter(kept -> OwnNotices.read(kept.payload()).isEmpty())
        .filter(kept -> speaksOf(webhook.read(kept.payload()), test.record()))
        .findFirst();
  }

  private static boolean speaksOf(CrmNotice notice, CrmRecord record) {
    return switch (notice) {
      case RecordCreated n -> n.object().equals(record.object()) && n.id().equals(record.id());
      case RecordChanged n -> n.object().equals(record.object()) && n.id().equals(record.id());
      default -> false;
    };
  }

  /**
   * Deletes the test lead in the CRM and ends its rotation here, whether or not the CRM tells of
   * the deletion (Salesforce never does). Nothing happens where that was done before, or where the
   * record is no test.
   *
   * @throws dev.baton.crm.CrmUnavailable when the CRM could not be asked
   */
  public void cleanUp(TestLead test) {
    CrmConnection connection = connectors.connection(test.record().connection());
    connectors.account(connection.id()).deleteTestLead(test.record());
    Instant now = clock.instant();
    var gone = new RecordDeleted(test.record().object(), test.record().id(), now);
    // Worked on as if the CRM had told it: the record is read back, so this too is but a hint.
    inbox.keep(
        List.of(
            new Incoming(
                connection.crm(),
                connection.account(),
                "baton/" + connection.id() + "/test/" + test.key() + "/" + now.toEpochMilli(),
                OwnNotices.write(gone),
                Optional.of(connection),
                Optional.empty(),
                now)));
    bells.intake().ring();
  }
}
