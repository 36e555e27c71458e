package dev.baton.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The zip codes of one file, gathered line by line. */
final class ZipFile {
  private static final String HEADER = "zip,latitude,longitude";

  /** A wrong file is wrong on every line: these are enough to see how. */
  private static final int MOST_PROBLEMS = 20;

  private record Entry(Place place, int line) {}

  private final Map<String, Entry> zips = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private int line;

  private ZipFile() {}

  static ZipCentroids.Reading read(Reader csv) throws IOException {
    var file = new ZipFile();
    var lines = new BufferedReader(csv);
    String first = lines.readLine();
    file.line = 1;
    if (first == null || !fields(first.toLowerCase(Locale.ROOT)).equals(fields(HEADER))) {
      file.problem("the first line is not the heading; make it " + HEADER + ".");
    }
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      file.line++;
      if (!text.isBlank()) file.take(fields(text), text);
    }
    return file.result();
  }

  private ZipCentroids.Reading result() {
    Map<String, Place> places = new HashMap<>(zips.size() * 2);
    zips.forEach((zip, entry) -> places.put(zip, entry.place()));
    int more = problems.size() - MOST_PROBLEMS;
    var told = new ArrayList<>(problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)));
    if (more > 0) told.add("And " + more + " more lines; mend these first.");
    return new ZipCentroids.Reading(zip -> find(places, zip), places.size(), told);
  }

  private void take(List<String> fields, String text) {
    if (fields.size() != 3) {
      problem(
          "not three values with commas between them, but "
              + shown(text)
              + "; write "
              + HEADER
              + ".");
      return;
    }
    String zip = key(fields.getFirst());
    if (zip.isEmpty()) {
      problem("there is no zip code; write one or remove the line.");
      return;
    }
    Entry before = zips.get(zip);
    if (before != null) {
      problem(
          "zip code "
              + shown(fields.getFirst())
              + " is on line "
              + before.line()
              + " too; keep one.");
      return;
    }
    try {
      var place = new Place(Double.parseDouble(fields.get(1)), Double.parseDouble(fields.get(2)));
      zips.put(zip, new Entry(place, line));
    } catch (NumberFormatException notNumbers) {
      problem(
          shown(fields.get(1) + "," + fields.get(2))
              + " are not two numbers; write degrees with a point, such as 40.7506,-73.9972.");
    } catch (IllegalArgumentException offTheEarth) {
      problem(offTheEarth.getMessage() + "; latitude comes before longitude.");
    }
  }

  private void problem(String words) {
    problems.add("Line " + line + ": " + words);
  }

  private static Optional<Place> find(Map<String, Place> places, String zip) {
    String key = key(zip);
    Place place = places.get(key);
    if (place == null && key.matches("[0-9]{9}")) place = places.get(key.substring(0, 5));
    return Optional.ofNullable(place);
  }

  private static String key(String zip) {
    return zip.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  /**
   * The values of a line, without the quotes and the mark that spreadsheets may put around them.
   */
  private static List<String> fields(String text) {
    var fields = new ArrayList<String>();
    for (String field : text.replace("\uFEFF", "").split(",", -1)) {
      fields.add(field.strip().replaceAll("^\"(.*)\"$", "$1").strip());
    }
    return fields;
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
