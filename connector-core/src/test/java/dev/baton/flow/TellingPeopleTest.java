package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.agent.AgentId;
import dev.baton.flow.Postbox.NodeDied;
import dev.baton.flow.Postbox.Posted;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadId;
import dev.baton.message.Channel.Outcome.Refused;
import dev.baton.message.Channel.Outcome.TryAgain;
import dev.baton.message.CompanyContacts;
import dev.baton.message.ContactSettings;
import dev.baton.message.Escalation;
import dev.baton.message.Letter;
import dev.baton.message.Matter;
import dev.baton.message.Matter.Waiting;
import dev.baton.message.Medium;
import dev.baton.message.Message;
import dev.baton.message.Message.State;
import dev.baton.message.QuietHours;
import dev.baton.message.Tidings.Kind;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Move;
import dev.baton.routing.RoutingSettings;
import dev.baton.store.Database;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who is told what of a lead's walk, and when (domain §2, §5 and §6). It is Sunday, ten o'clock.
 */
class TellingPeopleTest {
  private static final AgentId ANN = new AgentId("ann");
  private static final AgentId BOB = new AgentId("bob");
  private static final String ANNS = "ann@example.org";
  private static final String BOBS = "bob@example.org";
  private static final URI ROOM = URI.create("https://hooks.slack.example/x");

  @TempDir Path directory;
  private Telling telling;
  private Walk walk;

  @BeforeEach
  void open() {
    telling = new Telling(Database.open(Database.embedded(directory), "sa", ""));
    walk = telling.walk;
    walk.agent("ann", false).agent("bob", false);
  }

  @AfterEach
  void close() {
    telling.close();
  }

  private static ContactSettings by(Medium... media) {
    return settings(Set.of(media), Optional.empty(), Optional.empty(), Map.of());
  }

  private static ContactSettings settings(
      Set<Medium> media,
      Optional<QuietHours> quiet,
      Optional<Escalation> escalation,
      Map<Medium, URI> rooms) {
    return new ContactSettings("+4915112345678", media, List.of(), "en", quiet, escalation, rooms);
  }

  private LeadId arrives() {
    CrmRecord record = walk.leadArrives();
    telling.settle();
    return walk.file(record).lead().id();
  }

  private void accept(LeadId lead, int offer, AgentId agent) {
    walk.rotating.accept(new OfferId(lead, offer), agent, Channel.PAGE);
    telling.settle();
  }

  private void moved(LeadId lead, AgentId to) {
    walk.rotating.carryOut(lead, new Move(Optional.of(to), "boss"));
    telling.settle();
  }

  private AgentId holder(LeadId lead) {
    return walk.store
        .leads()
        .file(Walk.ACME, lead)
        .orElseThrow()
        .rotation()
        .held()
        .orElseThrow()
        .agent();
  }

