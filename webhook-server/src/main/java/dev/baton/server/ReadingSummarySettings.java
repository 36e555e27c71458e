package dev.baton.server;

import dev.baton.server.summary.LanguageModel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which language model summarizes leads; none unless an address was given. */
final class ReadingSummarySettings {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final ConfigValues values;
  private final List<String> problems = new ArrayList<>();

  ReadingSummarySettings(ConfigValues values) {
    this.values = values;
  }

  /** Each names the setting, where it came from and what to do. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  Optional<LanguageModel> read() {
    if (values.optional(Setting.SUMMARY_URL).isEmpty()) return Optional.empty();
    String name = values.text(Setting.SUMMARY_MODEL);
    if (name.isEmpty()) wrong(Setting.SUMMARY_MODEL, "is needed where summary-url is set");
    String key = values.text(Setting.SUMMARY_KEY);
    // Said here: whoever puts it into a header would repeat it in his complaint.
    if (!key.matches("[\\x21-\\x7e]*")) {
      wrong(Setting.SUMMARY_KEY, "has letters, digits and signs of ASCII alone");
    }
    return address().map(url -> new LanguageModel(url, key, name));
  }

  private Optional<URI> address() {
    try {
      URI url = URI.create(values.text(Setting.SUMMARY_URL));
      if (url.getHost() != null
          && isSafe(url)
          && url.getRawQuery() == null
          && url.getRawFragment() == null
          && url.getRawUserInfo() == null) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Said below.
    }
    wrong(
        Setting.SUMMARY_URL,
        "is an address such as https://models.example.com/v1/chat/completions; http only on this"
            + " machine");
    return Optional.empty();
  }

  private static boolean isSafe(URI url) {
    return switch (String.valueOf(url.getScheme())) {
      case "https" -> true;
      case "http" -> THIS_MACHINE.contains(url.getHost());
      default -> false;
    };
  }

  private void wrong(Setting setting, String rule) {
    problems.add(setting.key() + " (from " + values.source(setting) + ") " + rule);
  }
}
