package dev.baton.server.book.form;

import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed into a form, read field by field. All that is wrong is noted, and where a field
 * says what it said before, the value of before stays as it was, also where no field could tell all
 * of it.
 */
public final class Typed {
  private final Words words;
  private Form form;

  /**
   * @param words in the language of who typed
   */
  public Typed(Words words, Form form) {
    this.words = words;
    this.form = form;
  }

  public Words words() {
    return words;
  }

  /** The form, with what was found wrong so far. */
  public Form form() {
    return form;
  }

  public String text(String name) {
    return form.value(name);
  }

  public boolean ticked(String name) {
    return !form.value(name).isEmpty();
  }

  public void wrong(String name, String sentence) {
    form = form.wrong(name, sentence);
  }

  public void wrong(String name, List<String> sentences) {
    form = form.wrong(name, sentences);
  }

  /** What stands in a field; where it is wrong, that is noted and what was before is answered. */
  public <T> T value(String name, T before, Writing<T> how) {
    String typed = plain(form.value(name));
    if (typed.equals(plain(how.write(before)))) return before;
    return fresh(name, how, before);
  }

  /** What stands in a field that was not there before. */
  public <T> T fresh(String name, Writing<T> how, T otherwise) {
    try {
      return how.read(plain(form.value(name)));
    } catch (IllegalArgumentException | DateTimeException wrong) {
      wrong(name, String.valueOf(wrong.getMessage()));
      return otherwise;
    }
  }

  /** What stands in a field of several lines, each of them a value. */
  public <T> List<T> lines(String name, List<T> before, Writing<T> how) {
    String typed = plain(form.value(name));
    if (typed.equals(plain(lines(before, how)))) return before;
    Map<String, T> known = new HashMap<>();
    before.forEach(value -> known.putIfAbsent(plain(how.write(value)), value));
    var read = new ArrayList<T>();
    var wrong = new ArrayList<String>();
    String[] lines = typed.split("\n");
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty()) continue;
      T same = known.get(line);
      if (same != null) {
        read.add(same);
        continue;
      }
      try {
        read.add(how.read(line));
      } catch (IllegalArgumentException | DateTimeException bad) {
        wrong.add(words.say("book.form.line", i + 1, String.valueOf(bad.getMessage())));
      }
    }
    wrong(name, wrong);
    return List.copyOf(read);
  }

  /** How several values stand in such a field. */
  public static <T> String lines(List<T> values, Writing<T> how) {
    return String.join("\n", values.stream().map(how::write).toList());
  }

  /** Browsers end lines in their own way. */
  private static String plain(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }
}
