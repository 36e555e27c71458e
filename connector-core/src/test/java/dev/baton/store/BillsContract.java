package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.ledger.Bills.Bill;
import dev.baton.ledger.Lead;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.tag.Owing;
import dev.baton.tag.Price;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything that tells what is owed does, in sentences. */
abstract class BillsContract extends StoreScene {
  private static final Owing TWELVE_FIFTY =
      new Owing(new BigDecimal("12.50"), Currency.getInstance("EUR"), TagName.of("Harbour"));

  @BeforeEach
  void sell() {
    publish(book().with(List.of(Tag.preferential("Harbour").costing(Price.of("12.50", "EUR")))));
  }

  private Instant now() {
    return store.clock().instant();
  }

  private void accept(Lead lead, int offer) {
    store
        .ledger()
        .decide(
            lead.id(),
            command(
                new Accept(
                    offer, file(lead).rotation().offers().get(offer - 1).agent(), Channel.PAGE)));
  }

  private List<Bill> all() {
    return store.bills().owed(ACME, Instant.EPOCH, now().plusSeconds(1));
  }

  @Test
  void an_acceptance_of_a_billable_lead_is_owed_and_an_offer_alone_is_not() {
    Lead lead = offered();
    assertThat(all()).isEmpty();

    accept(lead, 1);

    assertThat(all())
        .containsExactly(
            new Bill(lead.id(), now(), file(lead).rotation().owner().orElseThrow(), TWELVE_FIFTY));
  }

  @Test
  void an_assignment_and_an_acceptance_without_a_price_are_not_owed() {
    Lead assigned = offered();
    store.ledger().decide(assigned.id(), command(new Assign(BOB, "the admin")));
    publish(book());
    accept(offered(), 1);

    assertThat(all()).isEmpty();
  }

  @Test
  void bills_are_told_oldest_first_from_inclusive_to_exclusive() {
    Instant first = now();
    Lead one = offered();
    accept(one, 1);
    store.clock().tick(Duration.ofMinutes(1));
    Instant second = now();
    Lead two = offered();
    accept(two, 1);

    assertThat(all()).extracting(Bill::lead).containsExactly(one.id(), two.id());
    assertThat(store.bills().owed(ACME, first, second))
        .extracting(Bill::lead)
        .containsExactly(one.id());
    assertThat(store.bills().owed(ACME, second, second.plusMillis(1)))
        .extracting(Bill::lead)
        .containsExactly(two.id());
  }

  @Test
  void a_lead_given_back_and_accepted_by_another_is_owed_by_both() {
    Lead lead = offered();
    accept(lead, 1);
    store
        .ledger()
        .decide(
            lead.id(),
            command(new GiveBack(file(lead).rotation().owner().orElseThrow(), Channel.PAGE)));
    store.clock().tick(Duration.ofMinutes(1));
    accept(lead, 2);

    assertThat(all()).hasSize(2).extracting(Bill::agent).doesNotHaveDuplicates();
  }

  @Test
  void another_company_sees_none_of_it() {
    accept(offered(), 1);

    assertThat(store.bills().owed(OTHER, Instant.EPOCH, now().plusSeconds(1))).isEmpty();
  }
}
