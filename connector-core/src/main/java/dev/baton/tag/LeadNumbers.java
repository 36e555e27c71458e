package dev.baton.tag;

import dev.baton.lead.LeadText;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the numbers that a lead speaks of. Where a number could as well be a phone number, a date
 * or an id it is left out: a missed range costs a few points, a wrong one sends the lead astray.
 * The table in {@code LeadNumbersTest} says what counts as what.
 *
 * <p>A field whose name says zip or postal code holds a zip code and nothing else; a field of phone
 * numbers, dates or ids holds no number. In running text a zip code is five digits, or five and
 * four, after a state or a word that announces it; anything less sure may be a number.
 */
public final class LeadNumbers {
  private LeadNumbers() {}

  /** In reading order: subject, body, fields. */
  public static List<LeadNumber> in(LeadText text) {
    var found = new ArrayList<LeadNumber>();
    found.addAll(inText(TagMatch.SUBJECT, text.subject()));
    found.addAll(inText(TagMatch.BODY, text.body()));
    text.fields().forEach((field, value) -> found.addAll(inField(field, value)));
    return found;
  }

  static List<LeadNumber> inText(String place, String text) {
    return new NumberScan(place, text).found();
  }

  static List<LeadNumber> inField(String field, String value) {
    return switch (FieldKind.of(field)) {
      case ZIP -> zip(field, value);
      case NO_NUMBER -> List.of();
      case ANY -> inText(field, value);
    };
  }

  private static List<LeadNumber> zip(String field, String value) {
    List<String> codes = ZipCode.read(value);
    if (codes.isEmpty()) return List.of();
    String code = value.strip();
    int start = value.indexOf(code);
    return List.of(new LeadNumber.Zip(codes, field, start, start + code.length()));
  }
}
