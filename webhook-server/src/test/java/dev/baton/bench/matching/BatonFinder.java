package dev.baton.bench.matching;

import static java.util.stream.Collectors.toSet;

import dev.baton.lead.LeadContent;
import dev.baton.tag.TagIndex;
import dev.baton.tag.TagName;
import java.util.List;
import java.util.Set;

/** Baton's own index, which tells besides where each tag stands. */
final class BatonFinder implements TagFinder {
  private final TagIndex index;

  BatonFinder(List<TagName> tags) {
    index = TagIndex.of(tags);
  }

  @Override
  public int count(LeadContent lead) {
    return index.find(lead).size();
  }

  @Override
  public Set<String> keys(LeadContent lead) {
    return index.find(lead).stream().map(match -> match.tag().key()).collect(toSet());
  }
}
