package dev.baton.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.SharkTankOpened;
import dev.baton.routing.TestBook;
import dev.baton.tag.Discount;
import dev.baton.tag.Owing;
import dev.baton.tag.Price;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Domain §3, billable tags: what accepting costs, shown before and recorded with it. */
class PriceOfAcceptanceTest extends RotationScenario {
  private static final Discount.Kind LINEAR = Discount.Kind.LINEAR;
  private static final Discount.Kind COMPOUND = Discount.Kind.COMPOUND;

  private TestBook selling = book;

  private void selling(Tag... tags) {
    selling = TestBook.with(tags).agent("ann", "P", "Q").agent("bob", "P").catchall("cat", "P");
  }

  @Override
  protected TestBook book() {
    return selling;
  }

  private static Tag tag(String name, String price) {
    return Tag.preferential(name).costing(Price.of(price, "EUR"));
  }

  private static Tag falling(String price, Discount.Unit unit, Discount.Kind kind, String floor) {
    var discount = new Discount(unit, 1, 10, kind, new BigDecimal(floor));
    return Tag.preferential("P").costing(Price.of(price, "EUR").falling(discount));
  }

  private static Optional<Owing> eur(String amount, String tag) {
    return Optional.of(
        new Owing(new BigDecimal(amount), Currency.getInstance("EUR"), TagName.of(tag)));
  }

  private void arrives(String... tags) {
    then(new Begin(List.of(tags).stream().map(t -> TagMatch.given(TagName.of(t))).toList()));
  }

  private Optional<Owing> shown(int offer) {
    return lead.offer(offer).orElseThrow().owing();
  }

  private Optional<Owing> accepting(int offer, AgentId agent) {
    return ((OfferAccepted) then(accept(offer, agent)).getFirst()).owing();
  }

  @Test
  void it_is_the_highest_price_among_the_leads_tags_that_the_agent_holds() {
    selling(tag("P", "12.50"), tag("Q", "20"), tag("R", "90"));
    arrives("P", "Q", "R");

    assertThat(shown(1)).isEqualTo(eur("20.00", "Q"));
    then(decline(1, ANN));
    assertThat(shown(2)).isEqualTo(eur("12.50", "P"));
  }

  @Test
  void it_is_shown_before_and_recorded_with_the_acceptance() {
    selling(tag("P", "12.50"));
    now = TEN;
    assertThat(then(begin()))
        .last()
        .isEqualTo(
            new LeadOffered(TEN, 1, ANN, Offer.Kind.LINE, TEN.plus(WINDOW), eur("12.50", "P")));

    assertThat(accepting(1, ANN)).isEqualTo(eur("12.50", "P"));
    assertThat(shown(1)).isEqualTo(eur("12.50", "P"));
  }

  @Test
  void without_a_billable_tag_it_is_free() {
    begun();

    assertThat(shown(1)).isEmpty();
    assertThat(accepting(1, ANN)).isEmpty();
  }

  @Test
  void linear_by_time_outs_is_100_90_80() {
    selling(falling("100", Discount.Unit.TIMEOUTS, LINEAR, "0.50"));
    begun();
    assertThat(shown(1)).isEqualTo(eur("100.00", "P"));
    timeOutNow();
    assertThat(shown(2)).isEqualTo(eur("90.00", "P"));
    timeOutNow();
    assertThat(shown(3)).isEqualTo(eur("80.00", "P"));
    assertThat(accepting(3, CAT)).isEqualTo(eur("80.00", "P"));
  }

  @Test
  void compound_by_minutes_is_100_90_81_and_counts_from_when_the_lead_came_in() {
    selling(falling("100", Discount.Unit.MINUTES, COMPOUND, "0.50"));
    begun();
    now = TEN.plusSeconds(60);
    assertThat(owedNow(1)).isEqualTo(eur("90.00", "P"));
    now = TEN.plusSeconds(120);

    assertThat(accepting(1, ANN)).isEqualTo(eur("81.00", "P"));
  }

