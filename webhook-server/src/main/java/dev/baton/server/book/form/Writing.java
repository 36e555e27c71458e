package dev.baton.server.book.form;

import java.util.Optional;
import java.util.function.Function;

/** How a value stands in a field. */
public interface Writing<T> {
  /** Empty for a value that is written as nothing. */
  String write(T value);

  /**
   * Reads what was typed, without blanks around it.
   *
   * @throws IllegalArgumentException saying to who typed it what is wrong and how it is written
   */
  T read(String typed);

  static <T> Writing<T> of(Function<T, String> write, Function<String, T> read) {
    return new Writing<>() {
      @Override
      public String write(T value) {
        return write.apply(value);
      }

      @Override
      public T read(String typed) {
        return read.apply(typed);
      }
    };
  }

  /** The same, where nothing may be typed. */
  default Writing<Optional<T>> orNothing() {
    return of(
        value -> value.map(this::write).orElse(""),
        typed -> typed.isEmpty() ? Optional.empty() : Optional.of(read(typed)));
  }

  /** The same, where nothing typed is a value of its own, which is written as nothing. */
  default Writing<T> orBlankFor(T usual) {
    return of(
        value -> value.equals(usual) ? "" : write(value),
        typed -> typed.isEmpty() ? usual : read(typed));
  }
}
