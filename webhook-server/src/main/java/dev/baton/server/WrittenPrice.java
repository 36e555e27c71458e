package dev.baton.server;

import static dev.baton.server.CompanyFile.or;
import static dev.baton.server.CompanyFile.required;

import dev.baton.tag.Discount;
import dev.baton.tag.Price;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What accepting a lead with a tag costs, as an admin writes it. */
record WrittenPrice(String amount, String currency, @Nullable WrittenDiscount discount) {

  /** How it falls: {@code "every": 1, "unit": "hours", "percent": 10, "floor": "0.50"}. */
  record WrittenDiscount(
      String unit, int every, int percent, @Nullable Boolean compound, @Nullable String floor) {
    Discount toDiscount() {
      return new Discount(
          Discount.Unit.valueOf(required(unit, "discount.unit").toUpperCase(Locale.ROOT)),
          every,
          percent,
          or(compound, false) ? Discount.Kind.COMPOUND : Discount.Kind.LINEAR,
          new BigDecimal(or(floor, "0.50")));
    }
  }

  Price toPrice() {
    Price price = Price.of(required(amount, "price.amount"), required(currency, "price.currency"));
    return discount == null ? price : price.falling(discount.toDiscount());
  }
}
