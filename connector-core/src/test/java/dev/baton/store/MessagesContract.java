package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Entry;
import dev.baton.ledger.Lead;
import dev.baton.message.CompanyContacts;
import dev.baton.message.ContactSettings;
import dev.baton.message.Escalation;
import dev.baton.message.Heard;
import dev.baton.message.Letter;
import dev.baton.message.Letter.Button;
import dev.baton.message.Medium;
import dev.baton.message.Message;
import dev.baton.message.Message.State;
import dev.baton.message.MessageId;
import dev.baton.message.Messages.Wanted;
import dev.baton.message.QuietHours;
import dev.baton.message.Tidings;
import dev.baton.message.Tidings.Kind;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Channel;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everything that keeps tidings, messages and contact settings does, in sentences. */
abstract class MessagesContract extends StoreScene {
  static final Letter SECRET =
      new Letter(
          "Set your password",
          "Open this",
          "<p>Open this</p>",
          "Open this",
          Optional.of(new Button("Set", "https://baton.example/p/secret-token")));

  JdbcMessageQueue queue;
  JdbcMessages messages;
  JdbcContactBook contacts;
  Database database;

  /** The store under test, and beside it what is told, on the same database. */
  StoreUnderTest in(Database opened) {
    StoreUnderTest all = StoreUnderTest.in(opened);
    database = opened.withClock(all.clock());
    var sealing = new Sealing(new byte[32]);
    queue = new JdbcMessageQueue(database, sealing);
    messages = new JdbcMessages(database, sealing);
    contacts = new JdbcContactBook(database, sealing);
    return all;
  }

  private Instant now() {
    return store.clock().instant();
  }

  private Tidings tidings(Kind kind, Instant due) {
    return new Tidings(kind, Optional.of(ANN), 1, due, Optional.empty(), "");
  }

  /** A lead that is offered, with those tidings written down. */
  private Lead told(Tidings... tidings) {
    Lead lead = newLead();
    store
        .ledger()
        .admit(
            lead,
            CONTENT,
            sheet -> {
              Entry entry = begin().decide(sheet);
              return new Entry(
                  entry.decision(), entry.command(), List.of(), List.of(tidings), List.of());
            });
    return lead;
  }

  private Message message(Lead lead, Medium medium, boolean escalates, Instant due) {
    return new Message(
        new MessageId(UUID.randomUUID()),
        ACME,
        Optional.of(ANN),
        Optional.of(lead.id()),
        1,
        Kind.OFFERED,
        medium,
        "ann@example.org",
        "about",
        escalates,
        Optional.of(now().plus(WINDOW)),
        State.PENDING,
        Optional.of(due),
        0,
        "",
        now(),
        Optional.empty());
  }

  private Message waiting(Lead lead) {
    Message message = message(lead, Medium.EMAIL, false, now());
    assertThat(queue.spread(List.of(), List.of(message))).isTrue();
    return message;
  }

  private Message look(Message message) {
    return messages.find(ACME, message.id()).orElseThrow();
  }

