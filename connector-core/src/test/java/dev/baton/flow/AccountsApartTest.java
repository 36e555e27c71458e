package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmNotice.RecordCreated;
import dev.baton.crm.CrmWebhook;
import dev.baton.feedback.CommentId;
import dev.baton.inbox.Inbox;
import dev.baton.inbox.Incoming;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.memory.InMemoryCrm;
import dev.baton.store.StoreUnderTest;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An account that hangs delays no other. Work is begun here in the order the test says. */
class AccountsApartTest implements Connectors {
  private static final CompanyId ACME = new CompanyId("acme");
  private static final ConnectionId HANGING = new ConnectionId("hanging");
  private static final ConnectionId QUICK = new ConnectionId("quick");

  private final StoreUnderTest store = StoreUnderTest.inMemory();
  private final Map<ConnectionId, InMemoryCrm> crms =
      Map.of(HANGING, new InMemoryCrm(HANGING), QUICK, new InMemoryCrm(QUICK));
  private final Deque<Runnable> begun = new ArrayDeque<>();
  private final AtomicInteger rung = new AtomicInteger();
  private final WorkingOffInbox inbox;

  AccountsApartTest() {
    store.companies().put(new Company(ACME, "Acme", ZoneOffset.UTC));
    crms.keySet().forEach(id -> store.companies().connect(connection(id)));
    var rotating = new RotatingLeads(store.ledger(), Bells.silent());
    var working =
        new WorkingOnNotices(
            store.inbox(),
            store.breakers(),
            this,
            new TakingInLeads(
                store.ledger(),
                store.leads(),
                store.books(),
                rotating,
                new RecordingFeedback(
                    rotating,
                    store.comments(),
                    () -> new CommentId(UUID.randomUUID()),
                    store.clock()),
                () -> new LeadId(UUID.randomUUID()),
                dev.baton.agent.ZipCentroids.NONE),
            new HearingAnswers(this, store.leads(), rotating),
            store.clock());
    inbox =
        new WorkingOffInbox(
            store.inbox(), working, store.clock(), begun::add, wait -> rung.incrementAndGet());
  }

  private void told(ConnectionId connection) {
    CrmRecord record = crms.get(connection).givenRecord(LeadContent.NONE);
    String payload =
        OwnNotices.write(new RecordCreated("contacts", record.id(), store.clock().instant()));
    store
        .inbox()
        .keep(
            List.of(
                new Incoming(
                    "memory",
                    connection.value(),
                    connection + record.id(),
                    payload,
                    Optional.of(connection(connection)),
                    Optional.empty(),
                    store.clock().instant())));
  }

  private List<String> states() {
    return store.inbox().latest(ACME, 10).stream().map(Inbox.Kept::state).toList();
  }

  @Test
  void while_one_account_hangs_the_other_s_notices_are_worked_on_and_no_more_of_its_own_taken() {
    told(HANGING);
    assertThat(inbox.work()).isEqualTo(1);
    Runnable hanging = begun.remove();
    told(HANGING);
    told(QUICK);

    assertThat(inbox.work()).isEqualTo(1);
    begun.remove().run();

    assertThat(states()).containsExactly("DONE", "NEW", "NEW");
    assertThat(inbox.work()).isZero();
    hanging.run();
    assertThat(rung).hasValue(2);
    assertThat(inbox.work()).isEqualTo(1);
    begun.remove().run();
    assertThat(states()).containsOnly("DONE");
  }

  @Test
  void each_account_is_worked_on_apart() {
    told(HANGING);
    told(QUICK);

    assertThat(inbox.work()).isEqualTo(2);

    assertThat(begun).hasSize(2);
  }

  @Test
  void an_account_that_cannot_be_spoken_with_any_more_fails_alone() {
    var gone = new ConnectionId("gone");
    store.companies().connect(connection(gone));
    store
        .inbox()
        .keep(
            List.of(
                new Incoming(
                    "memory",
                    "gone",
                    "x",
                    "{}",
                    Optional.of(connection(gone)),
                    Optional.empty(),
                    store.clock().instant())));
    told(QUICK);

    inbox.work();
    begun.forEach(Runnable::run);

    assertThat(store.inbox().latest(ACME, 10))
        .extracting(Inbox.Kept::state, Inbox.Kept::note)
        .contains(org.assertj.core.groups.Tuple.tuple("NEW", "internal error"));
    assertThat(states()).contains("DONE");
  }

  @Override
  public CrmConnector connector(ConnectionId id) {
    return crm(id);
  }

  @Override
  public CrmAccount account(ConnectionId id) {
    return crm(id);
  }

  private InMemoryCrm crm(ConnectionId id) {
    return Optional.ofNullable(crms.get(id)).orElseThrow(NoSuchElementException::new);
  }

  @Override
  public CrmConnection connection(ConnectionId id) {
    return new CrmConnection(id, ACME, "memory", id.value(), Map.of());
  }

  @Override
  public CrmWebhook webhook(ConnectionId id) {
    crm(id);
    return new CrmWebhook() {
      @Override
      public Receipt receive(Request request, java.time.Instant now) {
        throw new UnsupportedOperationException("Nothing comes over the wire here");
      }

      @Override
      public dev.baton.crm.CrmNotice read(String payload) {
        return new dev.baton.crm.CrmNotice.Unreadable("not a notice");
      }
    };
  }
}
