package dev.baton.review;

import dev.baton.tag.TagName;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Every way in which a value can differ from another in one place, found by walking the components
 * of records. A component that is added to a record later is walked like the others.
 */
public final class Variations {
  /** A value that differs in the place that the path names. */
  public record Variation<T>(String path, T value) {}

  private Variations() {}

  public static <T extends Record> List<Variation<T>> of(T value) {
    return walk(value, value.getClass(), value.getClass().getSimpleName()).stream()
        .map(v -> new Variation<>(v.path(), Variations.<T>cast(v.value())))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static <T> T cast(Object value) {
    return (T) value;
  }

  private static List<Variation<Object>> walk(Object value, Type type, String path) {
    return switch (value) {
      case String text -> one(path, text + "x");
      case Boolean flag -> one(path, !flag);
      case Integer number -> one(path, number + 1);
      case Double number -> one(path, number + 1);
      case BigDecimal number -> one(path, number.add(BigDecimal.ONE));
      case Duration time -> one(path, time.plusMinutes(1));
      case Instant at -> one(path, at.plusSeconds(1));
      case LocalTime at -> one(path, at.plusMinutes(5));
      case LocalDate on -> one(path, on.plusDays(1));
      case DayOfWeek day -> one(path, day.plus(1));
      case ZoneId zone ->
          one(path, ZoneId.of(zone.getId().equals("Asia/Tokyo") ? "Asia/Seoul" : "Asia/Tokyo"));
      case Currency money ->
          one(path, Currency.getInstance(money.getCurrencyCode().equals("USD") ? "EUR" : "USD"));
      case TagName name ->
          List.of(
              new Variation<>(path, TagName.of(name.text() + "x")),
              new Variation<>(path + " spelled", TagName.of(spelled(name.text()))));
      case Enum<?> constant -> one(path, next(constant));
      case OptionalInt number -> one(path, OptionalInt.of(number.orElse(0) + 1));
      case OptionalDouble number -> one(path, OptionalDouble.of(number.orElse(0) + 1));
      case Optional<?> maybe -> optional(maybe, type, path);
      case List<?> list -> collection(list, type, path);
      case Set<?> set ->
          collection(set, type, path).stream()
              .map(v -> new Variation<Object>(v.path(), new LinkedHashSet<>((List<?>) v.value())))
              .filter(v -> !v.value().equals(set))
              .toList();
      case Map<?, ?> map -> map(map, type, path);
      case Record r -> components(r, path);
      default -> throw new AssertionError("How does a " + value.getClass() + " differ? " + path);
    };
  }

  private static List<Variation<Object>> one(String path, Object value) {
    return List.of(new Variation<>(path, value));
  }

  private static String spelled(String text) {
    return text.equals(text.toUpperCase(Locale.ROOT))
        ? text.toLowerCase(Locale.ROOT)
        : text.toUpperCase(Locale.ROOT);
  }

  private static Object next(Enum<?> constant) {
    Object[] all = constant.getDeclaringClass().getEnumConstants();
    return all[(constant.ordinal() + 1) % all.length];
  }

  private static List<Variation<Object>> optional(Optional<?> maybe, Type type, String path) {
    if (maybe.isEmpty()) return List.of();
    var all = new ArrayList<Variation<Object>>(one(path + " gone", Optional.empty()));
    for (var inner : walk(maybe.get(), argument(type, 0), path)) {
      all.add(new Variation<>(inner.path(), Optional.of(inner.value())));
    }
    return all;
  }

  private static List<Variation<Object>> collection(Collection<?> items, Type type, String path) {
    var all = new ArrayList<Variation<Object>>();
    List<Object> now = List.copyOf(items);
    for (int i = 0; i < now.size(); i++) {
      var without = new ArrayList<>(now);
      Object item = without.remove(i);
      all.add(new Variation<>(path + " without " + i, without));
      for (var inner : walk(item, argument(type, 0), path + "[" + i + "]")) {
        var with = new ArrayList<>(now);
        with.set(i, inner.value());
        all.add(new Variation<>(inner.path(), with));
        var more = new ArrayList<>(now);
        more.add(inner.value());
        all.add(new Variation<>(inner.path() + " added", more));
      }
    }
    if (now.size() > 1) all.add(new Variation<>(path + " turned", now.reversed()));
    return all;
  }

  private static List<Variation<Object>> map(Map<?, ?> map, Type type, String path) {
    var all = new ArrayList<Variation<Object>>();
    map.forEach(
        (key, value) -> {
          var without = new LinkedHashMap<Object, Object>(map);
          without.remove(key);
          all.add(new Variation<>(path + " without " + key, without));
          for (var inner : walk(key, argument(type, 0), path + " key")) {
            var moved = new LinkedHashMap<Object, Object>(without);
            moved.put(inner.value(), value);
            if (!moved.equals(map)) all.add(new Variation<>(inner.path(), moved));
          }
          for (var inner : walk(value, argument(type, 1), path + "." + key)) {
            var changed = new LinkedHashMap<Object, Object>(map);
            changed.put(key, inner.value());
            all.add(new Variation<>(inner.path(), changed));
          }
        });
    return all;
  }

  private static List<Variation<Object>> components(Record value, String path) {
    var all = new ArrayList<Variation<Object>>();
    RecordComponent[] components = Shape.of(value.getClass()).components();
    Object[] parts = Arrays.stream(components).map(c -> read(c, value)).toArray();
    for (int i = 0; i < components.length; i++) {
      String inside = path + "." + components[i].getName();
      for (var part : walk(parts[i], components[i].getGenericType(), inside)) {
        Object[] others = parts.clone();
        others[i] = part.value();
        made(value.getClass(), others).ifPresent(r -> all.add(new Variation<>(part.path(), r)));
      }
    }
    for (Class<?> family : value.getClass().getInterfaces()) {
      if (!family.isSealed()) continue;
      for (Class<?> other : family.getPermittedSubclasses()) {
        if (!other.equals(value.getClass())) {
          made(other, parts).ifPresent(r -> all.add(new Variation<>(path + " other", r)));
        }
      }
    }
    return all;
  }

  /** Whether everything in the value that may be empty says something. */
  static List<String> empties(Object value, String path) {
    var empties = new ArrayList<String>();
    switch (value) {
      case Optional<?> maybe when maybe.isEmpty() -> empties.add(path);
      case Optional<?> maybe -> empties.addAll(empties(maybe.get(), path));
      case OptionalInt maybe when maybe.isEmpty() -> empties.add(path);
      case Collection<?> items when items.isEmpty() -> empties.add(path);
      case Collection<?> items -> empties.addAll(empties(items.iterator().next(), path + "[0]"));
      case Map<?, ?> map when map.isEmpty() -> empties.add(path);
      case Map<?, ?> map -> empties.addAll(empties(map.values().iterator().next(), path));
      case Record r -> {
        for (RecordComponent c : r.getClass().getRecordComponents()) {
          empties.addAll(empties(read(c, r), path + "." + c.getName()));
        }
      }
      default -> {}
    }
    return empties;
  }

  private static Object read(RecordComponent component, Record of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException closed) {
      throw new AssertionError(closed);
    }
  }

  /** Empty where the constructor refuses such a value. */
  private static Optional<Object> made(Class<?> type, Object[] parts) {
    try {
      return Optional.of(Shape.of(type).constructor().newInstance(parts));
    } catch (InvocationTargetException refused) {
      return Optional.empty();
    } catch (ReflectiveOperationException closed) {
      throw new AssertionError(closed);
    }
  }

  private static Type argument(Type type, int which) {
    return type instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[which]
        : Object.class;
  }

  /** How a record is taken apart and put together, looked up once. */
  private record Shape(RecordComponent[] components, Constructor<?> constructor) {
    private static final Map<Class<?>, Shape> KNOWN = new HashMap<>();

    static Shape of(Class<?> type) {
      return KNOWN.computeIfAbsent(type, Shape::lookedUp);
    }

    private static Shape lookedUp(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Shape(components, type.getDeclaredConstructor(types));
      } catch (NoSuchMethodException none) {
        throw new AssertionError(none);
      }
    }
  }
}
