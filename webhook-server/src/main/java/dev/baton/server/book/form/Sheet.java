package dev.baton.server.book.form;

import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form about something, as a list of its parts in the order of the page.
 *
 * @param <S> what the form is about
 * @param words in the language of who fills it in
 */
public record Sheet<S>(Words words, List<Entry<S>> parts) {
  @SafeVarargs
  public static <S> Sheet<S> of(Words words, Entry<S>... parts) {
    return new Sheet<>(words, List.of(parts));
  }

  /** What a form says of something; where it is not good, what is wrong is not in the value. */
  public record Reading<S>(S value, Form form) {}

  /** The form as it is before anybody has typed. */
  public Form filled(S from) {
    var values = new HashMap<String, String>();
    parts.forEach(part -> part.write(from, values));
    return Form.of(values);
  }

  public Reading<S> read(S before, Form form) {
    var typed = new Typed(words, form);
    S value = before;
    for (Entry<S> part : parts) value = part.read(value, typed);
    return new Reading<>(value, typed.form());
  }

  /**
   * A form with problems that were found in the whole, each put where it can be mended.
   *
   * @param places by words that a problem holds, the field; the first that fits counts
   * @param otherwise the field of all others
   */
  public static Form placed(
      Form form, List<String> problems, List<Map.Entry<String, String>> places, String otherwise) {
    var byField = new LinkedHashMap<String, List<String>>();
    for (String problem : problems) {
      String field =
          places.stream()
              .filter(place -> problem.contains(place.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(otherwise);
      byField.computeIfAbsent(field, any -> new ArrayList<>()).add(problem);
    }
    Form placed = form;
    for (var found : byField.entrySet()) placed = placed.wrong(found.getKey(), found.getValue());
    return placed;
  }
}