  @Test
  void tidings_are_written_down_with_the_decision_they_come_from() {
    Tidings now = tidings(Kind.OFFERED, now());
    Tidings later = tidings(Kind.FEEDBACK_DUE, now().plus(Duration.ofDays(1)));

    Lead lead = told(now, later);

    assertThat(queue.heard(10, now()))
        .extracting(Heard::tidings, Heard::lead, Heard::company)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(now, Optional.of(lead.id()), ACME));
    assertThat(queue.nextDue()).contains(now());
    store.clock().tick(Duration.ofDays(1));
    assertThat(queue.heard(10, now())).hasSize(2);
    assertThat(queue.heard(1, now())).hasSize(1);
  }

  @Test
  void tidings_of_a_refusal_are_not_written_down() {
    Lead lead = told();

    store
        .ledger()
        .decide(
            lead.id(),
            sheet -> {
              Entry refused = entry(sheet, new Accept(7, BOB, Channel.PAGE));
              return new Entry(
                  refused.decision(),
                  refused.command(),
                  List.of(),
                  List.of(tidings(Kind.OWNED, now())),
                  List.of());
            });

    assertThat(queue.heard(10, now())).isEmpty();
  }

  @Test
  void tidings_become_messages_once_whoever_else_tries() {
    Lead lead = told(tidings(Kind.OFFERED, now()));
    List<Heard> heard = queue.heard(10, now());
    Message first = message(lead, Medium.EMAIL, false, now());

    assertThat(queue.spread(heard, List.of(first))).isTrue();
    assertThat(queue.spread(heard, List.of(message(lead, Medium.EMAIL, false, now())))).isFalse();

    assertThat(messages.latest(ACME, Wanted.ALL, 10)).containsExactly(first);
    assertThat(queue.heard(10, now())).isEmpty();
  }

  @Test
  void a_message_taken_up_is_nobody_elses_until_the_lease_ends() {
    Message message = waiting(told());

    List<Message> taken = queue.claim(10, now(), LEASE);

    assertThat(taken).extracting(Message::id).containsExactly(message.id());
    assertThat(taken.getFirst().attempts()).isEqualTo(1);
    assertThat(queue.claim(10, now(), LEASE)).isEmpty();
    store.clock().tick(LEASE);
    assertThat(queue.claim(10, now(), LEASE))
        .extracting(Message::id, Message::attempts)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(message.id(), 2));
  }

  @Test
  void what_a_node_that_died_had_taken_up_is_taken_over_at_once() throws Exception {
    Message message = waiting(told());
    queue.claim(10, now(), LEASE);

    try (var succession = Succession.begin(database, now(), LEASE)) {
      assertThat(queue.claim(10, now(), LEASE))
          .extracting(Message::id)
          .containsExactly(message.id());
    }
  }

  @Test
  void a_message_has_one_outcome() {
    Message message = waiting(told());
    queue.claim(10, now(), LEASE);

    queue.sent(message.id(), now());
    queue.failed(message.id(), "too late", now());
    queue.again(message.id(), now(), "too late");
    queue.superseded(message.id(), "too late", now());

    assertThat(look(message))
        .extracting(Message::state, Message::note, Message::due, Message::settledAt)
        .containsExactly(State.SENT, "", Optional.empty(), Optional.of(now()));
    assertThat(queue.claim(10, now().plus(LEASE), LEASE)).isEmpty();
    assertThat(queue.told(message.lead().orElseThrow(), 1)).isTrue();
    assertThat(queue.told(message.lead().orElseThrow(), 2)).isFalse();
  }

  @Test
  void a_message_that_failed_waits_and_says_why() {
    Message message = waiting(told());
    queue.claim(10, now(), LEASE);
    Instant then = now().plus(Duration.ofSeconds(30));

    queue.again(message.id(), then, "The mail server says 451");

    assertThat(look(message))
        .extracting(Message::state, Message::note, Message::due)
        .containsExactly(State.PENDING, "The mail server says 451", Optional.of(then));
    assertThat(queue.nextDue()).contains(then);
    assertThat(queue.claim(10, now(), LEASE)).isEmpty();
    assertThat(queue.claim(10, then, LEASE)).hasSize(1);
  }

  @Test
  void an_escalation_does_not_wait_where_the_first_channel_has_failed() {
    Lead lead = told();
    Instant later = now().plus(Duration.ofMinutes(2));
    Message first = message(lead, Medium.EMAIL, false, now());
    Message second = message(lead, Medium.SMS, true, later);
    Message ofAnother = message(told(), Medium.SMS, true, later);
    queue.spread(List.of(), List.of(first, second, ofAnother));
    queue.claim(10, now(), LEASE);

    queue.failed(first.id(), "refused", now());

    assertThat(look(second).due()).contains(now());
    assertThat(look(ofAnother).due()).contains(later);
  }

  @Test
  void messages_are_found_by_lead_and_by_agent_newest_first() {
    Lead lead = told();
    Message older = waiting(lead);
    store.clock().tick(Duration.ofSeconds(1));
    Message newer = waiting(lead);
    Message other = waiting(told());

    assertThat(messages.latest(ACME, Wanted.ALL.about(lead.id()), 10))
        .containsExactly(newer, older);
    assertThat(messages.latest(ACME, Wanted.ALL.about(lead.id()), 1)).containsExactly(newer);
    assertThat(messages.latest(ACME, Wanted.ALL.to(ANN), 10)).hasSize(3);
    assertThat(messages.latest(ACME, Wanted.ALL.to(BOB), 10)).isEmpty();
    assertThat(messages.latest(OTHER, Wanted.ALL, 10)).isEmpty();
    assertThat(messages.find(OTHER, other.id())).isEmpty();
  }

  @Test
  void the_words_of_a_posted_letter_are_sealed_and_gone_once_it_has_an_outcome() {
    var id = new MessageId(UUID.randomUUID());
    messages.post(ACME, id, "new@example.org", SECRET, now(), Optional.of(now().plus(WINDOW)));

    assertThat(queue.letter(id)).contains(SECRET);
    assertThat(stored()).isNotEmpty().doesNotContain("secret-token");

    queue.claim(10, now(), LEASE);
    queue.sent(id, now());

    assertThat(queue.letter(id)).isEmpty();
    assertThat(stored()).isEmpty();
    assertThat(messages.find(ACME, id).orElseThrow())
        .extracting(Message::kind, Message::address, Message::state)
        .containsExactly(Kind.LETTER, "new@example.org", State.SENT);
  }

  /** The bytes of all letters, as text. */
  private String stored() {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("SELECT letter FROM message WHERE letter IS NOT NULL")
                .mapTo(byte[].class)
                .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .list()
                .toString()
                .replace("[]", ""));
  }

  @Test
  void a_week_is_opened_once_for_each_company() {
    LocalDate monday = LocalDate.of(2026, 11, 23);
    Tidings digest =
        new Tidings(Kind.DIGEST, Optional.of(ANN), 0, now(), Optional.empty(), "2026-11-23");

    assertThat(queue.openWeek(ACME, monday, List.of(digest))).isTrue();
    assertThat(queue.openWeek(ACME, monday, List.of(digest))).isFalse();
    assertThat(queue.openWeek(OTHER, monday, List.of(digest))).isTrue();

    assertThat(queue.heard(10, now()))
        .extracting(Heard::lead)
        .containsOnly(Optional.<LeadId>empty());
    assertThat(queue.heard(10, now())).hasSize(2);
  }

  @Test
  void messages_are_forgotten_a_while_after_their_outcome() {
    Message sent = waiting(told());
    Message stillWaiting = waiting(told());
    queue.sent(sent.id(), now());

    assertThat(queue.forget(now())).isZero();
    assertThat(queue.forget(now().plusSeconds(1))).isEqualTo(1);

    assertThat(messages.latest(ACME, Wanted.ALL, 10)).containsExactly(stillWaiting);
  }

  @Test
  void how_an_agent_wants_to_be_told_is_kept_and_his_rooms_are_sealed() {
    AgentId ann = ANN;
    assertThat(contacts.of(ACME, ann)).isEqualTo(ContactSettings.DEFAULT);
    var chosen =
        new ContactSettings(
            "+4915112345678",
            Set.of(Medium.SMS, Medium.SLACK),
            List.of("office@example.org"),
            "de",
            Optional.of(new QuietHours(LocalTime.of(21, 30), LocalTime.of(7, 0))),
            Optional.of(new Escalation(Medium.SMS, Duration.ofSeconds(90))),
            Map.of(Medium.SLACK, URI.create("https://hooks.slack.example/secret-room")));

    contacts.put(ACME, ann, ContactSettings.DEFAULT, now());
    contacts.put(ACME, ann, chosen, now());

    assertThat(contacts.of(ACME, ann)).isEqualTo(chosen);
    assertThat(contacts.of(ACME, BOB)).isEqualTo(ContactSettings.DEFAULT);
    assertThat(contacts.of(OTHER, ann)).isEqualTo(ContactSettings.DEFAULT);
    assertThat(contacts.all(ACME)).isEqualTo(Map.of(ann, chosen));
    assertThat(contacts.all(OTHER)).isEmpty();
    assertThat(rooms()).isNotEmpty().doesNotContain("secret-room");
  }

  private String rooms() {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("SELECT rooms FROM contact_settings WHERE rooms IS NOT NULL")
                .mapTo(byte[].class)
                .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .one());
  }

  @Test
  void how_a_company_is_told_is_kept() {
    assertThat(contacts.of(ACME)).isEqualTo(CompanyContacts.NONE);
    var company =
        new CompanyContacts(
            List.of("boss@example.org"),
            "de",
            Map.of(Medium.TEAMS, URI.create("https://teams.example/hook")));

    contacts.put(ACME, company, now());

    assertThat(contacts.of(ACME)).isEqualTo(company);
    assertThat(contacts.of(OTHER)).isEqualTo(CompanyContacts.NONE);
  }
}
