package dev.baton.server.people.file;

import dev.baton.account.Role;
import dev.baton.agent.Location;
import dev.baton.agent.ZipCentroids;
import dev.baton.server.people.Places;
import dev.baton.server.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** What the words of a cell mean; a wrong one is refused by a sentence that says what to write. */
final class CellWords {
  private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "on", "ja");
  private static final Set<String> NO = Set.of("no", "n", "false", "0", "-", "off", "nein");

  private CellWords() {}

  /**
   * Yes or no.
   *
   * @param now what a blank cell leaves as it is
   * @param words in which a wrong cell is refused
   */
  static boolean yes(Column column, String cell, boolean now, Words words) {
    String word = cell.toLowerCase(Locale.ROOT);
    if (word.isEmpty()) return now;
    if (YES.contains(word)) return true;
    if (NO.contains(word)) return false;
    throw new IllegalArgumentException(words.say("file.row.yes-or-no", column.heading(), cell));
  }

  static Role role(String cell, Words words) {
    return Stream.of(Role.values())
        .filter(role -> role.name().equalsIgnoreCase(cell))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(words.say("file.row.role", cell)));
  }

  static List<Location> locations(String cell, ZipCentroids zips, Words words) {
    var locations = new ArrayList<Location>();
    for (String line : cell.split("[\\r\\n]+")) {
      if (!line.isBlank()) locations.add(location(line.strip(), zips, words));
    }
    return locations;
  }

  private static Location location(String line, ZipCentroids zips, Words words) {
    int last = line.lastIndexOf('|');
    int before = last < 0 ? -1 : line.lastIndexOf('|', last - 1);
    if (before < 0) {
      throw new IllegalArgumentException(words.say("file.row.location", line));
    }
    String radius = line.substring(last + 1).strip();
    if (!radius.isEmpty() && !radius.matches("\\d{1,5}(\\.\\d+)?")) {
      throw new IllegalArgumentException(words.say("file.row.distance", radius));
    }
    return new Location(
        line.substring(0, before).strip(),
        Places.read(line.substring(before + 1, last).strip(), zips, words),
        radius.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(radius)));
  }
}