  private Matter last(Kind kind) {
    return telling.matters.reversed().stream()
        .filter(m -> m.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_offer_is_told_with_its_link_and_whoever_accepts_gets_a_copy() {
    LeadId lead = arrives();

    assertThat(telling.mail.to(ANNS)).containsExactly("OFFERED");
    assertThat(last(Kind.OFFERED).link()).isEqualTo("https://baton.example/o/" + lead + "-1");
    assertThat(last(Kind.OFFERED).hints().tags()).containsExactly("Harbour");
    assertThat(last(Kind.OFFERED).hints().until()).contains(walk.now().plus(Walk.WINDOW));

    accept(lead, 1, ANN);

    assertThat(telling.mail.to(ANNS)).containsExactly("OFFERED", "OWNED");
    assertThat(last(Kind.OWNED).details().orElseThrow().contact().name())
        .isEqualTo("Cleo Customer");
    assertThat(telling.mail.to(BOBS)).isEmpty();
  }

  @Test
  void a_missed_offer_goes_to_the_next_who_is_told() {
    arrives();

    telling.passes(Walk.WINDOW);

    assertThat(telling.mail.to(ANNS)).containsExactly("OFFERED");
    assertThat(telling.mail.to(BOBS)).containsExactly("OFFERED");
  }

  @Test
  void a_message_by_a_node_that_died_before_noting_it_is_repeated_once_under_the_same_id() {
    walk.leadArrives();
    telling.mail.nodeDiesAfterTheNext();
    assertThatThrownBy(telling::settle).isInstanceOf(NodeDied.class);

    telling.settle();
    assertThat(telling.mail.posted()).hasSize(1);
    telling.passes(SendingMessages.LEASE);
    telling.passes(SendingMessages.LEASE);

    List<Posted> posted = telling.mail.posted();
    assertThat(posted).hasSize(2);
    assertThat(posted.getFirst().envelope()).isEqualTo(posted.getLast().envelope());
  }

  @Test
  void a_channel_that_was_away_is_tried_again_but_not_beyond_the_offers_end() {
    telling.mail.answersNext(new TryAgain("away"), new TryAgain("away"));
    arrives();
    telling.passes(Duration.ofSeconds(10));
    assertThat(telling.mail.to(ANNS)).containsExactly("OFFERED");

    TryAgain[] always = new TryAgain[20];
    java.util.Arrays.fill(always, new TryAgain("away"));
    telling.mail.answersNext(always);
    arrives();
    for (int i = 0; i < 20; i++) telling.passes(Duration.ofSeconds(14));

    Message gaveUp = telling.told().getFirst();
    assertThat(gaveUp.state()).isEqualTo(State.FAILED);
    assertThat(gaveUp.settledAt().orElseThrow()).isBefore(gaveUp.until().orElseThrow());
    assertThat(gaveUp.note()).isEqualTo("away");
  }

  @Test
  void an_offer_that_ended_before_it_was_told_of_is_not_told_of() {
    CrmRecord record = walk.leadArrives();
    LeadId lead = walk.file(record).lead().id();
    walk.rotating.decline(new OfferId(lead, 1), ANN, Channel.CRM);

    telling.settle();

    assertThat(telling.mail.to(ANNS)).isEmpty();
    assertThat(telling.mail.to(BOBS)).containsExactly("OFFERED");
    assertThat(telling.told())
        .filteredOn(m -> m.agent().equals(Optional.of(ANN)))
        .extracting(Message::state, Message::note)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(State.SUPERSEDED, "the offer has ended"));
  }

  @Test
  void in_quiet_hours_offers_are_told_and_everything_else_waits() {
    var quiet = Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(11, 30)));
    telling.prefers("ann", settings(Set.of(Medium.EMAIL), quiet, Optional.empty(), Map.of()));
    LeadId lead = arrives();

    accept(lead, 1, ANN);

