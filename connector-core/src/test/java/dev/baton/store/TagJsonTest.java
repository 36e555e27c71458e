package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AgentId;
import dev.baton.agent.Distribution;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.Team;
import dev.baton.agent.TeamReports;
import dev.baton.outbox.Promise.TellOffer;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.RotationBegun;
import dev.baton.rotation.RotationEvent.SharkTankOpened;
import dev.baton.routing.BookDraft;
import dev.baton.routing.ReportRetention;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.Traits;
import dev.baton.tag.Discount;
import dev.baton.tag.Owing;
import dev.baton.tag.Price;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was written before tags had collections, prices and exact case can still be read. */
class TagJsonTest {
  @Test
  void a_tag_written_before_there_were_prices_has_none() {
    String before = "{\"name\":\"Loft\",\"rule\":\"EXCLUSIVE\",\"weight\":70}";

    assertThat(Json.read(before, Tag.class)).isEqualTo(Tag.exclusive("Loft").weighing(70));
  }

  @Test
  void a_match_written_before_case_was_kept_is_not_exact() {
    String before = "{\"tag\":\"Loft\",\"place\":\"subject\",\"start\":2,\"end\":6}";

    assertThat(Json.read(before, TagMatch.class))
        .isEqualTo(new TagMatch(TagName.of("Loft"), "subject", 2, 6, false));
  }

  @Test
  void a_tag_comes_back_with_its_collection_and_its_price() {
    var discount =
        new Discount(Discount.Unit.HOURS, 2, 10, Discount.Kind.COMPOUND, new BigDecimal("1.50"));
    Tag billable =
        Tag.required("Loft").in("Homes").costing(Price.of("12.50", "EUR").falling(discount));
    var book =
        new BookDraft(
            List.of(billable, Tag.preferential("Sea")), List.of(), RoutingSettings.DEFAULT);

    assertThat(Json.read(Json.write(book), BookDraft.class)).isEqualTo(book);
  }

  @Test
  void a_book_written_before_teams_asked_for_more_in_reports_has_the_usual() {
    var team = Team.of("t", Distribution.BY_SCORE, List.of());
    var asking =
        team.reporting(
            new TeamReports(
                true, List.of(new FieldMetric("Budget", "budget", FieldMetric.Kind.SUM))));
    var settings = RoutingSettings.DEFAULT.with(ReportRetention.of(90)).letAgentsSwitch(true);
    var book = new BookDraft(List.of(), List.of(), List.of(asking), settings);
    String written = Json.write(book);

    assertThat(Json.read(written, BookDraft.class)).isEqualTo(book);
    String before =
        written
            .replaceAll(",\"reports\":\\{.*?]}", "")
            .replaceAll(",\"retention\":\\{.*?}", "")
            .replaceAll(",\"agentsSwitch\":true", "");
    assertThat(before).doesNotContain("metrics", "retention", "agentsSwitch");
    assertThat(Json.read(before, BookDraft.class))
        .isEqualTo(new BookDraft(List.of(), List.of(), List.of(team), RoutingSettings.DEFAULT));
  }

  @Test
  void offers_and_acceptances_written_before_there_were_prices_are_free() {
    String offered =
        "{\"at\":\"1970-01-01T00:00:00Z\",\"offer\":1,\"agent\":\"ann\",\"kind\":\"LINE\","
            + "\"expiresAt\":\"1970-01-01T00:05:00Z\"}";
    String accepted =
        "{\"at\":\"1970-01-01T00:00:00Z\",\"offer\":1,\"agent\":\"ann\",\"by\":\"PAGE\"}";
    String tank =
        "{\"at\":\"1970-01-01T00:00:00Z\",\"firstOffer\":1,\"agents\":[\"ann\"],"
            + "\"remindAt\":\"1970-01-01T00:01:00Z\",\"until\":\"1970-01-01T00:02:00Z\"}";
    String told = "{\"offer\":1,\"agent\":\"ann\",\"due\":\"1970-01-01T00:05:00Z\"}";

    assertThat(Json.read(offered, LeadOffered.class).owing()).isEmpty();
    assertThat(Json.read(accepted, OfferAccepted.class).owing()).isEmpty();
    assertThat(Json.read(tank, SharkTankOpened.class).prices()).isEmpty();
    assertThat(Json.read(told, TellOffer.class))
        .isEqualTo(new TellOffer(1, new AgentId("ann"), Instant.EPOCH.plusSeconds(300)));
  }

  @Test
  void a_price_comes_back_to_the_cent() {
    var owing = new Owing(new BigDecimal("12.50"), Currency.getInstance("EUR"), TagName.of("Loft"));
    var ann = new AgentId("ann");
    var accepted = new OfferAccepted(Instant.EPOCH, 1, ann, Channel.PAGE, Optional.of(owing));
    var tank =
        new SharkTankOpened(
            Instant.EPOCH, 1, List.of(ann), Instant.EPOCH, Instant.EPOCH, Map.of(ann, owing));

    assertThat(Json.read(Json.write(accepted), OfferAccepted.class)).isEqualTo(accepted);
    assertThat(Json.read(Json.write(tank), SharkTankOpened.class)).isEqualTo(tank);
  }

  @Test
  void a_match_comes_back_with_its_case() {
    var begun =
        new RotationBegun(
            Instant.EPOCH,
            Traits.of(List.of(new TagMatch(TagName.of("Loft"), "subject", 2, 6, true))));

    assertThat(Json.read(Json.write(begun), RotationBegun.class)).isEqualTo(begun);
  }
}
