package dev.baton.rotation;

import static dev.baton.routing.TestBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.lead.LeadId;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.Follow;
import dev.baton.rotation.RotationCommand.Release;
import dev.baton.rotation.RotationCommand.Restore;
import dev.baton.rotation.RotationCommand.TimeOut;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.LeadFollows;
import dev.baton.rotation.RotationEvent.LeadHeld;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.LeadQuarantined;
import dev.baton.rotation.RotationEvent.LeadReleased;
import dev.baton.rotation.RotationEvent.LeadRestored;
import dev.baton.rotation.RotationEvent.LeadStandsAlone;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationBegun;
import dev.baton.routing.Intake;
import dev.baton.routing.SpamList;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Domain §11, "In": spam, coalesce, hold, rotate; clause by clause. */
class ArrivingTest extends RotationScenario {
  private static final LeadId EARLIER = new LeadId(new UUID(0, 1));

  private void earlierLeadOwnedBy(AgentId owner, Duration ago) {
    kin = Optional.of(new Kin(EARLIER, Optional.of(owner), Optional.of(now.minus(ago)), false));
  }

  private void earlierLeadOnItsWay() {
    kin = Optional.of(new Kin(EARLIER, Optional.empty(), Optional.empty(), true));
  }

  // Spam -----------------------------------------------------------------------------------------

  @Test
  void spam_is_quarantined_and_offered_to_nobody() {
    var begin = new Begin(begin().traits(), Optional.of("@spam.example"));

    assertThat(then(begin))
        .containsExactly(
            new RotationBegun(TEN, begin.traits()), new LeadQuarantined(TEN, "@spam.example"));
    assertThat(lead.stage()).isEqualTo(Stage.QUARANTINED);
    assertThat(lead.due()).isEmpty();
  }

  @Test
  void a_quarantined_lead_that_is_restored_goes_on_its_way() {
    then(new Begin(begin().traits(), Optional.of("@spam.example")));

    assertThat(then(new Restore("ada")))
        .containsExactly(new LeadRestored(TEN, "ada"), offered(1, ANN, Offer.Kind.LINE));
    assertThat(refused(new Restore("ada")).why()).isEqualTo(Why.NOTHING_TO_DO);
  }

  // Coalesce -------------------------------------------------------------------------------------

  @Test
  void a_customer_with_an_owner_goes_to_that_owner_without_an_offer() {
    earlierLeadOwnedBy(BOB, Duration.ofDays(29));

    assertThat(then(begin()))
        .containsExactly(
            new RotationBegun(TEN, begin().traits()), new LeadCoalesced(TEN, BOB, EARLIER));
    assertThat(lead.owner()).contains(BOB);
    assertThat(lead.offers()).isEmpty();
  }

  @Test
  void after_thirty_days_a_customer_is_new_again() {
    earlierLeadOwnedBy(BOB, Duration.ofDays(30));

    assertThat(then(begin())).last().isEqualTo(offered(1, ANN, Offer.Kind.LINE));
  }

  @Test
  void a_customer_whose_owner_has_left_is_offered() {
    book.gone("dan", "P");
    earlierLeadOwnedBy(id("dan"), Duration.ofDays(1));

    assertThat(then(begin())).last().isEqualTo(offered(1, ANN, Offer.Kind.LINE));
  }

  @Test
  void while_the_earlier_lead_is_on_its_way_the_new_one_waits_and_follows_it() {
    earlierLeadOnItsWay();

    assertThat(then(begin())).last().isEqualTo(new LeadFollows(TEN, EARLIER));
    assertThat(lead.stage()).isEqualTo(Stage.FOLLOWING);
    assertThat(refused(new Follow()).why()).isEqualTo(Why.NOT_DUE);

    earlierLeadOwnedBy(BOB, Duration.ZERO);
    assertThat(then(new Follow())).containsExactly(new LeadCoalesced(TEN, BOB, EARLIER));
  }

  /** Found by the simulation. */
  @Test
  void a_company_that_never_coalesces_has_no_lead_wait_for_another() {
    Intake never = new Intake(true, false, Duration.ZERO, SpamList.EMPTY);
    book.settings(s -> s.with(never));
    earlierLeadOnItsWay();

    assertThat(then(begin())).last().isEqualTo(offered(1, ANN, Offer.Kind.LINE));
  }

  @Test
  void a_lead_that_comes_with_an_owner_is_his_whatever_the_spam_list_says() {
    var owned = new ChangeOwner("crm-bob", Optional.of(BOB));

    assertThat(then(new Begin(begin().traits(), Optional.of("@spam"), Optional.of(owned))))
        .containsExactly(
            new RotationBegun(TEN, begin().traits()),
            new OwnerChangedInCrm(TEN, "crm-bob", Optional.of(BOB)));
  }

  @Test
  void a_lead_whose_earlier_one_finds_no_owner_is_offered_on_its_own() {
    earlierLeadOnItsWay();
    begun();
    kin = Optional.of(new Kin(EARLIER, Optional.empty(), Optional.empty(), false));

    assertThat(then(new Follow()))
        .containsExactly(new LeadStandsAlone(TEN), offered(1, ANN, Offer.Kind.LINE));
  }

  // Hold -----------------------------------------------------------------------------------------

  @Test
  void with_manual_intercept_new_leads_are_held_until_an_admin_releases_them() {
    book.settings(s -> s.withManualIntercept());

    assertThat(then(begin()))
        .last()
        .isEqualTo(new LeadHeld(TEN, Hold.Why.MANUAL_INTERCEPT, Optional.empty()));
    assertThat(lead.stage()).isEqualTo(Stage.HELD);
    assertThat(refused(new TimeOut()).why()).isEqualTo(Why.NOT_DUE);
    assertThat(then(new Release("ada")))
        .containsExactly(new LeadReleased(TEN, "ada"), offered(1, ANN, Offer.Kind.LINE));
  }

  // Queuing --------------------------------------------------------------------------------------

  @Test
  void with_queuing_disabled_the_best_match_has_the_lead_at_once() {
    book.settings(s -> s.withoutQueuing());

    assertThat(then(begin()))
        .containsExactly(
            new RotationBegun(TEN, begin().traits()),
            new LeadOffered(TEN, 1, ANN, Offer.Kind.LINE, TEN.plus(WINDOW)),
            new OfferAccepted(TEN, 1, ANN, Channel.AT_ONCE));
    assertThat(lead.owner()).contains(ANN);
    assertThat(lead.due()).isEmpty();
  }
}
