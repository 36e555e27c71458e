package dev.baton.server.people;

import dev.baton.agent.Location;
import dev.baton.agent.ZipCentroids;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Where an agent works, as it is filled in: some rows, and one more to fill in. */
final class LocationsForm {
  static final int MOST = 20;
  private static final String NAME = "place-name-";
  private static final String AT = "place-at-";
  private static final String RADIUS = "place-radius-";

  private LocationsForm() {}

  static Map<String, String> of(List<Location> locations) {
    var values = new HashMap<String, String>();
    for (int row = 0; row < locations.size(); row++) {
      Location location = locations.get(row);
      values.put(NAME + row, location.name());
      values.put(AT + row, Places.written(location.place()));
      values.put(
          RADIUS + row,
          location.radiusKm().isPresent() ? Places.number(location.radiusKm().getAsDouble()) : "");
    }
    return values;
  }

  /** How many rows the form shows: those filled in, and one more. */
  static int rows(Form form) {
    int rows = 1;
    for (int row = 0; row < MOST; row++) {
      if (!isBlank(form, row)) rows = Math.min(MOST, row + 2);
    }
    return rows;
  }

  private static boolean isBlank(Form form, int row) {
    return form.value(NAME + row).isEmpty()
        && form.value(AT + row).isEmpty()
        && form.value(RADIUS + row).isEmpty();
  }

  static Form checked(Form form, ZipCentroids zips, Words words) {
    Form checked = form;
    for (int row = 0; row < MOST; row++) {
      if (isBlank(form, row)) continue;
      try {
        var unused = Places.read(form.value(AT + row), zips, words);
      } catch (IllegalArgumentException wrong) {
        checked = checked.wrong(AT + row, wrong);
      }
      if (!radiusIsGood(form.value(RADIUS + row))) {
        checked = checked.wrong(RADIUS + row, words.say("people.agent.place.radius.wrong"));
      }
    }
    return checked;
  }

  private static boolean radiusIsGood(String text) {
    return text.isEmpty() || (text.matches("\\d{1,5}(\\.\\d+)?") && Double.parseDouble(text) > 0);
  }

  /** The locations of a form that was found good; one without a name is called as it was found. */
  static List<Location> locations(Form form, ZipCentroids zips) {
    var locations = new ArrayList<Location>();
    for (int row = 0; row < MOST; row++) {
      if (isBlank(form, row)) continue;
      String at = form.value(AT + row);
      String name = form.value(NAME + row);
      String radius = form.value(RADIUS + row);
      locations.add(
          new Location(
              name.isEmpty() ? at : name,
              Places.read(at, zips, Words.ENGLISH),
              radius.isEmpty()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(Double.parseDouble(radius))));
    }
    return locations;
  }
}
