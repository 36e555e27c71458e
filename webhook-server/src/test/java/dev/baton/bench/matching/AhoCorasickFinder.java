package dev.baton.bench.matching;

import dev.baton.lead.LeadContent;
import dev.baton.tag.TagName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ahocorasick.trie.PayloadTrie;

/** Aho-Corasick over folded text; what is part of a longer word is let go. */
final class AhoCorasickFinder implements TagFinder {
  private final PayloadTrie<String> trie;

  AhoCorasickFinder(List<TagName> tags) {
    var builder = PayloadTrie.<String>builder();
    for (TagName tag : tags) builder.addKeyword(tag.key(), tag.key());
    trie = builder.build();
  }

  @Override
  public int count(LeadContent lead) {
    return keys(lead).size();
  }

  @Override
  public Set<String> keys(LeadContent lead) {
    var found = new HashSet<String>();
    for (String text : PlainText.of(lead)) {
      String folded = PlainText.folded(text);
      trie.parseText(
          folded,
          emit ->
              PlainText.wholeWords(folded, emit.getStart(), emit.getEnd() + 1)
                  && found.add(emit.getPayload()));
    }
    return found;
  }
}
