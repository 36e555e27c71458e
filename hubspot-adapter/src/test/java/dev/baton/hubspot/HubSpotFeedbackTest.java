package dev.baton.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmWrite.SetFeedback;
import dev.baton.crm.OAuthTokens;
import dev.baton.crm.RecordRead.Present;
import dev.baton.crm.StatusMapping;
import dev.baton.crm.WriteResult;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.ExpectedValue;
import dev.baton.feedback.Feedback;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.hubspot.sandbox.Call;
import dev.baton.hubspot.sandbox.HubSpotSandbox;
import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.SandboxSettings;
import dev.baton.lead.CrmRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feedback in Baton's own properties and in the account's own status, and which of them counts. */
class HubSpotFeedbackTest {
  private static final Feedback REACHED = new Feedback(ContactStatus.CONTACTED, DealStatus.NONE);
  private static final Feedback UNREACHABLE =
      new Feedback(ContactStatus.UNREACHABLE, DealStatus.NONE);
  private static final Feedback UNDER_WAY =
      new Feedback(ContactStatus.CONTACTED, DealStatus.IN_PROGRESS);
  private static final Feedback WON = new Feedback(ContactStatus.CONTACTED, DealStatus.CLOSED_WON);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
  private final HubSpotSandbox sandbox =
      HubSpotSandbox.start(SandboxSettings.defaults().withClock(now::get).withoutLimits());
  private final Portal portal = sandbox.portal("4711");

  HubSpotFeedbackTest() {
    portal.installBatonProperties();
  }

  @AfterEach
  void closeSandbox() {
    sandbox.close();
  }

  @Test
  void feedback_sets_the_status_it_is_mapped_to() {
    CrmRecord ann = contact();

    write(ann, REACHED);

    assertThat(value(ann, "hs_lead_status")).isEqualTo("CONNECTED");
    assertThat(value(ann, "baton_contact_status")).isEqualTo("CONTACTED");
    assertThat(value(ann, "baton_deal_status")).isEqualTo("NONE");
  }

  @Test
  void a_status_nobody_has_mapped_is_neither_written_nor_heard() {
    CrmRecord ann = contact();
    var unmapped = connector(HubSpotSettings.defaults());

    assertThat(unmapped.write(new SetFeedback(ann, REACHED), 1)).isEqualTo(WriteResult.written());
    assertThat(value(ann, "hs_lead_status")).isEmpty();
    byHand(ann, "hs_lead_status", "UNQUALIFIED");
    assertThat(((Present) unmapped.read(List.of(ann)).getFirst()).feedback()).contains(REACHED);
  }

  @Test
  void a_status_set_by_hand_before_any_feedback_counts() {
    CrmRecord ann = contact();
    byHand(ann, "hs_lead_status", "IN_PROGRESS");

    assertThat(read(ann)).isEqualTo(UNDER_WAY);
  }

  @Test
  void a_status_changed_by_hand_after_the_feedback_counts_and_keeps_value_and_reason() {
    CrmRecord ann = contact();
    write(ann, REACHED.worth(ExpectedValue.of("10", "EUR")).because("Called"));
    byHand(ann, "hs_lead_status", "IN_PROGRESS");

    assertThat(read(ann))
        .isEqualTo(UNDER_WAY.worth(ExpectedValue.of("10", "EUR")).because("Called"));
  }

  @Test
  void feedback_given_after_the_status_was_changed_counts_even_where_no_status_says_it() {
    CrmRecord ann = contact();
    byHand(ann, "hs_lead_status", "CONNECTED");
    write(ann, UNREACHABLE);

    assertThat(value(ann, "hs_lead_status")).isEqualTo("CONNECTED");
    assertThat(read(ann)).isEqualTo(UNREACHABLE);
    byHand(ann, "hs_lead_status", "IN_PROGRESS");
    assertThat(read(ann)).isEqualTo(UNDER_WAY);
  }

  @Test
  void feedback_that_was_overruled_counts_again_when_it_is_given_again() {
    CrmRecord ann = contact();
    write(ann, UNREACHABLE);
    byHand(ann, "hs_lead_status", "CONNECTED");
    assertThat(read(ann)).isEqualTo(REACHED);

    write(ann, UNREACHABLE);

    assertThat(read(ann)).isEqualTo(UNREACHABLE);
  }

  @Test
  void batons_properties_changed_by_hand_after_the_status_count() {
    CrmRecord ann = contact();
    write(ann, REACHED);
    byHand(ann, "baton_deal_status", "CLOSED_WON");

    assertThat(read(ann)).isEqualTo(WON);
  }

