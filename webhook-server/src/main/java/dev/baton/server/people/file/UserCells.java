package dev.baton.server.people.file;

import dev.baton.account.Role;
import dev.baton.agent.Agent;
import dev.baton.agent.Location;
import dev.baton.message.Medium;
import dev.baton.server.people.Places;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A user as the cells of a row, so that they read back as the same user. */
final class UserCells {
  private UserCells() {}

  static Map<Column, String> of(User user) {
    var cells = new EnumMap<Column, String>(Column.class);
    for (Column column : Column.values()) cells.put(column, "");
    cells.put(Column.EMAIL, user.email());
    cells.put(Column.NAME, user.name());
    cells.put(Column.ROLE, role(user.role()));
    cells.put(Column.LEADS, yes(user.agent().isPresent()));
    user.account().ifPresent(account -> cells.put(Column.LANGUAGE, account.language()));
    user.agent().ifPresent(agent -> agent(cells, agent, user));
    return cells;
  }

  private static void agent(Map<Column, String> cells, Agent agent, User user) {
    cells.put(Column.ID, agent.id().value());
    cells.put(Column.MOBILE, user.contact().mobile());
    cells.put(Column.CATCHALL, yes(agent.catchall()));
    cells.put(Column.SMS, yes(user.contact().media().contains(Medium.SMS)));
    cells.put(Column.AVAILABLE, yes(user.available()));
    cells.put(Column.LANGUAGE, user.contact().language());
    cells.put(
        Column.TAGS,
        agent.tags().stream()
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .collect(Collectors.joining(", ")));
    cells.put(Column.REGION, agent.schedule().region().orElse(""));
    cells.put(Column.LOCATIONS, locations(agent.locations()));
    cells.put(Column.ACTIVE, yes(agent.active()));
  }

  static String role(Role role) {
    return role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static String yes(boolean yes) {
    return yes ? "yes" : "no";
  }

  /** One a line: name | place | kilometres, the last blank for no maximum distance. */
  private static String locations(List<Location> locations) {
    return locations.stream()
        .map(
            location ->
                location.name()
                    + " | "
                    + Places.written(location.place())
                    + " | "
                    + (location.radiusKm().isPresent()
                        ? Places.number(location.radiusKm().getAsDouble())
                        : ""))
        .map(String::strip)
        .collect(Collectors.joining("\n"));
  }
}
