package dev.baton.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The values of all settings and where each came from. */
public final class ConfigValues {
  private record Value(String text, String source) {}

  private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

  private ConfigValues() {
    for (Setting setting : Setting.values()) {
      values.put(setting, new Value(setting.byDefault(), "default"));
    }
  }

  /**
   * Gathers the values: flag over environment over file over default.
   *
   * @param file the configuration file; may be missing where nobody named it
   * @throws Misconfigured for a key nobody knows, with the one that was probably meant
   */
  public static ConfigValues gather(
      Map<String, String> flags, Map<String, String> environment, Path file, boolean required) {
    var gathered = new ConfigValues();
    var unknown = new ArrayList<String>();
    gathered.fromFile(file, required, unknown);
    new TreeMap<>(environment)
        .forEach(
            (variable, text) -> {
              if (!variable.startsWith("BATON_")) return;
              Setting.ofVariable(variable)
                  .ifPresentOrElse(
                      s -> gathered.put(s, text, "environment"),
                      () -> unknown.add(unknown(variable, variables(), "environment")));
            });
    flags.forEach((key, text) -> gathered.put(Setting.ofKey(key).orElseThrow(), text, "flag"));
    if (!unknown.isEmpty()) throw new Misconfigured(String.join("\n", unknown));
    return gathered;
  }

  private void fromFile(Path file, boolean required, List<String> unknown) {
    if (!Files.exists(file)) {
      if (required) throw new Misconfigured("There is no configuration file " + file);
      return;
    }
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new Misconfigured("The configuration file " + file + " cannot be read: " + unreadable);
    }
    new TreeMap<>(properties)
        .forEach(
            (key, text) ->
                Setting.ofKey(key.toString())
                    .ifPresentOrElse(
                        s -> put(s, text.toString(), file.toString()),
                        () -> unknown.add(unknown(key.toString(), keys(), file.toString()))));
  }

  private void put(Setting setting, String text, String source) {
    values.put(setting, new Value(text.strip(), source));
  }

  private static List<String> keys() {
    return java.util.Arrays.stream(Setting.values()).map(Setting::key).toList();
  }

  private static List<String> variables() {
    return java.util.Arrays.stream(Setting.values()).map(Setting::variable).toList();
  }

  private static String unknown(String name, Collection<String> known, String source) {
    String meant =
        known.stream().min(Comparator.comparingInt(k -> distance(name, k))).orElseThrow();
    return "Unknown setting " + name + " (from " + source + "); did you mean " + meant + "?";
  }

  /** How many letters have to be changed to make one word of the other. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  public String text(Setting setting) {
    return value(setting).text;
  }

  public Optional<String> optional(Setting setting) {
    return Optional.of(text(setting)).filter(t -> !t.isEmpty());
  }

  public String source(Setting setting) {
    return value(setting).source;
  }

  private Value value(Setting setting) {
    Value value = values.get(setting);
    if (value == null) throw new IllegalStateException("No value for " + setting);
    return value;
  }

  /**
   * The configuration these values make.
   *
   * @throws Misconfigured naming every value that is wrong, where it came from and what to do
   */
  public Config checked() {
    return Config.of(this);
  }

  /** One line per setting: key, value (secrets hidden), and where it came from. */
  public String described() {
    var lines = new StringBuilder();
    for (Setting setting : Setting.values()) {
      String shown = text(setting).isEmpty() ? "(none)" : text(setting);
      if (setting.secret() && !text(setting).isEmpty()) shown = "(hidden)";
      lines.append(String.format("%-32s %-36s %s%n", setting.key(), shown, source(setting)));
    }
    return lines.toString();
  }
}
