package dev.baton.server.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form as it was filled in: what was typed stays, and all that is wrong is told at once.
 *
 * @param errors by the name of the field, in the order of the page
 */
public record Form(Map<String, String> values, Map<String, String> errors) {
  /** Not filled in yet. */
  public static final Form EMPTY = new Form(Map.of(), Map.of());

  public Form {
    values = Map.copyOf(values);
    errors = new LinkedHashMap<>(errors);
  }

  /** Filled in, and not looked at yet. */
  public static Form of(Map<String, String> values) {
    return new Form(values, Map.of());
  }

  public String value(String name) {
    return values.getOrDefault(name, "").strip();
  }

  /** Whether a box was ticked. */
  public boolean ticked(String name) {
    return values.containsKey(name);
  }

  public String error(String name) {
    return errors.getOrDefault(name, "");
  }

  public boolean good() {
    return errors.isEmpty();
  }

  /** The same form, with something wrong in a field; of several, the first is told. */
  public Form wrong(String name, String sentence) {
    var more = new LinkedHashMap<>(errors);
    more.putIfAbsent(name, sentence);
    return new Form(values, more);
  }

  /** The same form, with a value that its type refused. */
  public Form wrong(String name, IllegalArgumentException refused) {
    return wrong(name, String.valueOf(refused.getMessage()));
  }

  public Form wrong(String name, List<String> sentences) {
    return sentences.isEmpty() ? this : wrong(name, String.join(" ", sentences));
  }

  /** The same form with another value in a field. */
  public Form with(String name, String value) {
    var others = new LinkedHashMap<>(values);
    others.put(name, value);
    return new Form(others, errors);
  }

  /** The same form without what nobody is to read over a shoulder. */
  public Form without(String name) {
    var fewer = new LinkedHashMap<>(values);
    fewer.remove(name);
    return new Form(fewer, errors);
  }
}
