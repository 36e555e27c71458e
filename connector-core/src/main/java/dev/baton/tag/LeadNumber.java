package dev.baton.tag;

import java.math.BigDecimal;
import java.util.List;

/** A number that a lead speaks of, and where. Ranges are matched against these (domain §3). */
public sealed interface LeadNumber {
  /** {@code subject}, {@code body} or the CRM name of a field. */
  String place();

  /** First character in that text, from 0; a symbol before the number belongs to it. */
  int start();

  /** One past the last character; a symbol or a word such as million after it belongs to it. */
  int end();

  /** An amount with a currency symbol, such as {@code $1.2M}. */
  record Money(char symbol, BigDecimal amount, String place, int start, int end)
      implements LeadNumber {}

  /** A number without a symbol that is no phone number, date, time, percentage or part of an id. */
  record Plain(BigDecimal value, String place, int start, int end) implements LeadNumber {}

  /**
   * A zip or postal code.
   *
   * @param codes the whole code, then its first part where it has parts; upper case, no blanks
   */
  record Zip(List<String> codes, String place, int start, int end) implements LeadNumber {
    public Zip {
      codes = List.copyOf(codes);
    }
  }
}
