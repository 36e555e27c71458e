package dev.baton.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmAccount.Changed;
import dev.baton.crm.CrmAccount.Changes;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.OAuthTokens;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.hubspot.sandbox.HubSpotSandbox;
import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happened while Baton was away is caught up on, page by page. */
class HubSpotChangesTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final HubSpotSandbox sandbox =
      HubSpotSandbox.start(SandboxSettings.defaults().withClock(now::get));
  private final Portal portal = sandbox.portal("4711");
  private final CrmAccount account =
      new HubSpotConnector(
              new ConnectionId("hub"),
              HubSpotSettings.defaults().at(sandbox.api()),
              "",
              "",
              new KeptTokens(OAuthTokens.fixed(portal.serviceKey())),
              now::get)
          .account(List::of);

  @AfterEach
  void closeSandbox() {
    sandbox.close();
  }

  @Test
  void new_and_changed_records_come_in_the_order_of_their_changes() {
    String before = ann();
    String changed = ann();
    tick(Duration.ofMinutes(1));
    Instant away = now.get();
    String first = ann();
    tick(Duration.ofMinutes(1));
    portal.change("contacts", changed, Map.of("city", "Kiel"), "1");

    Changes changes = account.changedSince(away, Optional.empty());

    assertThat(changes.next()).isEmpty();
    assertThat(changes.records())
        .extracting(c -> c.record().id())
        .containsExactly(first, changed)
        .doesNotContain(before);
    Changed last = changes.records().getLast();
    assertThat(last.createdAt()).isEqualTo(START);
    assertThat(last.changedAt()).isEqualTo(away.plus(Duration.ofMinutes(1)));
  }

  @Test
  void several_pages_hold_every_record_once() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      made.add(ann());
      if (i % 3 == 0) tick(Duration.ofMillis(1));
    }

    assertThat(everything()).containsExactlyElementsOf(made);
  }

  @Test
  void more_records_of_one_millisecond_than_a_page_holds_are_told_all_the_same() {
    List<String> made = new ArrayList<>();
    made.add(ann());
    tick(Duration.ofMillis(1));
    for (int i = 0; i < 450; i++) made.add(ann());
    tick(Duration.ofMillis(1));
    made.add(ann());

    assertThat(everything()).containsExactlyElementsOf(made);
  }

  @Test
  void a_record_that_changes_between_two_pages_hides_no_other() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      made.add(ann());
      tick(Duration.ofMillis(1));
    }
    Changes first = account.changedSince(START, Optional.empty());
    portal.change("contacts", made.getFirst(), Map.of("city", "Kiel"), "1");

    Changes second = account.changedSince(START, first.next());

    List<Changed> all = new ArrayList<>(first.records());
    all.addAll(second.records());
    assertThat(all).extracting(c -> c.record().id()).containsAll(made);
  }

  @Test
  void the_searches_of_a_second_are_counted_and_the_next_is_told_when_to_come() {
    ann();
    for (int i = 0; i < 3; i++) account.changedSince(START, Optional.empty());

    assertThatThrownBy(() -> account.changedSince(START, Optional.empty()))
        .isInstanceOfSatisfying(
            CrmUnavailable.class,
            thrown -> assertThat(thrown.notBefore()).contains(Duration.ofSeconds(1)));
    tick(Duration.ofSeconds(1));
    assertThat(account.changedSince(START, Optional.empty()).records()).hasSize(1);
  }

  @Test
  void a_page_nobody_named_is_a_mistake_of_the_caller() {
    assertThatThrownBy(() -> account.changedSince(START, Optional.of("next")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> everything() {
    List<String> all = new ArrayList<>();
    Optional<String> page = Optional.empty();
    do {
      Changes changes = account.changedSince(START, page);
      changes.records().forEach(changed -> all.add(changed.record().id()));
      page = changes.next();
      tick(Duration.ofSeconds(1));
    } while (page.isPresent());
    return all;
  }

  private String ann() {
    return portal.createContact(Map.of("firstname", "Ann"));
  }

  private void tick(Duration by) {
    now.updateAndGet(then -> then.plus(by));
  }
}
