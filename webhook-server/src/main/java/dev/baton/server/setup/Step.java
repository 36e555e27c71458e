package dev.baton.server.setup;

import dev.baton.server.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps in which a new company is set up, in their order. */
public enum Step {
  DATABASE(false),
  ADDRESS(true),
  CRM(false),
  FIELDS(true),
  AGENTS(true),
  TAGS(true),
  WINDOW(true),
  MESSAGES(true),
  PUBLISH(true),
  LEAD(true);

  private final boolean optional;

  Step(boolean optional) {
    this.optional = optional;
  }

  public String label(Words words) {
    return words.say("setup.step." + name());
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
