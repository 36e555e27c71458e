package dev.baton.server.cli;

import dev.baton.server.ConfigValues;
import dev.baton.server.Setting;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every setting as a flag, and the file they can be in. */
final class SettingOptions {
  private static final String FILE = "--config";
  private static final Path USUAL_FILE = Path.of("conf", "baton.properties");

  private SettingOptions() {}

  static void addTo(CommandSpec command) {
    command.addOption(
        OptionSpec.builder(FILE)
            .type(Path.class)
            .paramLabel("FILE")
            .description("configuration file; default " + USUAL_FILE)
            .build());
    for (Setting setting : Setting.values()) {
      command.addOption(
          OptionSpec.builder("--" + setting.key())
              .type(String.class)
              .paramLabel(setting.name())
              .description(setting.meaning() + " (" + setting.variable() + ")")
              .build());
    }
  }

  /** The values as flags, environment and file give them. */
  static ConfigValues gather(CommandSpec command) {
    var parsed = command.commandLine().getParseResult();
    Map<String, String> flags = new HashMap<>();
    for (Setting setting : Setting.values()) {
      String flag = "--" + setting.key();
      if (parsed.hasMatchedOption(flag)) {
        flags.put(setting.key(), parsed.matchedOptionValue(flag, ""));
      }
    }
    boolean named = parsed.hasMatchedOption(FILE);
    Path file = parsed.matchedOptionValue(FILE, USUAL_FILE);
    return ConfigValues.gather(flags, System.getenv(), file, named);
  }
}
