package dev.baton.bench.matching;

import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import dev.baton.lead.LeadContent;
import dev.baton.tag.TagName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.model.Declaration;
import org.drools.model.functions.Predicate1;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Drools with a rule per tag, {@code Lead(phrases contains "open house")}, as an executable model:
 * compiled predicates, nothing interpreted. What the lead says is a hash set of phrases, so that
 * each rule costs a look-up and not a search through the text.
 */
final class DroolsRulesFinder implements TagFinder {
  private final KieSession session;
  private final int mostWords;

  DroolsRulesFinder(List<TagName> tags) {
    var model = new ModelImpl();
    for (TagName tag : tags) {
      Declaration<Lead> lead = declarationOf(Lead.class);
      String key = tag.key();
      model.addRule(
          rule(key)
              .build(
                  pattern(lead).expr(key, new Contains(key)),
                  on(lead).execute(carrier -> carrier.found().add(key))));
    }
    session = KieBaseBuilder.createKieBaseFromModel(model).newKieSession();
    mostWords = DroolsFactsFinder.mostWords(tags);
  }

  /** A lead as the rules see it. */
  public record Lead(Set<String> phrases, Set<String> found) {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  private record Contains(String key) implements Predicate1<Lead> {
    @Override
    public boolean test(Lead lead) {
      return lead.phrases().contains(key);
    }
  }

  @Override
  public int count(LeadContent lead) {
    return keys(lead).size();
  }

  @Override
  public Set<String> keys(LeadContent lead) {
    var found = new HashSet<String>();
    FactHandle fact = session.insert(new Lead(PlainText.phrases(lead, mostWords), found));
    session.fireAllRules();
    session.delete(fact);
    return found;
  }

  @Override
  public void close() {
    session.dispose();
  }
}