  private Optional<Owing> owedNow(int offer) {
    return PriceOfAcceptance.owed(lead, lead.offer(offer).orElseThrow(), book().build(), now);
  }

  @Test
  void the_floor_holds() {
    selling(falling("100", Discount.Unit.MINUTES, LINEAR, "75"));
    begun();
    now = TEN.plusSeconds(240);

    assertThat(accepting(1, ANN)).isEqualTo(eur("75.00", "P"));
  }

  @Test
  void the_age_goes_on_when_a_lead_starts_again() {
    selling(falling("100", Discount.Unit.HOURS, LINEAR, "0.50"));
    begun();
    then(accept(1, ANN));
    now = TEN.plus(Duration.ofHours(2));
    then(new GiveBack(ANN, RotationCommand.Channel.PAGE));

    assertThat(shown(2)).isEqualTo(eur("80.00", "P"));
  }

  @Test
  void who_was_shown_a_price_never_owes_more_and_nothing_where_he_was_shown_none() {
    selling(tag("P", "10"));
    begun();
    selling(tag("P", "30"));
    assertThat(accepting(1, ANN)).isEqualTo(eur("10.00", "P"));

    lead = Rotation.NEW;
    selling(Tag.preferential("P"));
    begun();
    selling(tag("P", "30"));
    assertThat(accepting(1, ANN)).isEmpty();
  }

  @Test
  void a_price_that_is_gone_when_he_accepts_is_not_owed() {
    selling(tag("P", "10"));
    begun();
    selling(Tag.preferential("P"));

    assertThat(accepting(1, ANN)).isEmpty();
  }

  @Test
  void the_shark_tank_costs_each_what_he_was_shown() {
    selling(tag("P", "10"), tag("Q", "20"));
    selling.settings(s -> s.withSharkTank(Duration.ofMinutes(30), Duration.ofMinutes(10)));
    arrives("P", "Q");
    timeOutNow();
    timeOutNow();
    // The catchall is an ordinary agent, too, as long as the line is not exhausted.
    assertThat(shown(3)).isEqualTo(eur("10.00", "P"));
    now = lead.due().orElseThrow();
    SharkTankOpened tank = (SharkTankOpened) then(new RotationCommand.TimeOut()).getLast();

    assertThat(tank.owing(ANN)).isEqualTo(eur("20.00", "Q"));
    assertThat(tank.owing(BOB)).isEqualTo(eur("10.00", "P"));
    assertThat(accepting(5, BOB)).isEqualTo(eur("10.00", "P"));
  }

  @Test
  void the_catchall_takes_it_for_nothing() {
    selling(tag("P", "10"));
    begun();
    timeOutNow();
    timeOutNow();
    timeOutNow();
    assertThat(lead.stage()).isEqualTo(Stage.CATCHALL);

    assertThat(shown(4)).isEmpty();
    assertThat(accepting(4, CAT)).isEmpty();
  }

  @Test
  void what_an_admin_assigns_and_what_coalesces_is_free() {
    selling(tag("P", "10"));
    begun();
    then(new Assign(ANN, "the admin"));
    assertThat(lead.offers()).noneMatch(o -> o.state() == Offer.State.ACCEPTED);

    lead = Rotation.NEW;
    kin =
        Optional.of(
            new Kin(
                dev.baton.lead.LeadId.parse("00000000-0000-7000-8000-000000000001"),
                Optional.of(ANN),
                Optional.of(now),
                false));
    assertThat(then(begin())).last().isInstanceOf(LeadCoalesced.class);
    assertThat(lead.offers()).isEmpty();
  }

  @Test
  void with_queuing_off_it_costs_as_much_as_an_acceptance() {
    selling(tag("P", "10"));
    selling.settings(s -> s.withoutQueuing());

    assertThat(then(begin()))
        .last()
        .isInstanceOfSatisfying(
            OfferAccepted.class, e -> assertThat(e.owing()).isEqualTo(eur("10.00", "P")));
  }
}
