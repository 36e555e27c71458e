package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.TeamId;
import dev.baton.company.ConnectionId;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.LeadText;
import dev.baton.lead.SearchWords;
import dev.baton.ledger.Lead;
import dev.baton.ledger.LeadSearch;
import dev.baton.ledger.LeadStatus;
import dev.baton.ledger.Leads.Found;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Decline;
import dev.baton.rotation.RotationCommand.End;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationCommand.Resubmit;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Traits;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How leads are found by people who look for them, whatever keeps them. */
abstract class LeadSearchContract extends StoreScene {
  private static final TagName HARBOUR = TagName.of("Harbour");

  private List<LeadId> found(LeadSearch search) {
    return store.leads().search(ACME, search, 50).stream().map(f -> f.row().id()).toList();
  }

  private List<LeadId> found(String typed) {
    return found(LeadSearch.ALL.saying(SearchWords.typed(typed)));
  }

  private Lead of(Contact contact, String subject) {
    Lead lead = newLead();
    var content = new LeadContent(new LeadText(subject, "", Map.of()), contact, Set.of(), "WEB");
    store.ledger().admit(lead, content, command(new Begin(List.of(TagMatch.given(HARBOUR)))));
    return lead;
  }

  private AgentId holder(Lead lead) {
    return file(lead).rotation().held().orElseThrow().agent();
  }

  private void decide(Lead lead, RotationCommand command) {
    store.ledger().decide(lead.id(), command(command));
  }

  @Test
  void the_latest_received_comes_first_with_its_person_and_where_it_stands() {
    Lead first = offered();
    store.clock().tick(Duration.ofMinutes(1));
    Lead second = of(new Contact("Cleo Canary", "cleo@sea.example", ""), "A shed");
    decide(second, new Accept(1, holder(second), Channel.PAGE));

    List<Found> all = store.leads().search(ACME, LeadSearch.ALL, 50);

    assertThat(all).extracting(f -> f.row().id()).containsExactly(second.id(), first.id());
    Found latest = all.getFirst();
    assertThat(latest.contact().email()).isEqualTo("cleo@sea.example");
    assertThat(latest.subject()).isEqualTo("A shed");
    assertThat(latest.status()).isEqualTo(LeadStatus.ACCEPTED);
    assertThat(latest.ownedAt()).contains(store.clock().instant());
    assertThat(latest.row().owner()).contains(BOB);
  }

