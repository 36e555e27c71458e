package dev.baton.server.book;

import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.util.Arrays;
import java.util.Optional;

/** A tag as it is filled in. */
final class TagForm {
  private TagForm() {}

  static Form of(Tag tag, Words words) {
    var values = PriceForm.of(tag.price(), words);
    values.put("name", tag.name().text());
    values.put("rule", tag.rule().name());
    values.put("weight", String.valueOf(tag.weight()));
    values.put("collection", tag.collection());
    return Form.of(values);
  }

  /** The form with all that is wrong. */
  static Form checked(Form form, Words words) {
    Form checked = named(form, words);
    if (rule(form.value("rule")).isEmpty()) {
      checked = checked.wrong("rule", words.say("book.tag.rule.choose"));
    }
    if (!isWeight(form.value("weight"))) {
      checked = checked.wrong("weight", words.say("book.tag.weight.whole"));
    }
    return PriceForm.checked(checked, words);
  }

  /** The form with what is wrong with its name, with an example where it begins like a form. */
  static Form named(Form form, Words words) {
    try {
      var unused = TagName.of(form.value("name"));
    } catch (IllegalArgumentException wrong) {
      return form.wrong("name", wrong);
    }
    return SpecialTag.read(form.value("name")) instanceof SpecialTag.Reading.Wrong wrong
        ? form.wrong("name", words.say("book.tag.example", wrong.why(), wrong.example()))
        : form;
  }

  static Optional<TagRule> rule(String name) {
    return Arrays.stream(TagRule.values()).filter(r -> r.name().equals(name)).findFirst();
  }

  static boolean isWeight(String text) {
    return text.matches("-?\\d{1,6}");
  }

  /** The tag of a form that was found good. */
  static Tag tag(Form form) {
    return new Tag(
        TagName.of(form.value("name")),
        rule(form.value("rule")).orElseThrow(),
        Integer.parseInt(form.value("weight")),
        form.value("collection"),
        PriceForm.price(form));
  }
}
