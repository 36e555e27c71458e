package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.inbox.Incoming;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.LeadText;
import dev.baton.ledger.Entry;
import dev.baton.ledger.Lead;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Ledger.Admission;
import dev.baton.ledger.Ledger.Decider;
import dev.baton.ledger.Sheet;
import dev.baton.outbox.Promise;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationRules;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBooks.Publication;
import dev.baton.routing.RoutingSettings;
import dev.baton.tag.Tag;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A company with a connection and two agents, in a store: what the contracts of all ports begin
 * with.
 */
public abstract class StoreScene {
  static final CompanyId ACME = new CompanyId("acme");
  static final CompanyId OTHER = new CompanyId("other");
  static final ConnectionId PORTAL = new ConnectionId("acme-hubspot");
  static final CrmConnection CONNECTION =
      new CrmConnection(PORTAL, ACME, "hubspot", "4711", Map.of("object", "contacts"));
  static final AgentId ANN = new AgentId("ann");
  static final AgentId BOB = new AgentId("bob");
  static final Duration LEASE = Duration.ofMinutes(2);
  static final Duration WINDOW = Duration.ofMinutes(5);
  static final LeadContent CONTENT =
      new LeadContent(
          new LeadText("Harbour", "A warehouse", Map.of("city", "Kiel")),
          new Contact("Cleo Customer", "", ""),
          Set.of("Harbour"),
          "WEB");

  StoreUnderTest store;
  private int records;

  protected abstract StoreUnderTest open();

  @BeforeEach
  void openStore() {
    store = open();
    store.companies().put(new Company(ACME, "Acme", ZoneOffset.UTC));
    store.companies().put(new Company(OTHER, "Other", ZoneOffset.UTC));
    store.companies().connect(CONNECTION);
    publish(book());
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static BookDraft book() {
    return new BookDraft(
        List.of(Tag.preferential("Harbour")),
        List.of(agent(ANN, "11"), agent(BOB, "12")),
        RoutingSettings.DEFAULT.withWindow(WINDOW));
  }

  static Agent agent(AgentId id, String owner) {
    return new Agent(
        id,
        id.value().toUpperCase(java.util.Locale.ROOT),
        id + "@example.org",
        Set.of("Harbour"),
        true,
        false,
        Map.of(PORTAL, new CrmIdentity(owner, "u" + owner)));
  }

  void publish(BookDraft draft) {
    assertThat(store.books().publish(ACME, draft, "test", store.clock().instant()))
        .isInstanceOf(Publication.Published.class);
  }

  Lead newLead() {
    return new Lead(
        new LeadId(UUID.randomUUID()),
        ACME,
        new CrmRecord(PORTAL, "contacts", String.valueOf(++records)),
        store.clock().instant(),
        "");
  }

  static Decider command(RotationCommand command, Promise... promises) {
    return sheet -> entry(sheet, command, promises);
  }

  static Decider begin(Promise... promises) {
    return sheet ->
        entry(sheet, new Begin(sheet.circumstances().book().tagIndex().find(CONTENT)), promises);
  }

  static Entry entry(Sheet sheet, RotationCommand command, Promise... promises) {
    return new Entry(
        RotationRules.decide(sheet.rotation(), command, sheet.circumstances()),
        command,
        List.of(promises));
  }

  Lead offered(Promise... promises) {
    Lead lead = newLead();
    assertThat(store.ledger().admit(lead, CONTENT, begin(promises)))
        .isInstanceOf(Admission.Admitted.class);
    return lead;
  }

  LeadFile file(Lead lead) {
    return store.leads().file(ACME, lead.id()).orElseThrow();
  }

  Incoming incoming(String key) {
    return new Incoming(
        "hubspot",
        "4711",
        key,
        "{\"key\":\"" + key + "\"}",
        Optional.of(CONNECTION),
        Optional.empty(),
        store.clock().instant());
  }
}
