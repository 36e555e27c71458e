package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.agent.Absence;
import dev.baton.agent.AdminOverride;
import dev.baton.agent.AgentId;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.WeeklyHours;
import dev.baton.company.Company;
import dev.baton.company.ConnectionId;
import dev.baton.company.ConnectionUse;
import dev.baton.company.CrmConnection;
import dev.baton.company.TokenHash;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.LeadText;
import dev.baton.ledger.Entry;
import dev.baton.ledger.Lead;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Ledger.Admission;
import dev.baton.ledger.Sheet;
import dev.baton.rotation.Circumstances;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Offer;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.Follow;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.SharkTankReminded;
import dev.baton.rotation.RotationRules;
import dev.baton.rotation.Stage;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Calendar;
import dev.baton.routing.RoutingBooks.Publication;
import dev.baton.routing.RoutingSettings;
import dev.baton.tag.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store does, in sentences: in memory, H2 and PostgreSQL. */
public abstract class StoreContract extends StoreScene {

  // The ledger -----------------------------------------------------------------------------------

  @Test
  void an_admitted_lead_is_on_file_with_its_words_its_history_and_what_the_decision_saw() {
    Lead lead = offered();

    LeadFile file = file(lead);

    assertThat(file.lead()).isEqualTo(lead);
    assertThat(file.content()).isEqualTo(CONTENT);
    assertThat(file.rotation().stage()).isEqualTo(Stage.OFFERED);
    assertThat(file.history()).extracting("sequence").containsExactly(1, 2);
    assertThat(file.history()).allMatch(r -> r.revision() == 1);
    assertThat(file.lastLineUp().orElseThrow().lineUp().orElseThrow().line())
        .extracting("agent")
        .containsExactly(ANN, BOB);
  }

