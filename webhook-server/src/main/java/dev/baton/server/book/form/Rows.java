package dev.baton.server.book.form;

import dev.baton.server.page.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several values of a kind, each a row of fields such as {@code caps.0.most}. A row that is emptied
 * is taken away; a page shows some empty ones to fill in.
 *
 * @param typed the columns that are typed: where all of them are blank, the row is empty
 */
public record Rows<T>(String name, List<String> columns, List<String> typed, Row<T> row) {
  private static final int MOST = 200;

  /** How a value stands in a row. */
  public interface Row<T> {
    /** By column. */
    Map<String, String> write(T value);

    /** Empty where something is wrong, which is noted. */
    Optional<T> read(Cells cells);
  }

  /** The fields of a row that was filled in. */
  public record Cells(String prefix, Typed typed) {
    public String text(String column) {
      return typed.text(prefix + column);
    }

    public void wrong(String column, String sentence) {
      typed.wrong(prefix + column, sentence);
    }

    public <V> Optional<V> read(String column, Writing<V> how) {
      return typed.fresh(
          prefix + column,
          Writing.of(
              value -> value.map(how::write).orElse(""), text -> Optional.of(how.read(text))),
          Optional.empty());
    }
  }

  public void write(List<T> values, Map<String, String> into) {
    for (int i = 0; i < values.size(); i++) {
      String prefix = prefix(i);
      row.write(values.get(i)).forEach((column, text) -> Entry.put(into, prefix + column, text));
    }
  }

  public List<T> read(List<T> before, Typed form) {
    var read = new ArrayList<T>();
    for (int i = 0; i < filled(form.form()); i++) {
      var cells = new Cells(prefix(i), form);
      if (i < before.size() && same(before.get(i), cells)) {
        read.add(before.get(i));
      } else if (typed.stream().anyMatch(column -> !cells.text(column).isEmpty())) {
        row.read(cells).ifPresent(read::add);
      }
    }
    return List.copyOf(read);
  }

  private boolean same(T before, Cells cells) {
    var written = new HashMap<>(row.write(before));
    return columns.stream()
        .allMatch(column -> cells.text(column).equals(written.getOrDefault(column, "").strip()));
  }

  /** How many rows a page shows: those filled in, and some empty ones. */
  public int shown(Form form, int empty, int most) {
    int filled = filled(form);
    return Math.max(filled, Math.min(filled + empty, most));
  }

  private int filled(Form form) {
    int filled = 0;
    for (int i = 0; i < MOST; i++) {
      String prefix = prefix(i);
      if (typed.stream().anyMatch(column -> !form.value(prefix + column).isEmpty())) filled = i + 1;
    }
    return filled;
  }

  private String prefix(int row) {
    return name + "." + row + ".";
  }
}
