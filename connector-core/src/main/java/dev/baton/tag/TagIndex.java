package dev.baton.tag;

import dev.baton.lead.LeadContent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the tags of a company in a lead. Compiled once per routing book; the cost of a search grows
 * with the text and not with the number of tags, because tags are looked up by the words they begin
 * with.
 */
public final class TagIndex {
  private final Map<String, Node> firstWords = new HashMap<>();
  private final Map<String, TagName> byKey = new HashMap<>();

  private TagIndex() {}

  public static TagIndex of(Collection<TagName> tags) {
    var index = new TagIndex();
    tags.forEach(index::add);
    return index;
  }

  /** The tags found, each once, at its first place: subject, body, fields, then given with it. */
  public List<TagMatch> find(LeadContent lead) {
    var found = new LinkedHashMap<TagName, TagMatch>();
    findIn("subject", lead.text().subject(), found);
    findIn("body", lead.text().body(), found);
    lead.text().fields().forEach((field, value) -> findIn(field, value, found));
    for (String given : lead.givenTags()) {
      TagName tag = byKey.get(TagText.fold(given.strip()));
      if (tag != null) found.putIfAbsent(tag, TagMatch.given(tag));
    }
    return List.copyOf(found.values());
  }

  private void add(TagName tag) {
    if (byKey.putIfAbsent(tag.key(), tag) != null) return;
    String key = tag.key();
    int start = wordStart(key, 0);
    Map<String, Node> level = firstWords;
    Node node = null;
    for (int at = start; at < key.length(); ) {
      int end = wordEnd(key, at);
      node = level.computeIfAbsent(key.substring(at, end), word -> new Node());
      level = node.next;
      at = wordStart(key, end);
    }
    if (node != null) node.ending.add(new Pattern(tag, start));
  }

  private void findIn(String place, String text, Map<TagName, TagMatch> found) {
    if (text.isEmpty()) return;
    String folded = TagText.fold(text);
    int start = wordStart(folded, 0);
    while (start < folded.length()) {
      int end = wordEnd(folded, start);
      Node node = firstWords.get(folded.substring(start, end));
      if (node != null) follow(node, place, folded, start, end, found);
      start = wordStart(folded, end);
    }
  }

  private static void follow(
      Node first, String place, String text, int start, int wordEnd, Map<TagName, TagMatch> found) {
    Node node = first;
    int end = wordEnd;
    while (true) {
      for (Pattern pattern : node.ending) {
        int from = start - pattern.wordsFrom;
        if (pattern.standsAt(text, from) && !found.containsKey(pattern.tag)) {
          int to = from + pattern.tag.key().length();
          found.put(pattern.tag, new TagMatch(pattern.tag, place, from, to));
        }
      }
      int next = wordStart(text, end);
      if (next >= text.length()) return;
      end = wordEnd(text, next);
      Node deeper = node.next.get(text.substring(next, end));
      if (deeper == null) return;
      node = deeper;
    }
  }

  private static int wordStart(String text, int from) {
    int at = from;
    while (at < text.length() && !TagText.inWord(text.charAt(at))) at++;
    return at;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && TagText.inWord(text.charAt(at))) at++;
    return at;
  }

  private static final class Node {
    final Map<String, Node> next = new HashMap<>(2);
    final List<Pattern> ending = new ArrayList<>(1);
  }

  /**
   * A tag whose first word begins at {@code wordsFrom}: the words agree, now the signs must too.
   */
  private record Pattern(TagName tag, int wordsFrom) {
    boolean standsAt(String text, int from) {
      String key = tag.key();
      return from >= 0
          && text.startsWith(key, from)
          && (from == 0 || breaks(text.charAt(from - 1), key.charAt(0)))
          && (from + key.length() == text.length()
              || breaks(key.charAt(key.length() - 1), text.charAt(from + key.length())));
    }

    private static boolean breaks(char left, char right) {
      return !TagText.inWord(left) || !TagText.inWord(right);
    }
  }
}