  @Test
  void the_same_record_is_the_same_lead() {
    Lead lead = offered();
    var again = new Lead(new LeadId(UUID.randomUUID()), ACME, lead.record(), Instant.EPOCH, "");

    assertThat(store.ledger().admit(again, CONTENT, begin()))
        .isEqualTo(new Admission.Known(lead.id()));
    assertThat(store.leads().latest(ACME, Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void the_state_kept_beside_the_history_is_its_fold() {
    Lead lead = offered();
    store.ledger().decide(lead.id(), command(new Decline(1, ANN, Channel.PAGE)));

    LeadFile file = file(lead);
    var row = store.leads().latest(ACME, Optional.empty(), 1).getFirst();

    var fold = Rotation.of(file.history().stream().map(LeadFile.Recorded::event).toList());
    assertThat(file.rotation()).isEqualTo(fold);
    assertThat(row.stage()).isEqualTo(fold.stage());
    assertThat(row.holder()).isEqualTo(fold.held().map(Offer::agent)).contains(BOB);
    assertThat(row.due()).isEqualTo(fold.due());
    assertThat(row.tags()).containsExactly("Harbour");
  }

  @Test
  void a_refusal_records_nothing() {
    Lead lead = offered();
    int before = file(lead).history().size();

    Decision decision =
        store.ledger().decide(lead.id(), command(new Accept(1, BOB, Channel.PAGE))).orElseThrow();

    assertThat(decision).isInstanceOf(Decision.Refused.class);
    assertThat(file(lead).history()).hasSize(before);
  }

  @Test
  void a_decision_that_breaks_leaves_everything_as_it_was() {
    Lead lead = offered();

    assertThatThrownBy(
            () ->
                store
                    .ledger()
                    .decide(
                        lead.id(),
                        sheet -> {
                          throw new IllegalStateException("broken");
                        }))
        .isInstanceOf(RuntimeException.class);

    assertThat(file(lead).rotation().stage()).isEqualTo(Stage.OFFERED);
  }

  @Test
  void there_is_no_decision_about_an_unknown_lead() {
    assertThat(store.ledger().decide(new LeadId(UUID.randomUUID()), command(new TimeOut())))
        .isEmpty();
  }

  @Test
  void of_200_accepts_at_once_exactly_one_wins_and_the_others_see_who() throws Exception {
    Lead lead = offered();
    var presses = new ArrayList<Callable<Decision>>();
    for (int i = 0; i < 200; i++) {
      presses.add(
          () ->
              store
                  .ledger()
                  .decide(lead.id(), command(new Accept(1, ANN, Channel.PAGE)))
                  .orElseThrow());
    }

    var decisions = new ArrayList<Decision>();
    try (var people = Executors.newFixedThreadPool(32)) {
      for (Future<Decision> press : people.invokeAll(presses)) decisions.add(press.get());
    }

    assertThat(decisions).filteredOn(d -> d instanceof Decided).hasSize(1);
    assertThat(file(lead).history())
        .filteredOn(r -> Json.kind(r.event()).equals("OfferAccepted"))
        .hasSize(1);
    assertThat(file(lead).rotation().owner()).contains(ANN);
  }

  @Test
  void due_leads_are_decided_oldest_first_and_those_not_due_are_left_alone() {
    Lead first = offered();
    store.clock().tick(Duration.ofMinutes(1));
    Lead second = offered();
    store.clock().tick(Duration.ofMinutes(3));
    Lead notDue = offered();
    store.clock().tick(Duration.ofMinutes(2));
    var decided = new ArrayList<LeadId>();

    int count =
        store
            .ledger()
            .decideDue(
                10,
                sheet -> {
                  decided.add(sheet.lead().id());
                  return timeOut(sheet);
                });

    assertThat(count).isEqualTo(2);
    assertThat(decided).containsExactly(first.id(), second.id()).doesNotContain(notDue.id());
    assertThat(store.ledger().decideDue(10, StoreContract::timeOut)).isZero();
  }

  /** One event alone before several: a batch of rows must not take its types from the first. */
  @Test
  void due_leads_of_which_less_or_more_is_to_be_told_are_decided_together() {
    var tank = Duration.ofMinutes(30);
    publish(
        new BookDraft(
            book().tags(),
            book().agents(),
            book().settings().withSharkTank(tank, Duration.ofMinutes(5))));
    Lead swims = offered();
    for (int offer = 1; offer <= 2; offer++) {
      store.clock().tick(WINDOW);
      store.ledger().decideDue(10, StoreContract::timeOut);
    }
    assertThat(file(swims).rotation().stage()).isEqualTo(Stage.SHARK_TANK);
    store.clock().tick(Duration.ofMinutes(2));
    Lead asked = offered();
    store.clock().tick(Duration.ofMinutes(8));

    assertThat(store.ledger().decideDue(10, StoreContract::timeOut)).isEqualTo(2);

    assertThat(file(swims).history().getLast().event()).isInstanceOf(SharkTankReminded.class);
    assertThat(file(asked).rotation().offers()).hasSize(2);
  }

  private static Entry timeOut(Sheet sheet) {
    return entry(sheet, new TimeOut());
  }

  @Test
  void an_expired_offer_is_settled_with_its_scheduled_end_however_late_it_is_noticed() {
    Lead lead = offered();
    Instant end = store.clock().instant().plus(WINDOW);
    store.clock().tick(Duration.ofHours(3));

    store.ledger().decideDue(10, StoreContract::timeOut);

    assertThat(file(lead).history())
        .extracting(LeadFile.Recorded::event)
        .filteredOn(e -> e instanceof OfferTimedOut)
        .containsExactly(new OfferTimedOut(end, 1, ANN));
    assertThat(file(lead).rotation().offer(1).orElseThrow().settledAt()).contains(end);
  }

  @Test
  void the_next_due_time_is_that_of_the_earliest_lead() {
    assertThat(store.ledger().nextDue()).isEmpty();
    Instant end = store.clock().instant().plus(WINDOW);
    offered();
    store.clock().tick(Duration.ofMinutes(1));
    offered();

    assertThat(store.ledger().nextDue()).contains(end);
  }

  @Test
  void leads_of_one_batch_see_who_was_asked_before_them() {
    Lead first = offered();
    Lead second = offered();

    assertThat(file(first).rotation().held().orElseThrow().agent()).isEqualTo(ANN);
    assertThat(file(second).rotation().held().orElseThrow().agent()).isEqualTo(BOB);
    store.clock().tick(Duration.ofHours(1));
    store.ledger().decideDue(10, StoreContract::timeOut);

    assertThat(file(first).rotation().held().orElseThrow().agent()).isEqualTo(BOB);
    assertThat(file(second).rotation().held().orElseThrow().agent()).isEqualTo(ANN);
  }

  @Test
  void an_offer_link_opens_one_offer_of_one_agent() {
    Lead lead = offered();
    var offer = new OfferId(lead.id(), 1);

    var link =
        store.leads().link(TokenHash.of(StoreUnderTest.TOKENS.token(offer, ANN))).orElseThrow();

    assertThat(link.offer()).isEqualTo(offer);
    assertThat(link.agent()).isEqualTo(ANN);
    assertThat(store.leads().link(TokenHash.of("guessed"))).isEmpty();
  }

  @Test
  void a_company_does_not_see_another_companys_leads() {
    Lead lead = offered();

    assertThat(store.leads().file(OTHER, lead.id())).isEmpty();
    assertThat(store.leads().latest(OTHER, Optional.empty(), 10)).isEmpty();
    assertThat(store.leads().of(OTHER, lead.record())).isEmpty();
    assertThat(store.leads().counts(OTHER)).isEmpty();
  }

  @Test
  void leads_are_listed_newest_first_by_stage_and_counted() {
    Lead owned = offered();
    store.ledger().decide(owned.id(), command(new Accept(1, ANN, Channel.PAGE)));
    store.clock().tick(Duration.ofSeconds(1));
    Lead open = offered();

    assertThat(store.leads().latest(ACME, Optional.empty(), 10))
        .extracting("id")
        .containsExactly(open.id(), owned.id());
    assertThat(store.leads().latest(ACME, Optional.of(Stage.OWNED), 10))
        .extracting("id")
        .containsExactly(owned.id());
    assertThat(store.leads().latest(ACME, Optional.empty(), 1)).hasSize(1);
    assertThat(store.leads().counts(ACME)).isEqualTo(Map.of(Stage.OWNED, 1L, Stage.OFFERED, 1L));
  }

  @Test
  void an_agent_who_is_unavailable_is_not_asked() {
    store.presences().set(ACME, ANN, false, store.clock().instant());

    Lead lead = offered();

    assertThat(store.presences().unavailable(ACME)).containsExactly(ANN);
    assertThat(file(lead).rotation().held().orElseThrow().agent()).isEqualTo(BOB);
    store.presences().set(ACME, ANN, true, store.clock().instant());
    assertThat(store.presences().unavailable(ACME)).isEmpty();
  }

  // Routing books --------------------------------------------------------------------------------

  @Test
  void publishing_makes_a_new_revision_and_the_old_one_stays() {
    BookDraft shorter =
        new BookDraft(book().tags(), List.of(agent(BOB, "12")), RoutingSettings.DEFAULT);

    publish(shorter);

    assertThat(store.books().current(ACME).revision()).isEqualTo(2);
    assertThat(store.books().current(ACME).content()).isEqualTo(shorter);
    assertThat(store.books().revision(ACME, 1).content()).isEqualTo(book());
    assertThat(store.books().current(OTHER).revision()).isZero();
  }

  @Test
  void an_event_names_the_revision_it_was_decided_under() {
    Lead lead = offered();
    publish(book());
    store.ledger().decide(lead.id(), command(new Decline(1, ANN, Channel.PAGE)));

    assertThat(file(lead).history()).extracting("revision").containsExactly(1, 1, 2, 2);
    assertThat(file(lead).history().getLast().event()).isInstanceOf(LeadOffered.class);
  }

  @Test
  void a_draft_with_problems_is_refused_with_all_of_them() {
    var draft =
        new BookDraft(
            List.of(Tag.preferential("A-B"), Tag.preferential("a b")),
            List.of(agent(ANN, "11"), agent(ANN, "12")),
            RoutingSettings.DEFAULT.withWindow(Duration.ofSeconds(10)));

    var refused =
        (Publication.Refused) store.books().publish(ACME, draft, "test", store.clock().instant());

    assertThat(refused.problems()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(store.books().current(ACME).revision()).isEqualTo(1);
  }

  // Companies ------------------------------------------------------------------------------------

  @Test
  void a_connection_is_found_by_its_account_and_its_settings_can_change() {
    store
        .companies()
        .connect(new CrmConnection(PORTAL, ACME, "hubspot", "4711", Map.of("object", "leads")));

    assertThat(store.companies().connection("hubspot", "4711").orElseThrow().settings())
        .containsEntry("object", "leads");
    assertThat(store.companies().connection("hubspot", "4712")).isEmpty();
    assertThat(store.companies().all()).extracting(Company::id).containsExactly(ACME, OTHER);
  }

  private CrmConnection begun() {
    var begun =
        CrmConnection.awaiting(new ConnectionId("acme-2"), ACME, "hubspot", Map.of("object", "x"));
    store.companies().connect(begun);
    return begun;
  }

  @Test
  void a_connection_that_was_begun_and_never_used_is_given_up_and_can_be_begun_again() {
    CrmConnection begun = begun();
    offered();

    assertThat(store.companies().giveUp(begun)).isEmpty();

    assertThat(store.companies().connections()).containsExactly(CONNECTION);
    assertThat(store.companies().giveUp(begun)).as("once more").isEmpty();
    begun();
    assertThat(store.companies().connections()).contains(begun, CONNECTION);
  }

  @Test
  void a_connection_by_which_leads_have_come_is_not_given_up() {
    offered();
    assertThat(store.companies().giveUp(CONNECTION)).contains(ConnectionUse.LEADS);
    assertThat(store.companies().connections()).containsExactly(CONNECTION);
  }

  @Test
  void a_connection_of_which_the_crm_has_told_anything_is_not_given_up() {
    store.inbox().keep(List.of(incoming("first")));
    assertThat(store.companies().giveUp(CONNECTION)).contains(ConnectionUse.NOTICES);
    assertThat(store.companies().connections()).containsExactly(CONNECTION);
  }

  @Test
  void a_connection_that_has_let_baton_in_is_not_given_up() {
    CrmConnection begun = begun();
    store.companies().settle(begun, "4712");
    assertThat(store.companies().giveUp(begun)).as("meanwhile").contains(ConnectionUse.LET_IN);

    store.users().keep(CONNECTION, List.of(), store.clock().instant());
    assertThat(store.companies().use(CONNECTION)).contains(ConnectionUse.LET_IN);
    assertThat(store.companies().giveUp(CONNECTION)).contains(ConnectionUse.LET_IN);
    assertThat(store.companies().connections()).hasSize(2);
  }

  @Test
  void a_connection_is_given_up_for_its_own_company_alone() {
    CrmConnection begun = begun();
    var theirs = CrmConnection.awaiting(begun.id(), OTHER, "hubspot", Map.of());
    assertThat(store.companies().giveUp(theirs)).isEmpty();
    assertThat(store.companies().connections()).contains(begun);
  }

  // The same customer -----------------------------------------------------------------------------

  private static LeadContent from(String email, String phone) {
    return new LeadContent(
        LeadText.NONE, new Contact("Cleo", email, phone), Set.of("Harbour"), "WEB");
  }

  private Lead arrives(LeadContent content) {
    Lead lead = newLead();
    store.ledger().admit(lead, content, begin());
    return lead;
  }

  private Rotation rotation(Lead lead) {
    return store.leads().file(ACME, lead.id()).orElseThrow().rotation();
  }

  @Test
  void a_lead_of_a_customer_with_an_owner_sees_that_owner() {
    Lead first = arrives(from("Cleo@example.org", ""));
    store.clock().tick(Duration.ofSeconds(1));
    AgentId owner = rotation(first).held().orElseThrow().agent();
    store.ledger().decide(first.id(), command(new Accept(1, owner, Channel.PAGE)));
    store.clock().tick(Duration.ofDays(2));

    Lead second = arrives(from("cleo@EXAMPLE.org ", ""));

    assertThat(rotation(second).owner()).contains(owner);
    assertThat(rotation(second).offers()).isEmpty();
  }

  @Test
  void a_lead_of_a_customer_on_his_way_follows_and_is_taken_up_when_the_earlier_one_is_owned() {
    Lead first = arrives(from("", "+1 (555) 010-1234"));
    store.clock().tick(Duration.ofSeconds(1));
    Lead second = arrives(from("", "001 555 0101234"));
    assertThat(rotation(second).following()).contains(first.id());
    assertThat(store.ledger().decideFollowing(10, command(new Follow()))).isZero();

    AgentId owner = rotation(first).held().orElseThrow().agent();
    store.ledger().decide(first.id(), command(new Accept(1, owner, Channel.PAGE)));

    assertThat(store.ledger().decideFollowing(10, command(new Follow()))).isEqualTo(1);
    assertThat(rotation(second).owner()).contains(owner);
    assertThat(store.ledger().decideFollowing(10, command(new Follow()))).isZero();
  }

  @Test
  void customers_who_share_nothing_do_not_see_each_other() {
    Lead first = arrives(from("cleo@example.org", "5550101234"));
    Lead second = arrives(from("leo@example.org", "5550101235"));

    assertThat(rotation(first).following()).isEmpty();
    assertThat(rotation(second).following()).isEmpty();
  }

  // Leads that wait ------------------------------------------------------------------------------

  @Test
  void leads_that_wait_for_an_agent_are_found_oldest_first() {
    store.presences().set(ACME, ANN, false, store.clock().instant());
    store.presences().set(ACME, BOB, false, store.clock().instant());
    Lead first = arrives(CONTENT);
    store.clock().tick(Duration.ofSeconds(1));
    Lead second = arrives(CONTENT);

    assertThat(store.leads().waiting(ACME, 10)).containsExactly(first.id(), second.id());
    assertThat(store.leads().waiting(OTHER, 10)).isEmpty();
  }

  @Test
  void what_many_leads_say_is_read_at_once_and_of_the_company_alone() {
    Lead one = arrives(CONTENT);
    Lead other = arrives(LeadContent.NONE);
    List<LeadId> both = List.of(one.id(), other.id());

    assertThat(store.leads().contents(ACME, both))
        .containsOnly(Map.entry(one.id(), CONTENT), Map.entry(other.id(), LeadContent.NONE));
    assertThat(store.leads().contents(OTHER, both)).isEmpty();
    assertThat(store.leads().contents(ACME, List.of())).isEmpty();
  }

  @Test
  void the_histories_of_many_leads_are_those_of_each_one_and_of_the_company_alone() {
    Lead one = arrives(CONTENT);
    Lead other = arrives(CONTENT);
    List<LeadId> both = List.of(one.id(), other.id());

    assertThat(store.leads().histories(ACME, both))
        .containsOnly(
            Map.entry(one.id(), file(one).history()), Map.entry(other.id(), file(other).history()));
    assertThat(store.leads().histories(OTHER, both)).isEmpty();
    assertThat(store.leads().histories(ACME, List.of())).isEmpty();
  }

  @Test
  void the_rows_of_some_leads_are_those_of_the_list_and_of_the_company_alone() {
    Lead one = arrives(CONTENT);
    arrives(CONTENT);
    List<LeadId> some = List.of(one.id());

    assertThat(store.leads().rows(ACME, some))
        .containsExactlyElementsOf(
            store.leads().latest(ACME, Optional.empty(), 10).stream()
                .filter(row -> row.id().equals(one.id()))
                .toList());
    assertThat(store.leads().rows(OTHER, some)).isEmpty();
    assertThat(store.leads().rows(ACME, List.of())).isEmpty();
  }

  @Test
  void the_leads_an_agent_is_offered_are_found() {
    Lead lead = arrives(CONTENT);
    AgentId agent = rotation(lead).held().orElseThrow().agent();

    assertThat(store.leads().offeredTo(ACME, agent)).containsExactly(lead.id());
    assertThat(store.leads().offeredTo(ACME, new AgentId("nobody"))).isEmpty();
  }

  @Test
  void every_decision_is_on_file_with_the_grounds_to_make_it_again() {
    Lead lead = arrives(CONTENT);
    AgentId agent = rotation(lead).held().orElseThrow().agent();
    store.clock().tick(Duration.ofSeconds(1));
    store.ledger().decide(lead.id(), command(new Decline(1, agent, Channel.PAGE)));

    var again = Rotation.NEW;
    var batch = new ArrayList<RotationEvent>();
    int decisions = 0;
    for (var recorded : store.leads().file(ACME, lead.id()).orElseThrow().history()) {
      batch.add(recorded.event());
      if (recorded.grounds().isEmpty()) continue;
      var grounds = recorded.grounds().get();
      var seen =
          new Circumstances(
              store.books().revision(ACME, recorded.revision()),
              grounds.facts(),
              recorded.recordedAt(),
              grounds.kin());
      var decided = (Decided) RotationRules.decide(again, grounds.command(), seen);
      assertThat(decided.events()).isEqualTo(batch);
      assertThat(decided.lineUp()).isEqualTo(recorded.lineUp());
      for (RotationEvent event : batch) again = again.after(event);
      batch.clear();
      decisions++;
    }
    assertThat(decisions).isEqualTo(2);
  }

  // Hours ----------------------------------------------------------------------------------------

  @Test
  void an_agent_out_of_office_is_not_asked_until_he_is_back() {
    Instant now = store.clock().instant();
    store.presences().away(ACME, ANN, new Absence("holiday", now, now.plus(WINDOW)));
    assertThat(rotation(arrives(CONTENT)).held().map(Offer::agent)).contains(BOB);

    store.clock().tick(WINDOW);

    assertThat(rotation(arrives(CONTENT)).held().map(Offer::agent)).contains(ANN);
    assertThat(store.ledger().facts(ACME).of(ANN).absences()).isEmpty();
  }

  @Test
  void who_is_back_sooner_was_away_until_then_and_who_does_not_go_never_was() {
    Instant now = store.clock().instant();
    var begun = new Absence("ill", now.minus(WINDOW), now.plus(WINDOW));
    var planned = new Absence("holiday", now.plus(WINDOW), now.plus(WINDOW.multipliedBy(2)));
    var other = new Absence("course", planned.from(), planned.to());
    for (Absence absence : List.of(begun, planned, other)) {
      store.presences().away(ACME, ANN, absence);
    }
    store.presences().away(ACME, BOB, planned);

    store.presences().back(ACME, ANN, begun, now);
    store.presences().back(ACME, ANN, planned, now);

    assertThat(store.presences().absences(ACME, Instant.EPOCH, now.plus(WINDOW.multipliedBy(9))))
        .containsEntry(ANN, List.of(new Absence("ill", begun.from(), now), other))
        .containsEntry(BOB, List.of(planned));
  }

  @Test
  void leads_held_outside_hours_are_released_oldest_first_apart_from_each_other() {
    Instant opening = store.clock().instant().plus(Duration.ofHours(20));
    var closed =
        new OperatingHours(
            WeeklyHours.always(ZoneOffset.UTC),
            Map.of(),
            Optional.of(new AdminOverride.ClosedUntil(opening)),
            Duration.ofSeconds(30));
    BookDraft book = store.books().current(ACME).content();
    store
        .books()
        .publish(
            ACME,
            new BookDraft(
                book.tags(),
                book.agents(),
                book.settings().with(new Calendar(ZoneOffset.UTC, Optional.of(closed), List.of()))),
            "test",
            store.clock().instant());
    Lead first = arrives(CONTENT);
    store.clock().tick(Duration.ofSeconds(1));
    Lead second = arrives(CONTENT);

    assertThat(rotation(first).due()).contains(opening);
    assertThat(rotation(second).due()).contains(opening.plusSeconds(30));
    store.clock().tick(Duration.ofHours(20));
    assertThat(store.ledger().decideDue(10, StoreContract::timeOut)).isEqualTo(1);
    assertThat(rotation(first).stage()).isEqualTo(Stage.OFFERED);
    assertThat(rotation(second).stage()).isEqualTo(Stage.HELD);
  }
}
