package dev.baton.server.book.form;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A part of something that a form shows: how it is written into fields, and read from them.
 *
 * @param <S> what the form is about
 */
public interface Entry<S> {
  void write(S from, Map<String, String> into);

  /** The same thing with what was typed; what is wrong is noted there. */
  S read(S before, Typed typed);

  /** A part that is one field. */
  static <S, T> Entry<S> field(
      String name, Function<S, T> get, BiFunction<S, T, S> with, Writing<T> how) {
    return new Entry<>() {
      @Override
      public void write(S from, Map<String, String> into) {
        put(into, name, how.write(get.apply(from)));
      }

      @Override
      public S read(S before, Typed typed) {
        return with.apply(before, typed.value(name, get.apply(before), how));
      }
    };
  }

  /** A part that is a field of several lines. */
  static <S, T> Entry<S> lines(
      String name,
      Function<S, java.util.List<T>> get,
      BiFunction<S, java.util.List<T>, S> with,
      Writing<T> how) {
    return new Entry<>() {
      @Override
      public void write(S from, Map<String, String> into) {
        put(into, name, Typed.lines(get.apply(from), how));
      }

      @Override
      public S read(S before, Typed typed) {
        return with.apply(before, typed.lines(name, get.apply(before), how));
      }
    };
  }

  /** A part of a part. */
  default <O> Entry<O> of(Function<O, S> get, BiFunction<O, S, O> with) {
    Entry<S> inner = this;
    return new Entry<>() {
      @Override
      public void write(O from, Map<String, String> into) {
        inner.write(get.apply(from), into);
      }

      @Override
      public O read(O before, Typed typed) {
        return with.apply(before, inner.read(get.apply(before), typed));
      }
    };
  }

  /** A box that is not ticked is not sent; so is nothing else that is blank. */
  static void put(Map<String, String> into, String name, String text) {
    if (!text.isEmpty()) into.put(name, text);
  }
}
