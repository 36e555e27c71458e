package dev.baton.review;

import dev.baton.review.Field.Value;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.util.List;

/** What a tag says of itself. */
final class TagFields {
  private TagFields() {}

  static final List<Field<Tag>> ALL =
      List.of(
          // Names that differ in spelling are equal, and yet people see the difference.
          new Value<>(
              "name",
              t -> t.name().text(),
              (t, v) -> new Tag(TagName.of(v), t.rule(), t.weight(), t.collection(), t.price()),
              v -> v),
          new Value<>(
              "rule",
              Tag::rule,
              (t, v) -> new Tag(t.name(), v, t.weight(), t.collection(), t.price()),
              Words::low),
          new Value<>("weight", Tag::weight, Tag::weighing, v -> Integer.toString(v)),
          new Value<>("collection", Tag::collection, Tag::in, v -> v),
          new Value<>(
              "price",
              Tag::price,
              (t, v) -> new Tag(t.name(), t.rule(), t.weight(), t.collection(), v),
              v -> v.map(Words::price).orElse("")));
}
