package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.rotation.RotationEvent.RotationBegun;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.Traits;
import dev.baton.tag.Discount;
import dev.baton.tag.Price;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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
  void a_match_comes_back_with_its_case() {
    var begun =
        new RotationBegun(
            Instant.EPOCH,
            Traits.of(List.of(new TagMatch(TagName.of("Loft"), "subject", 2, 6, true))));

    assertThat(Json.read(Json.write(begun), RotationBegun.class)).isEqualTo(begun);
  }
}