  @Test
  void pages_are_turned_by_the_last_lead_of_each_and_show_every_lead_once() {
    var all = new ArrayList<LeadId>();
    for (int i = 0; i < 7; i++) {
      all.add(offered().id());
      // Several at the same moment, too.
      if (i % 3 == 0) store.clock().tick(Duration.ofSeconds(1));
    }
    var seen = new ArrayList<LeadId>();
    var search = LeadSearch.ALL;
    while (true) {
      List<Found> page = store.leads().search(ACME, search, 2);
      if (page.isEmpty()) break;
      page.forEach(f -> seen.add(f.row().id()));
      search = search.after(page.getLast().place());
    }
    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void a_lead_is_found_by_the_beginning_of_name_address_number_subject_and_crm_id() {
    Lead lead =
        of(
            new Contact("Zoë Müller-Lang", "zoe.lang@Sea-Side.example", "+49 (0)171 555 0123"),
            "Große Halle");
    of(new Contact("Ann Other", "other@land.example", "+1 555 999 8888"), "Small shed");

    for (String typed :
        List.of(
            "zoe",
            "ZOË mül",
            "lang",
            "muller-l",
            "zoe.lang@sea",
            "sea-side.example",
            "+49 171 555",
            "0171 555 0123",
            "hall",
            "große")) {
      assertThat(found(typed)).as(typed).containsExactly(lead.id());
    }
    assertThat(found(lead.record().id())).contains(lead.id());
    assertThat(found("zoe shed")).as("all of it has to be so").isEmpty();
    assertThat(found("üller")).as("not from the middle of a word").isEmpty();
    assertThat(found("%")).as("no word at all").hasSize(2);
  }

  @Test
  void leads_are_found_by_how_they_stand() {
    Lead offered = offered();
    Lead accepted = offered();
    decide(accepted, new Accept(1, holder(accepted), Channel.PAGE));
    Lead assigned = offered();
    decide(assigned, new Assign(BOB, "Eve"));
    Lead ended = offered();
    decide(ended, new End(EndReason.RECORD_GONE));
    Lead spam = newLead();
    store
        .ledger()
        .admit(spam, CONTENT, command(new Begin(Traits.of(List.of()), Optional.of("casino"))));
    Lead delinquent = offered();
    decide(delinquent, new Decline(1, holder(delinquent), Channel.PAGE));
    decide(delinquent, new Decline(2, holder(delinquent), Channel.PAGE));
    Lead waiting = withTheCatchall();

    assertThat(found(LeadSearch.ALL.in(LeadStatus.OFFERED))).containsExactly(offered.id());
    assertThat(found(LeadSearch.ALL.in(LeadStatus.ACCEPTED))).containsExactly(accepted.id());
    assertThat(found(LeadSearch.ALL.in(LeadStatus.ASSIGNED))).containsExactly(assigned.id());
    assertThat(found(LeadSearch.ALL.in(LeadStatus.ENDED))).containsExactly(ended.id());
    assertThat(found(LeadSearch.ALL.in(LeadStatus.QUARANTINED))).containsExactly(spam.id());
    assertThat(found(LeadSearch.ALL.in(LeadStatus.WAITING))).containsExactly(waiting.id());
    assertThat(found(LeadSearch.ALL.in(LeadStatus.DELINQUENT))).containsExactly(delinquent.id());
  }

  /** Everybody in line has missed it, and the catchall has been told. */
  private Lead withTheCatchall() {
    var bob = new Agent(BOB, "BOB", "", Set.of("Harbour"), true, true, Map.of());
    publish(new BookDraft(book().tags(), List.of(agent(ANN, "11"), bob), book().settings()));
    Lead lead = offered();
    for (int i = 0; i < 2; i++) {
      store.clock().tick(WINDOW);
      decide(lead, new TimeOut());
    }
    return lead;
  }

  @Test
  void how_an_owner_came_to_a_lead_is_kept_while_he_looks_after_it_and_not_beyond() {
    Lead lead = offered();
    decide(lead, new Accept(1, ANN, Channel.PAGE));
    decide(lead, new RotationCommand.NoteComment(Optional.of(ANN), ""));
    assertThat(found(LeadSearch.ALL.in(LeadStatus.ACCEPTED))).containsExactly(lead.id());

    decide(lead, new GiveBack(ANN, Channel.PAGE));

    assertThat(found(LeadSearch.ALL.in(LeadStatus.ACCEPTED))).isEmpty();
    assertThat(found(LeadSearch.ALL.with(BOB))).as("offered to him now").contains(lead.id());
    decide(lead, new Assign(BOB, "Eve"));
    assertThat(found(LeadSearch.ALL.in(LeadStatus.ASSIGNED))).containsExactly(lead.id());
  }

  @Test
  void a_lead_is_found_by_the_tags_it_carries_now() {
    Lead lead = offered();
    Lead other = offered();
    TagName oldTown = TagName.of("Old Town");
    assertThat(found(LeadSearch.ALL.tagged(TagName.of("HARBOUR")))).contains(lead.id(), other.id());

    decide(lead, new Resubmit(Traits.of(List.of(TagMatch.given(oldTown))), "Eve"));

    assertThat(found(LeadSearch.ALL.tagged(HARBOUR))).containsExactly(other.id());
    assertThat(found(LeadSearch.ALL.tagged(TagName.of("old-town")))).containsExactly(lead.id());
    LeadSearch first = LeadSearch.ALL.tagged(oldTown).saying(SearchWords.typed("cleo"));
    assertThat(found(first.in(LeadStatus.WAITING).with(ANN))).isEmpty();
    assertThat(found(first)).containsExactly(lead.id());
  }

  @Test
  void a_lead_is_found_by_whoever_has_it_and_by_connection_team_and_time() {
    Instant before = store.clock().instant();
    Lead anns = offered();
    decide(anns, new Accept(1, ANN, Channel.PAGE));
    store.clock().tick(Duration.ofHours(1));
    Lead bobs = offered();
    decide(bobs, new Assign(BOB, "Eve"));
    Instant now = store.clock().instant();

    assertThat(found(LeadSearch.ALL.with(ANN))).containsExactly(anns.id());
    assertThat(found(LeadSearch.ALL.with(new AgentId("nobody")))).isEmpty();
    assertThat(found(LeadSearch.ALL.by(PORTAL))).hasSize(2);
    assertThat(found(LeadSearch.ALL.by(new ConnectionId("another")))).isEmpty();
    assertThat(found(LeadSearch.ALL.of(new TeamId("none")))).isEmpty();
    assertThat(found(LeadSearch.ALL.between(Optional.of(now), Optional.empty())))
        .containsExactly(bobs.id());
    assertThat(found(LeadSearch.ALL.between(Optional.of(before), Optional.of(now))))
        .as("the end is not in it")
        .containsExactly(anns.id());
  }

  @Test
  void another_companys_leads_are_never_found() {
    offered();

    assertThat(store.leads().search(OTHER, LeadSearch.ALL, 50)).isEmpty();
    assertThat(
            store
                .leads()
                .search(OTHER, LeadSearch.ALL.saying(SearchWords.typed("cleo")).tagged(HARBOUR), 5))
        .isEmpty();
  }
}
