package dev.baton.lead;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * When two leads come from the same customer: the same e-mail address or the same phone number, as
 * far as writing them differently does not make them others (domain §5, coalesce).
 */
public final class Coalescence {
  /** Shorter numbers are extensions and mistakes, which would bring strangers together. */
  private static final int DIGITS_OF_A_PHONE = 7;

  private Coalescence() {}

  /**
   * What the customer is known by; empty where there is nothing to know him by. An e-mail address
   * counts without case; a phone number by its digits, without the signs between them and without
   * the zeros or the plus before them. A number with and one without its country code differ.
   */
  public static Set<String> keys(Contact contact) {
    var keys = new LinkedHashSet<String>();
    String email = contact.email().strip().toLowerCase(Locale.ROOT);
    if (email.indexOf('@') > 0) keys.add("email " + email);
    String digits = contact.phone().replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    if (digits.length() >= DIGITS_OF_A_PHONE) keys.add("phone " + digits);
    return keys;
  }

  /** What leads that stick by a field have in common: its value, without case. */
  public static Optional<String> stickyKey(LeadContent lead, String field) {
    String value = lead.text().fields().getOrDefault(field, "").strip().toLowerCase(Locale.ROOT);
    return value.isEmpty() ? Optional.empty() : Optional.of("field " + field + " " + value);
  }
}
