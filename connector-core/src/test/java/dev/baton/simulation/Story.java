package dev.baton.simulation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A life told in lines for people to read. */
final class Story {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
  private static final Pattern TAG = Pattern.compile("TagMatch\\[tag=(\\w+)[^]]*]");

  private final List<String> lines = new ArrayList<>();

  void tell(Instant at, String what) {
    lines.add(clock(at) + "  " + plain(what));
  }

  List<String> lines() {
    return lines;
  }

  private static String clock(Instant at) {
    String text = CLOCK.format(at);
    return text.endsWith(".000000") ? text.substring(0, text.length() - 7) : text;
  }

  /** Instants as the time of day, tags by their names. */
  private static String plain(String what) {
    String text = TAG.matcher(what).replaceAll("$1");
    return INSTANT.matcher(text).replaceAll(found -> clock(Instant.parse(found.group())));
  }
}
