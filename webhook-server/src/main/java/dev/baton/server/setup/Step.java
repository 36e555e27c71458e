package dev.baton.server.setup;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps in which a new company is set up, in their order. */
public enum Step {
  DATABASE("Database", false),
  ADDRESS("Public address", true),
  CRM("CRM", false),
  FIELDS("Fields", true),
  AGENTS("Agents", true),
  TAGS("Tags", true),
  WINDOW("Offers", true),
  MESSAGES("Messages", true),
  PUBLISH("Publish", true),
  LEAD("Test lead", true);

  private final String label;
  private final boolean optional;

  Step(String label, boolean optional) {
    this.label = label;
    this.optional = optional;
  }

  public String label() {
    return label;
  }

  /** Whether it can be left out. */
  public boolean optional() {
    return optional;
  }

  /** As it stands in the page's address. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String address() {
    return "/setup/" + key();
  }

  static Optional<Step> of(String key) {
    return Stream.of(values()).filter(step -> step.key().equals(key)).findFirst();
  }

  Optional<Step> next() {
    return ordinal() + 1 < values().length
        ? Optional.of(values()[ordinal() + 1])
        : Optional.empty();
  }
}
