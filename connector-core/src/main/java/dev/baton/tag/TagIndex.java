package dev.baton.tag;

import dev.baton.lead.LeadContent;
import dev.baton.tag.SpecialTag.MoneyRange;
import dev.baton.tag.SpecialTag.NumberRange;
import dev.baton.tag.SpecialTag.Reading.Special;
import dev.baton.tag.SpecialTag.ZipRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the tags of a company in a lead. The cost of a search grows with the text and not with the
 * number of tags, because tags are looked up by the words they begin with, and ranges by the
 * numbers of the lead. Points and mosts belong to agents and are found in no lead (domain §3).
 */
public final class TagIndex {
  private static final TagIndex EMPTY = new TagIndex(Stems.NONE, RangeIndex.NONE);

  private final Stems stems;
  private final RangeIndex ranges;

  private TagIndex(Stems stems, RangeIndex ranges) {
    this.stems = stems;
    this.ranges = ranges;
  }

  /** An index of those names; of names that are equal the first spelling counts. */
  public static TagIndex of(Collection<TagName> tags) {
    return EMPTY.changedTo(tags);
  }

  /**
   * An index of those names instead. It shares with this one what stays, so that the cost grows
   * with the difference but for one pass over the names; this one stays as it is.
   */
  public TagIndex changedTo(Collection<TagName> now) {
    var added = new LinkedHashMap<TagName, TagName>();
    for (TagName name : now) added.putIfAbsent(name, name);
    var removed = new ArrayList<TagPattern>();
    stems.forEach(
        held -> {
          TagName name = added.get(held.tag());
          boolean stays = name != null && name.text().equals(held.tag().text());
          if (stays) added.remove(held.tag());
          else removed.add(held);
        });
    var patterns = new ArrayList<TagPattern>();
    for (TagName name : added.values()) pattern(name).ifPresent(patterns::add);
    if (removed.isEmpty() && patterns.isEmpty()) return this;
    var edit = new Stems.Edit(stems);
    removed.forEach(edit::remove);
    patterns.forEach(edit::add);
    return new TagIndex(edit.done(), ranges.changed(ranges(removed), ranges(patterns)));
  }

  /** The tags found, each once, at its first place: subject, body, fields, then given with it. */
  public List<TagMatch> find(LeadContent lead) {
    var found = new LinkedHashMap<TagName, TagMatch>();
    var words = new TextWords();
    findText(TagMatch.SUBJECT, lead.text().subject(), words, found);
    findText(TagMatch.BODY, lead.text().body(), words, found);
    for (Map.Entry<String, String> field : lead.text().fields().entrySet()) {
      findWords(field.getKey(), field.getValue(), words, found);
      if (!ranges.isEmpty()) {
        findRanges(LeadNumbers.inField(field.getKey(), field.getValue()), found);
      }
    }
    for (String given : lead.givenTags()) {
      named(given.strip(), words).ifPresent(t -> found.putIfAbsent(t, TagMatch.given(t)));
    }
    return List.copyOf(found.values());
  }

  private void findText(String place, String text, TextWords words, Map<TagName, TagMatch> found) {
    if (text.isEmpty()) return;
    findWords(place, text, words, found);
    if (!ranges.isEmpty()) findRanges(LeadNumbers.inText(place, text), found);
  }

  private void findRanges(List<LeadNumber> numbers, Map<TagName, TagMatch> found) {
    for (LeadNumber n : numbers) {
      ranges.find(
          n,
          tag -> found.putIfAbsent(tag, new TagMatch(tag, n.place(), n.start(), n.end(), false)));
    }
  }

  private void findWords(String place, String text, TextWords words, Map<TagName, TagMatch> found) {
    int count = words.read(text).count();
    for (int first = 0; first < count; first++) {
      long path = words.hash(first);
      Stems.Stem stem = stems.find(path);
      for (int next = first + 1; ; next++) {
        List<TagPattern> ending = stem.ending();
        for (int i = 0; i < ending.size(); i++) {
          match(ending.get(i), place, text, words.start(first), found);
        }
        if (stem.goingOn() == 0 || next == count) break;
        path = TextWords.then(path, words.hash(next));
        stem = stems.find(path);
      }
    }
  }

  private static void match(
      TagPattern tag, String place, String text, int firstWord, Map<TagName, TagMatch> found) {
    int from = firstWord - tag.wordsFrom();
    if (tag.range().isPresent() || !tag.standsAt(text, from) || found.containsKey(tag.tag())) {
      return;
    }
    int to = from + tag.tag().key().length();
    found.put(tag.tag(), new TagMatch(tag.tag(), place, from, to, tag.readsExactly(text, from)));
  }

  private Optional<TagName> named(String given, TextWords words) {
    int count = words.read(given).count();
    if (count == 0) return Optional.empty();
    long path = words.hash(0);
    for (int word = 1; word < count; word++) path = TextWords.then(path, words.hash(word));
    String key = TagText.fold(given);
    return stems.find(path).ending().stream()
        .map(TagPattern::tag)
        .filter(tag -> tag.key().equals(key))
        .findFirst();
  }

  /** The tag as it is looked for; empty for what no lead carries. */
  private static Optional<TagPattern> pattern(TagName name) {
    int wordsFrom = TextWords.of(name.key()).start(0);
    if (!(SpecialTag.read(name.text()) instanceof Special(SpecialTag special))) {
      return Optional.of(new TagPattern(name, wordsFrom, Optional.empty()));
    }
    return switch (special) {
      case MoneyRange r -> Optional.of(new TagPattern(name, wordsFrom, Optional.of(r)));
      case NumberRange r -> Optional.of(new TagPattern(name, wordsFrom, Optional.of(r)));
      case ZipRange r -> Optional.of(new TagPattern(name, wordsFrom, Optional.of(r)));
      case SpecialTag.Points p -> Optional.empty();
      case SpecialTag.Most m -> Optional.empty();
    };
  }

  private static List<TagPattern> ranges(List<TagPattern> tags) {
    return tags.stream().filter(tag -> tag.range().isPresent()).toList();
  }
}
