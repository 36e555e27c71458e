package dev.baton.server.people.file;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The columns of a file of users (domain §2), in the order in which they are written. */
enum Column {
  EMAIL("E-mail", Set.of("mail", "emailaddress", "mailaddress")),
  NAME("Name", Set.of("fullname")),
  ID("Id", Set.of("agent", "agentid", "labelid")),
  ROLE("Role", Set.of()),
  MOBILE("Mobile", Set.of("mobilenumber", "phone", "mobilephone")),
  CATCHALL("Catchall", Set.of()),
  SMS("SMS", Set.of("bysms")),
  AVAILABLE("Available", Set.of()),
  LANGUAGE("Language", Set.of()),
  TAGS("Tags", Set.of("tag")),
  REGION("Region", Set.of()),
  LOCATIONS("Locations", Set.of("location")),
  ACTIVE("With the company", Set.of("active")),
  LEADS("Answers leads", Set.of("leads"));

  private final String heading;
  private final Set<String> otherNames;

  Column(String heading, Set<String> otherNames) {
    this.heading = heading;
    this.otherNames = otherNames;
  }

  String heading() {
    return heading;
  }

  /** Whether it is no part of the routing book, so that a change holds without publishing. */
  boolean holdsAtOnce() {
    return switch (this) {
      case ROLE, MOBILE, SMS, AVAILABLE, LANGUAGE, LEADS -> true;
      case EMAIL, NAME, ID, CATCHALL, TAGS, REGION, LOCATIONS, ACTIVE -> false;
    };
  }

  /** The column a heading names, in whatever case and with whatever between its letters. */
  static Optional<Column> named(String heading) {
    String name = bare(heading);
    return Stream.of(values())
        .filter(c -> bare(c.heading).equals(name) || c.otherNames.contains(name))
        .findFirst();
  }

  private static String bare(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
  }
}
