package dev.baton.server.book;

import dev.baton.server.page.Form;
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
  static Map<String, String> of(Optional<Price> price) {
    var values = new HashMap<String, String>();
    if (price.isEmpty()) return values;
    values.put(BILLABLE, "yes");
    values.put(AMOUNT, price.get().amount().toPlainString());
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
              values.put(FLOOR, d.floor().toPlainString());
            });
    return values;
  }

  /** The form with all that is wrong with its price. */
  static Form checked(Form form) {
    if (!form.ticked(BILLABLE)) return form;
    Form checked = money(form, AMOUNT, "A price");
    if (currency(form).isEmpty()) {
      checked =
          checked.wrong(CURRENCY, "A currency is three letters of ISO 4217, such as EUR or USD.");
    }
    if (form.value(DISCOUNT).isEmpty()) return checked;
    checked = money(checked, FLOOR, "The least price");
    if (whole(form, PERCENT, HUNDRED).isEmpty()) {
      checked = checked.wrong(PERCENT, "A step takes 1 to 100 percent off.");
    }
    if (whole(form, EVERY, 9_999).isEmpty()) {
      checked = checked.wrong(EVERY, "A step comes after 1 to 9999 of what it is counted in.");
    }
    if (kind(form).isEmpty()) checked = checked.wrong(DISCOUNT, "Choose how the price falls.");
    if (unit(form).isEmpty()) checked = checked.wrong(UNIT, "Choose what steps are counted in.");
    if (checked.error(AMOUNT).isEmpty()
        && checked.error(FLOOR).isEmpty()
        && amount(form, FLOOR).compareTo(amount(form, AMOUNT)) > 0) {
      checked = checked.wrong(FLOOR, "The least price is not above the price.");
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

  private static Form money(Form form, String field, String what) {
    String text = form.value(field);
    if (!text.matches("\\d{1,9}([.,]\\d{1,2})?") || amount(form, field).compareTo(LEAST) < 0) {
      return form.wrong(field, what + " is 0.50 or more, such as 12.50.");
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
