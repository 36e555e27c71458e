package dev.baton.bench.matching;

import static java.util.stream.Collectors.toSet;

import dev.baton.lead.LeadContent;
import dev.baton.tag.TagName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Lucene Monitor: a stored query per tag, a term or a phrase, and a presearcher that leaves out the
 * queries whose rarest term is not in the lead. A presearcher of two passes is slower here.
 */
final class LuceneFinder implements TagFinder {
  private static final String FIELD = "text";
  private static final int PER_BATCH = 5_000;

  private final Monitor monitor;

  LuceneFinder(List<TagName> tags) throws IOException {
    monitor = new Monitor(new WordsOneSeparatorApart(), new TermFilteredPresearcher());
    var batch = new ArrayList<MonitorQuery>(PER_BATCH);
    for (TagName tag : tags) {
      batch.add(new MonitorQuery(tag.key(), query(tag.key())));
      if (batch.size() == PER_BATCH) {
        monitor.register(batch);
        batch.clear();
      }
    }
    monitor.register(batch);
  }

  private static Query query(String key) {
    String[] words = key.split(" ");
    if (words.length == 1) return new TermQuery(new Term(FIELD, key));
    return new PhraseQuery(FIELD, words);
  }

  private MatchingQueries<QueryMatch> match(LeadContent lead) throws IOException {
    var document = new Document();
    for (String text : PlainText.of(lead)) {
      document.add(new TextField(FIELD, text, Field.Store.NO));
    }
    return monitor.match(document, QueryMatch.SIMPLE_MATCHER);
  }

  @Override
  public int count(LeadContent lead) throws IOException {
    return match(lead).getMatchCount();
  }

  @Override
  public Set<String> keys(LeadContent lead) throws IOException {
    return match(lead).getMatches().stream().map(QueryMatch::getQueryId).collect(toSet());
  }

  @Override
  public void close() throws IOException {
    monitor.close();
  }
}