    assertThat(telling.mail.to(ANNS)).containsExactly("OFFERED");
    assertThat(telling.stateOf("OWNED", Medium.EMAIL)).isEqualTo(State.HELD);
    telling.passes(Duration.ofMinutes(89));
    assertThat(telling.mail.to(ANNS)).containsExactly("OFFERED");
    telling.passes(Duration.ofMinutes(1));
    assertThat(telling.mail.to(ANNS)).containsExactly("OFFERED", "OWNED");
  }

  private void escalatesAfterAMinute() {
    var escalation = Optional.of(new Escalation(Medium.SMS, Duration.ofMinutes(1)));
    telling.prefers("ann", settings(Set.of(Medium.EMAIL), Optional.empty(), escalation, Map.of()));
  }

  @Test
  void an_offer_nobody_has_answered_comes_by_a_second_channel() {
    escalatesAfterAMinute();
    arrives();

    telling.passes(Duration.ofSeconds(59));
    assertThat(telling.sms.posted()).isEmpty();
    telling.passes(Duration.ofSeconds(1));

    assertThat(telling.sms.to("+4915112345678")).containsExactly("OFFERED");
  }

  @Test
  void an_offer_that_was_answered_does_not_come_by_a_second_channel() {
    escalatesAfterAMinute();
    accept(arrives(), 1, ANN);

    telling.passes(Duration.ofMinutes(2));

    assertThat(telling.sms.posted()).isEmpty();
    assertThat(telling.stateOf("OFFERED", Medium.SMS)).isEqualTo(State.SUPERSEDED);
  }

  @Test
  void the_second_channel_is_used_at_once_where_the_first_refuses() {
    escalatesAfterAMinute();
    telling.mail.answersNext(new Refused("The mail server says 550"));

    arrives();

    assertThat(telling.sms.to("+4915112345678")).containsExactly("OFFERED");
  }

  @Test
  void a_room_that_many_read_gets_neither_a_link_nor_a_detail() {
    telling
        .company(new CompanyContacts(List.of(), "en", Map.of(Medium.SLACK, ROOM)))
        .prefers("ann", by(Medium.SLACK));

    accept(arrives(), 1, ANN);

    assertThat(telling.slack.to(ROOM.toString())).containsExactly("OFFERED", "OWNED");
    assertThat(telling.matters)
        .allMatch(m -> m.link().isEmpty() && m.details().isEmpty() && m.overheard());
  }

  @Test
  void a_room_of_his_own_gets_the_copy() {
    telling.prefers(
        "ann",
        settings(
            Set.of(Medium.SLACK), Optional.empty(), Optional.empty(), Map.of(Medium.SLACK, ROOM)));

    accept(arrives(), 1, ANN);

    assertThat(last(Kind.OFFERED).link()).isNotEmpty();
    assertThat(last(Kind.OWNED).details()).isPresent();
  }

  @Test
  void contact_details_are_in_nothing_but_the_owners_copy() {
    walk.agent("cat", true)
        .settings(
            RoutingSettings.DEFAULT.withSharkTank(Duration.ofMinutes(10), Duration.ofMinutes(5)));
    telling.company(new CompanyContacts(List.of("boss@example.org"), "en", Map.of()));
    LeadId lead = arrives();
    for (int i = 0; i < 6; i++) telling.passes(Walk.WINDOW);
    walk.rotating.assign(lead, BOB, "boss");
    telling.settle();
    walk.feedback.comment(Walk.ACME, lead, "Call her", Optional.empty(), "boss");
    walk.feedback.comment(Walk.ACME, lead, "I did", Optional.of(BOB), "bob");
    telling.passes(Duration.ofDays(1));
    telling.passes(Duration.ofDays(1));
    moved(lead, ANN);

    assertThat(telling.matters)
        .extracting(Matter::kind)
        .contains(
            Kind.OFFERED,
            Kind.SHARK_TANK,
            Kind.REMINDER,
            Kind.CATCHALL,
            Kind.OWNED,
            Kind.COMMENT,
            Kind.FEEDBACK_DUE,
            Kind.LEAD_LOST,
            Kind.DIGEST);
    assertThat(telling.matters)
        .filteredOn(m -> m.kind() != Kind.OWNED)
        .allMatch(m -> m.details().isEmpty());
  }

  @Test
  void a_copy_that_waits_while_the_lead_is_moved_is_not_sent() {
    var quiet = Optional.of(new QuietHours(LocalTime.of(9, 0), LocalTime.of(12, 0)));
    telling.prefers("ann", settings(Set.of(Medium.EMAIL), quiet, Optional.empty(), Map.of()));
    LeadId lead = arrives();
    accept(lead, 1, ANN);
    moved(lead, BOB);

    telling.passes(Duration.ofHours(3));

    assertThat(telling.mail.to(ANNS)).containsExactly("OFFERED", "LEAD_LOST");
    assertThat(telling.mail.to(BOBS)).containsExactly("OWNED");
  }

  @Test
  void a_comment_is_told_to_the_other_side_and_a_memo_to_nobody() {
    telling.company(new CompanyContacts(List.of("boss@example.org"), "en", Map.of()));
    LeadId lead = arrives();
    accept(lead, 1, ANN);

    walk.feedback.comment(Walk.ACME, lead, "Call her", Optional.empty(), "Boss");
    walk.feedback.comment(Walk.ACME, lead, "I did", Optional.of(ANN), "Ann");
    walk.feedback.memo(
        Walk.ACME, lead, "Between us", dev.baton.feedback.Comment.Said.ADMIN, "Boss");
    telling.settle();

    assertThat(telling.mail.to(ANNS)).containsExactly("OFFERED", "OWNED", "COMMENT");
    assertThat(telling.mail.to("boss@example.org")).containsExactly("COMMENT");
    assertThat(telling.matters)
        .flatExtracting(m -> m.said().map(Matter.Said::text).stream().toList())
        .containsExactlyInAnyOrder("Call her", "I did");
  }

  @Test
  void feedback_is_asked_for_in_the_morning_after_1_7_and_21_days_for_all_leads_at_once() {
    LeadId first = arrives();
    accept(first, 1, ANN);
    LeadId second = arrives();
    accept(second, 1, holder(second));
    int before = telling.mail.posted().size();

    telling.passes(Duration.ofHours(45));
    assertThat(telling.mail.posted()).hasSizeGreaterThanOrEqualTo(before);
    assertThat(asked()).isEmpty();
    telling.passes(Duration.ofHours(1));
    assertThat(asked()).isNotEmpty();
    int afterOne = asked().size();
    telling.passes(Duration.ofDays(6));
    assertThat(asked()).hasSize(2 * afterOne);
    telling.passes(Duration.ofDays(14));
    assertThat(asked()).hasSize(3 * afterOne);
    telling.passes(Duration.ofDays(30));
    assertThat(asked()).hasSize(3 * afterOne);
    assertThat(asked().getFirst().waiting()).extracting(Waiting::link).allMatch(l -> !l.isEmpty());
  }

  private List<Matter> asked() {
    return telling.matters.stream().filter(m -> m.kind() == Kind.FEEDBACK_DUE).toList();
  }

  @Test
  void a_week_is_told_on_monday_at_eight_with_the_agents_own_figures() {
    accept(arrives(), 1, ANN);

    telling.passes(Duration.between(walk.now(), Instant.parse("2026-11-23T07:59:59Z")));
    assertThat(telling.mail.to(ANNS)).doesNotContain("DIGEST");
    telling.passes(Duration.ofSeconds(1));
    telling.passes(Duration.ofHours(1));

    assertThat(telling.mail.to(ANNS)).containsOnlyOnce("DIGEST");
    assertThat(telling.mail.to(BOBS)).doesNotContain("DIGEST");
    assertThat(last(Kind.DIGEST).week().orElseThrow())
        .extracting(Matter.Week::offered, Matter.Week::accepted, Matter.Week::score)
        .containsExactly(1L, 1L, 102);
  }

  @Test
  void an_offer_taken_back_is_told_to_whoever_was_told_of_it() {
    LeadId lead = arrives();
    walk.rotating.assign(lead, BOB, "boss");
    telling.settle();

    assertThat(telling.mail.to(ANNS)).containsExactly("OFFERED", "LEAD_LOST");

    telling.mail.answersNext(new Refused("550"));
    CrmRecord second = walk.leadArrives();
    telling.settle();
    int sent = telling.mail.to(ANNS).size();
    LeadId unheard = walk.file(second).lead().id();
    AgentId holder = walk.file(second).rotation().held().orElseThrow().agent();
    walk.rotating.assign(unheard, holder.equals(ANN) ? BOB : ANN, "boss");
    telling.settle();
    assertThat(telling.mail.to(ANNS).subList(sent, telling.mail.to(ANNS).size()))
        .doesNotContain("LEAD_LOST");
  }

  @Test
  void a_posted_letter_is_tried_until_it_is_of_no_use() {
    var letter = new Letter("Password", "text", "<p>", "text", Optional.empty());
    telling.posting.post(Walk.ACME, "new@example.org", letter, Optional.empty());
    telling.settle();
    assertThat(telling.mail.to("new@example.org")).containsExactly("Password");

    telling.mail.answersNext(new TryAgain("away"), new TryAgain("away"), new TryAgain("away"));
    Instant until = walk.now().plus(Duration.ofSeconds(20));
    telling.posting.post(Walk.ACME, "late@example.org", letter, Optional.of(until));
    for (int i = 0; i < 10; i++) telling.passes(Duration.ofSeconds(5));
    assertThat(telling.mail.to("late@example.org")).isEmpty();
    assertThat(telling.told())
        .filteredOn(m -> m.address().equals("late@example.org"))
        .extracting(Message::state)
        .containsExactly(State.FAILED);
  }
}
