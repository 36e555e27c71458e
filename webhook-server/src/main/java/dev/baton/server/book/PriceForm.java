package dev.baton.server.book;

import dev.baton.server.book.form.Writings;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import dev.baton.tag.Discount;
import dev.baton.tag.Price;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What accepting a lead costs, as it is filled in beside a tag (domain §3). */
final class PriceForm {
  private static final String BILLABLE = "billable";
  private static final String AMOUNT = "amount";
  private static final String CURRENCY = "currency";
  private static final String DISCOUNT = "discount";
  private static final String PERCENT = "percent";
  private static final String EVERY = "every";
  private static final String UNIT = "unit";
  private static final String FLOOR = "floor";
  private static final BigDecimal LEAST = new BigDecimal("0.50");
  private static final int CENTS = 2;
  private static final int HUNDRED = 100;

  private PriceForm() {}

  /** The fields of a price; those of a tag without one are empty. */
  static Map<String, String> of(Optional<Price> price, Words words) {
    var values = new HashMap<String, String>();
    if (price.isEmpty()) return values;
    values.put(BILLABLE, "yes");
    values.put(AMOUNT, Writings.written(price.get().amount(), words));
    values.put(CURRENCY, price.get().currency().getCurrencyCode());
    price
        .get()
        .discount()
        .ifPresent(
            d -> {
              values.put(DISCOUNT, d.kind().name());
              values.put(PERCENT, String.valueOf(d.percent()));
              values.put(EVERY, String.valueOf(d.every()));
              values.put(UNIT, d.unit().name());
              values.put(FLOOR, Writings.written(d.floor(), words));
            });
    return values;
  }

  /** The form with all that is wrong with its price. */
  static Form checked(Form form, Words words) {
    if (!form.ticked(BILLABLE)) return form;
    Form checked = money(form, AMOUNT, words.say("book.price.amount.wrong"));
    if (currency(form).isEmpty()) {
      checked = checked.wrong(CURRENCY, words.say("book.price.currency.wrong"));
    }
    if (form.value(DISCOUNT).isEmpty()) return checked;
    checked = money(checked, FLOOR, words.say("book.price.floor.wrong"));
    if (whole(form, PERCENT, HUNDRED).isEmpty()) {
      checked = checked.wrong(PERCENT, words.say("book.price.percent.wrong"));
    }
    if (whole(form, EVERY, 9_999).isEmpty()) {
      checked = checked.wrong(EVERY, words.say("book.price.every.wrong"));
    }
    if (kind(form).isEmpty()) {
      checked = checked.wrong(DISCOUNT, words.say("book.price.discount.wrong"));
    }
    if (unit(form).isEmpty()) checked = checked.wrong(UNIT, words.say("book.price.unit.wrong"));
    if (checked.error(AMOUNT).isEmpty()
        && checked.error(FLOOR).isEmpty()
        && amount(form, FLOOR).compareTo(amount(form, AMOUNT)) > 0) {
      checked = checked.wrong(FLOOR, words.say("book.price.floor.above"));
    }
    return checked;
  }

  /** The price of a form that was found good. */
  static Optional<Price> price(Form form) {
    if (!form.ticked(BILLABLE)) return Optional.empty();
    Optional<Discount> discount =
        kind(form)
            .map(
                kind ->
                    new Discount(
                        unit(form).orElseThrow(),
                        whole(form, EVERY, 9_999).orElseThrow(),
                        whole(form, PERCENT, HUNDRED).orElseThrow(),
                        kind,
                        amount(form, FLOOR)));
    return Optional.of(new Price(amount(form, AMOUNT), currency(form).orElseThrow(), discount));
  }

  private static Form money(Form form, String field, String otherwise) {
    String text = form.value(field);
    if (!text.matches("\\d{1,9}([.,]\\d{1,2})?") || amount(form, field).compareTo(LEAST) < 0) {
      return form.wrong(field, otherwise);
    }
    return form;
  }

  private static BigDecimal amount(Form form, String field) {
    return new BigDecimal(form.value(field).replace(',', '.')).setScale(CENTS);
  }

  private static Optional<Currency> currency(Form form) {
    try {
      return Optional.of(Currency.getInstance(form.value(CURRENCY).toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> whole(Form form, String field, int most) {
    return Optional.of(form.value(field))
        .filter(text -> text.matches("\\d{1,4}"))
        .map(Integer::parseInt)
        .filter(number -> number >= 1 && number <= most);
  }

  private static Optional<Discount.Kind> kind(Form form) {
    return Arrays.stream(Discount.Kind.values())
        .filter(kind -> kind.name().equals(form.value(DISCOUNT)))
        .findFirst();
  }

  private static Optional<Discount.Unit> unit(Form form) {
    return Arrays.stream(Discount.Unit.values())
        .filter(unit -> unit.name().equals(form.value(UNIT)))
        .findFirst();
  }
}
