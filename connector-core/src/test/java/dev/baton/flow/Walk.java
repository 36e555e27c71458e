package dev.baton.flow;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.agent.Distribution;
import dev.baton.agent.Sla;
import dev.baton.agent.Team;
import dev.baton.agent.ZipCentroids;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmWebhook;
import dev.baton.feedback.CommentId;
import dev.baton.inbox.Incoming;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.LeadText;
import dev.baton.ledger.LeadFile;
import dev.baton.memory.InMemoryCrm;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.store.StoreUnderTest;
import dev.baton.tag.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * The whole walk of a lead with a CRM in memory, one step at a time, on a clock that tests tick.
 */
final class Walk implements Connectors, AutoCloseable {
  static final CompanyId ACME = new CompanyId("acme");
  static final ConnectionId CRM = new ConnectionId("acme-crm");
  static final Duration WINDOW = Duration.ofMinutes(5);
  static final Duration USERS_EVERY = Duration.ofMinutes(15);

  final StoreUnderTest store;
  final InMemoryCrm crm;
  final RotatingLeads rotating;
  final MindingAgents minding;
  final RecordingFeedback feedback;
  final CatchingUp catchingUp;
  final SyncingUsers syncing;
  private final WorkingOffInbox inbox;
  private final DeliveringWrites delivering;
  private final Map<String, CrmNotice> notices = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final List<Agent> agents = new ArrayList<>();
  private CrmConnection connection;
  private List<Team> teams = List.of();
  private RoutingSettings settings = RoutingSettings.DEFAULT;
  private int keys;
  private int customers;

  Walk(StoreUnderTest store, Map<String, String> settings) {
    this.store = store;
    crm = new InMemoryCrm(CRM, store.clock());
    connection = new CrmConnection(CRM, ACME, "memory", "1", settings);
    store.companies().put(new Company(ACME, "Acme", ZoneOffset.UTC));
    store.companies().connect(connection);
    var bells = Bells.silent();
    rotating = new RotatingLeads(store.ledger(), bells);
    minding =
        new MindingAgents(
            store.companies(),
            store.books(),
            store.presences(),
            store.ledger(),
            store.leads(),
            rotating);
    feedback =
        new RecordingFeedback(
            rotating, store.comments(), () -> new CommentId(UUID.randomUUID()), store.clock());
    inbox =
        new WorkingOffInbox(
            store.inbox(),
            new WorkingOnNotices(
                store.inbox(),
                store.breakers(),
                this,
                new TakingInLeads(
                    store.ledger(),
                    store.leads(),
                    store.books(),
                    rotating,
                    feedback,
                    () -> new LeadId(UUID.randomUUID()),
                    ZipCentroids.NONE),
                new HearingAnswers(this, store.leads(), rotating),
                store.clock()),
            store.clock(),
            Runnable::run,
            Bell.silent());
    catchingUp =
        new CatchingUp(
            store.companies(),
            this,
            store.heartbeats(),
            store.inbox(),
            store.clock(),
            Runnable::run);
    syncing = anotherNodeSyncing();
    delivering =
        new DeliveringWrites(
            store.outbox(),
            new DeliveringOne(
                store.outbox(),
                store.breakers(),
                store.attempts(),
                this,
                new TellingAgents(
                    store.books(),
                    store.companies(),
                    store.comments(),
                    (offer, agent) -> "https://baton.example/o/" + offer.key()),
                store.clock()),
            store.clock(),
            Runnable::run,
            Bell.silent());
  }

  SyncingUsers anotherNodeSyncing() {
    return syncing(Runnable::run);
  }

  SyncingUsers syncing(Executor threads) {
    return new SyncingUsers(
        store.companies(),
        store.users(),
        this,
        new MindingUsers(
            store.books(),
            store.presences(),
            store.users(),
            minding,
            new MindingDeliveries(store.deliveries(), this, Bells.silent(), store.clock()),
            store.clock()),
        store.clock(),
        threads,
        USERS_EVERY);
  }

  Walk agent(String id, boolean catchall) {
    String owner = crm.givenUser(id, id + "@example.org");
    owners.put(id, owner);
    agents.add(
        new Agent(
            new AgentId(id),
            id,
            id + "@example.org",
            catchall ? Set.of() : Set.of("Harbour"),
            true,
            catchall,
            Map.of(CRM, new CrmIdentity(owner, "u" + owner))));
    return publish();
  }

  Walk agentOutsideTheCrm(String id, String email) {
    agents.add(new Agent(new AgentId(id), id, email, Set.of("Harbour"), true, false, Map.of()));
    return publish();
  }

  Walk settings(RoutingSettings changed) {
    settings = changed;
    return publish();
  }

  /** All agents are a team that promises something. */
  Walk promising(Sla sla) {
    List<Team.Member> members = agents.stream().map(a -> Team.Member.of(a.id())).toList();
    teams = List.of(Team.of("sales", Distribution.BY_SCORE, members).promising(sla));
    return publish();
  }

  private Walk publish() {
    var draft =
        new BookDraft(
            List.of(Tag.preferential("Harbour")), agents, teams, settings.withWindow(WINDOW));
    store.books().publish(ACME, draft, "test", store.clock().instant());
    return this;
  }

  String owner(String agent) {
    return owners.get(agent);
  }

  String user(String agent) {
    return "u" + owners.get(agent);
  }

  Instant now() {
    return store.clock().instant();
  }

  CrmRecord leadArrives() {
    return leadArrives("cleo" + ++customers + "@example.org");
  }

  /** What somebody of that e-mail address writes. */
  static LeadContent from(String email) {
    return new LeadContent(
        new LeadText("", "A warehouse near the harbour", Map.of()),
        new Contact("Cleo Customer", email, ""),
        Set.of(),
        "WEB");
  }

  CrmRecord leadArrives(String email) {
    CrmRecord record = crm.givenRecord(from(email));
    tell(new CrmNotice.RecordCreated("contacts", record.id(), now()));
    settle();
    return record;
  }

  /** The CRM tells us something; it is kept, but not yet worked on. */
  void tell(CrmNotice notice) {
    String key = "notice" + ++keys;
    notices.put(key, notice);
    keep(key);
  }

  void keep(String key) {
    store
        .inbox()
        .keep(
            List.of(
                new Incoming(
                    "memory", "1", key, key, Optional.of(connection), Optional.empty(), now())));
  }

  /** Works until nothing waits. */
  void settle() {
    int done;
    do {
      done = inbox.work() + rotating.settleDue(100) + delivering.deliver();
    } while (done > 0);
  }

  void passes(Duration time) {
    store.clock().tick(time);
    settle();
  }

  LeadFile file(CrmRecord record) {
    return store.leads().file(ACME, store.leads().of(ACME, record).orElseThrow()).orElseThrow();
  }

  @Override
  public CrmConnector connector(ConnectionId id) {
    return crm;
  }

  @Override
  public CrmAccount account(ConnectionId id) {
    return crm;
  }

  @Override
  public CrmConnection connection(ConnectionId id) {
    if (!id.equals(CRM)) throw new NoSuchElementException(id.value());
    return connection;
  }

  @Override
  public CrmWebhook webhook(ConnectionId id) {
    return new CrmWebhook() {
      @Override
      public Receipt receive(Request request, Instant now) {
        throw new UnsupportedOperationException("Nothing comes over the wire here");
      }

      @Override
      public CrmNotice read(String payload) {
        return notices.getOrDefault(payload, new CrmNotice.Unreadable("not a notice"));
      }
    };
  }

  @Override
  public void close() {
    store.close();
  }
}
