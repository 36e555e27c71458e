package dev.baton.server.demo;

import dev.baton.hubspot.sandbox.Portal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The link of a lead that waits for whoever watches the demonstration. */
final class Invitation {
  private static final Pattern LINK = Pattern.compile("href=\"[^\"]*(/o/[A-Za-z0-9_-]{43})\"");

  private final Portal yours;

  Invitation(Portal yours) {
    this.yours = yours;
  }

  Optional<String> current() {
    return yours.tasks().stream()
        .filter(t -> !t.value("hs_task_status").equals("COMPLETED"))
        .map(t -> LINK.matcher(t.value("hs_task_body")))
        .filter(Matcher::find)
        .map(m -> m.group(1))
        .findFirst();
  }
}
