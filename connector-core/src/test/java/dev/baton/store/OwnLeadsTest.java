package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.feedback.Comment;
import dev.baton.feedback.Comment.Kind;
import dev.baton.feedback.Comment.Said;
import dev.baton.feedback.CommentId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.ledger.Lead;
import dev.baton.ledger.OwnLeads;
import dev.baton.ledger.OwnLeads.Owned;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationCommand.GiveFeedback;
import dev.baton.rotation.RotationCommand.TimeOut;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent comes to see of his own. */
class OwnLeadsTest {
  /** In sentences. */
  abstract static class Contract extends StoreScene {
    private OwnLeads own;
    private int comments;

    abstract Database database();

    @Override
    protected StoreUnderTest open() {
      Database database = database();
      StoreUnderTest opened = StoreUnderTest.in(database);
      own = new JdbcOwnLeads(database.withClock(opened.clock()));
      return opened;
    }

    private Lead owned() {
      Lead lead = offered();
      store.ledger().decide(lead.id(), command(new Assign(ANN, "the admin")));
      store.clock().tick(Duration.ofMinutes(1));
      return lead;
    }

    private void said(Lead lead, Said by, Kind kind) {
      store
          .comments()
          .add(
              new Comment(
                  new CommentId(new UUID(8, ++comments)),
                  ACME,
                  lead.id(),
                  store.clock().instant(),
                  by,
                  "somebody",
                  kind,
                  "Hello"));
    }

    @Test
    void to_whom_something_happened_since_a_moment_is_told_once_for_each_thing() {
      Instant before = store.clock().instant();
      Lead lead = offered();
      Map<Long, AgentId> offered = own.happened(ACME, before);
      assertThat(offered.values()).containsOnly(ANN);

      store.clock().tick(Duration.ofMinutes(1));
      Instant later = store.clock().instant();
      assertThat(own.happened(ACME, later)).isEmpty();
      store.ledger().decide(lead.id(), command(new Assign(BOB, "the admin")));

      assertThat(own.happened(ACME, later).values()).contains(BOB);
      assertThat(own.happened(ACME, before)).containsAllEntriesOf(offered);
      assertThat(own.happened(new CompanyId("other"), before)).isEmpty();
    }

    @Test
    void the_leads_an_agent_owns_are_told_the_latest_first_and_nobody_elses() {
      Lead earlier = owned();
      Lead later = owned();
      Lead bobs = offered();
      store.ledger().decide(bobs.id(), command(new Assign(BOB, "the admin")));
      offered();

      assertThat(own.owned(ACME, ANN))
          .extracting(Owned::id)
          .containsExactly(later.id(), earlier.id());
      assertThat(own.owned(OTHER, ANN)).isEmpty();
      Owned first = own.owned(ACME, ANN).getFirst();
      assertThat(first.tags()).containsExactly("Harbour");
      assertThat(first.source()).isEqualTo("WEB");
      assertThat(first.progress()).isEqualTo(Feedback.NONE.progress());
      assertThat(first.lastSaid()).isEmpty();
    }

    @Test
    void a_lead_that_was_given_back_is_not_his_any_more() {
      Lead lead = owned();
      store.ledger().decide(lead.id(), command(new GiveBack(ANN, Channel.PAGE)));

      assertThat(own.owned(ACME, ANN)).isEmpty();
      assertThat(own.contents(ACME, ANN, List.of(lead.id()))).isEmpty();
    }

    @Test
    void what_a_lead_says_is_told_to_its_owner_alone() {
      Lead lead = owned();

      assertThat(own.contents(ACME, ANN, List.of(lead.id()))).containsEntry(lead.id(), CONTENT);
      assertThat(own.contents(ACME, BOB, List.of(lead.id()))).isEmpty();
      assertThat(own.contents(OTHER, ANN, List.of(lead.id()))).isEmpty();
    }

    @Test
    void how_far_he_has_come_is_what_was_said_last() {
      Lead lead = owned();
      for (ContactStatus contact : List.of(ContactStatus.ATTEMPTED, ContactStatus.CONTACTED)) {
        var feedback = new Feedback(contact, DealStatus.NONE).progress();
        store
            .ledger()
            .decide(lead.id(), command(new GiveFeedback(feedback, Optional.of(ANN), "", false)));
      }

      Owned owned = own.owned(ACME, ANN).getFirst();
      assertThat(owned.progress().contact()).isEqualTo(ContactStatus.CONTACTED);
      assertThat(owned.lastSaid()).contains(store.clock().instant());
    }

    @Test
    void an_admins_words_are_no_answer_of_the_owner() {
      Lead lead = owned();
      said(lead, Said.OWNER, Kind.MEMO);
      Instant his = store.clock().instant();
      store.clock().tick(Duration.ofMinutes(1));
      said(lead, Said.ADMIN, Kind.COMMENT);

      assertThat(own.owned(ACME, ANN).getFirst().lastSaid()).contains(his);
      store.clock().tick(Duration.ofMinutes(1));
      said(lead, Said.BATON, Kind.AUTOMATIC);
      assertThat(own.owned(ACME, ANN).getFirst().lastSaid()).contains(store.clock().instant());
    }

    @Test
    void offers_that_are_open_and_those_missed_of_late_are_told_until_somebody_owns_the_lead() {
      Lead open = offered();
      assertThat(own.asked(ACME, ANN, Instant.EPOCH)).containsExactly(new OfferId(open.id(), 1));
      assertThat(own.asked(ACME, BOB, Instant.EPOCH)).isEmpty();
      store.clock().tick(WINDOW);
      store.ledger().decide(open.id(), command(new TimeOut()));

      assertThat(own.asked(ACME, ANN, Instant.EPOCH)).containsExactly(new OfferId(open.id(), 1));
      assertThat(own.asked(ACME, ANN, store.clock().instant().plusSeconds(1)))
          .as("long ago")
          .isEmpty();
      assertThat(own.asked(OTHER, ANN, Instant.EPOCH)).isEmpty();
      store.ledger().decide(open.id(), command(new Accept(2, BOB, Channel.PAGE)));
      assertThat(own.asked(ACME, ANN, Instant.EPOCH)).isEmpty();
    }
  }

  @Nested
  class OnH2 extends Contract {
    @TempDir Path directory;

    @Override
    Database database() {
      return Database.open(Database.embedded(directory), "sa", "");
    }
  }

  @Nested
  class OnPostgres extends Contract {
    @Override
    Database database() {
      return Database.open(Postgres.newDatabase(), "postgres", "");
    }
  }
}
