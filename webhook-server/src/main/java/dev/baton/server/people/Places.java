package dev.baton.server.people;

import dev.baton.agent.Place;
import dev.baton.agent.ZipCentroids;
import dev.baton.server.words.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places as people write them: a zip code, or latitude and longitude. */
public final class Places {
  private static final String DEGREES = "\\s*([+-]?\\d{1,3}(?:\\.\\d+)?)\\s*";
  private static final Pattern COORDINATES = Pattern.compile(DEGREES + "," + DEGREES);

  private Places() {}

  /**
   * The place written.
   *
   * @throws IllegalArgumentException for what is neither, or a zip code that is not known here; its
   *     message says what to do
   */
  public static Place read(String written, ZipCentroids zips, Words words) {
    Matcher coordinates = COORDINATES.matcher(written);
    if (coordinates.matches()) {
      return new Place(
          Double.parseDouble(coordinates.group(1)), Double.parseDouble(coordinates.group(2)));
    }
    return zips.of(written)
        .orElseThrow(
            () -> new IllegalArgumentException(words.say("people.agent.place.wrong", written)));
  }

  /** So that it reads back as the same place. */
  public static String written(Place place) {
    return number(place.latitude()) + ", " + number(place.longitude());
  }

  /** Without an exponent, and without a needless {@code .0}. */
  public static String number(double number) {
    String text = java.math.BigDecimal.valueOf(number).toPlainString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
