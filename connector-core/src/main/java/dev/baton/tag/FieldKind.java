package dev.baton.tag;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the CRM name of a field says about the numbers in it. */
enum FieldKind {
  ZIP,
  /** Phone numbers, dates and ids: figures, but no numbers. */
  NO_NUMBER,
  ANY;

  private static final List<String> ZIP_PARTS =
      List.of("zip", "postal", "plz", "postcode", "postleit");
  private static final List<String> OTHER_PARTS = List.of("phone", "telefon", "fax");
  private static final Set<String> OTHER_WORDS =
      Set.of(
          "mobile",
          "mobil",
          "handy",
          "cell",
          "tel",
          "date",
          "datum",
          "birthday",
          "time",
          "timestamp",
          "at",
          "id",
          "ids",
          "guid",
          "uuid",
          "ip",
          "url",
          "website",
          "version",
          "email");

  /** Reads {@code PostalCode}, {@code hs_zip}, {@code MobilePhone}, {@code createdate} and such. */
  static FieldKind of(String field) {
    String name = field.toLowerCase(Locale.ROOT);
    if (ZIP_PARTS.stream().anyMatch(name::contains)) return ZIP;
    if (OTHER_PARTS.stream().anyMatch(name::contains)) return NO_NUMBER;
    if (name.endsWith("date") || name.endsWith("datum")) return NO_NUMBER;
    return saysSo(field) ? NO_NUMBER : ANY;
  }

  private static boolean saysSo(String field) {
    int start = 0;
    for (int at = 1; at <= field.length(); at++) {
      if (at < field.length() && !begins(field, at)) continue;
      String word = field.substring(start, at).toLowerCase(Locale.ROOT);
      if (OTHER_WORDS.contains(word)) return true;
      start = at < field.length() && !Character.isLetterOrDigit(field.charAt(at)) ? at + 1 : at;
    }
    return false;
  }

  private static boolean begins(String field, int at) {
    char c = field.charAt(at);
    return !Character.isLetterOrDigit(c)
        || (Character.isUpperCase(c) && !Character.isUpperCase(field.charAt(at - 1)));
  }
}