  @Test
  void writing_back_what_was_read_changes_nothing_so_nothing_ping_pongs() {
    CrmRecord ann = contact();
    write(ann, REACHED);
    byHand(ann, "hs_lead_status", "OPEN_DEAL");

    for (int i = 0; i < 3; i++) {
      assertThat(read(ann)).isEqualTo(UNDER_WAY);
      write(ann, read(ann));
      assertThat(value(ann, "hs_lead_status")).isEqualTo("OPEN_DEAL");
    }
  }

  @Test
  void hubspot_is_asked_who_spoke_last_only_where_the_two_disagree() {
    CrmRecord ann = contact();
    write(ann, REACHED);
    assertThat(callsOf(() -> read(ann))).isEqualTo(1);
    byHand(ann, "hs_lead_status", "IN_PROGRESS");
    assertThat(callsOf(() -> read(ann))).isEqualTo(2);
    byHand(ann, "hs_lead_status", "BAD_TIMING");
    assertThat(callsOf(() -> read(ann))).isEqualTo(1);
  }

  @Test
  void words_nobody_can_read_say_nothing() {
    CrmRecord ann = contact();
    byHand(ann, "baton_expected_currency", "Euro");
    byHand(ann, "baton_expected_value", "100");

    assertThat(present(ann).feedback()).isEmpty();
  }

  @Test
  void a_value_without_its_currency_is_in_the_accounts() {
    CrmRecord ann = contact();
    byHand(ann, "baton_expected_value", "100");

    assertThat(read(ann).value()).contains(ExpectedValue.of("100", "SEK"));
  }

  @Test
  void the_amount_of_a_deal_is_its_expected_value_both_ways() {
    CrmRecord deal = deal();
    write(deal, WON.worth(ExpectedValue.of("1200.5", "EUR")));

    assertThat(value(deal, "amount")).isEqualTo("1200.50");
    assertThat(value(deal, "dealstage")).isEqualTo("closedwon");
    byHand(deal, "amount", "900");
    assertThat(read(deal)).isEqualTo(WON.worth(ExpectedValue.of("900", "EUR")));
  }

  @Test
  void an_amount_that_never_was_batons_is_not_taken_back() {
    CrmRecord deal = deal();
    byHand(deal, "amount", "900");
    byHand(deal, "deal_currency_code", "NOK");

    write(deal, UNDER_WAY);

    assertThat(value(deal, "amount")).isEqualTo("900");
    assertThat(read(deal)).isEqualTo(UNDER_WAY.worth(ExpectedValue.of("900", "NOK")));
  }

  private int callsOf(Runnable work) {
    List<Call> before = sandbox.calls();
    work.run();
    return sandbox.calls().size() - before.size();
  }

  private CrmRecord contact() {
    return record("contacts", portal.createContact(Map.of("firstname", "Ann")));
  }

  private CrmRecord deal() {
    Map<String, String> deal = Map.of("dealname", "Rent", "dealstage", "qualifiedtobuy");
    return record("deals", portal.create("deals", deal, "1"));
  }

  private static CrmRecord record(String object, String id) {
    return new CrmRecord(new ConnectionId("hub"), object, id);
  }

  private void write(CrmRecord record, Feedback feedback) {
    tick();
    assertThat(connector(record).write(new SetFeedback(record, feedback), 1))
        .isEqualTo(WriteResult.written());
  }

  private void byHand(CrmRecord record, String property, String value) {
    tick();
    portal.change(record.object(), record.id(), Map.of(property, value), "1");
  }

  private Feedback read(CrmRecord record) {
    return present(record).feedback().orElseThrow();
  }

  private Present present(CrmRecord record) {
    return (Present) connector(record).read(List.of(record)).getFirst();
  }

  private String value(CrmRecord record, String property) {
    return portal.record(record.object(), record.id()).orElseThrow().value(property);
  }

  private void tick() {
    now.updateAndGet(then -> then.plus(Duration.ofSeconds(1)));
  }

  private HubSpotConnector connector(CrmRecord record) {
    RoutedObject kind = RoutedObject.of(record.object());
    return connector(
        HubSpotSettings.defaults()
            .routing(kind.object())
            .valuedIn("SEK")
            .mapping(StatusMapping.read("", kind.usualStatuses())));
  }

  private HubSpotConnector connector(HubSpotSettings settings) {
    return new HubSpotConnector(
        new ConnectionId("hub"),
        settings.at(sandbox.api()),
        "",
        "",
        new KeptTokens(OAuthTokens.fixed(portal.serviceKey())),
        now::get);
  }
}
