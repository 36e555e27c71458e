package dev.baton.bench.matching;

import static org.drools.model.PatternDSL.betaIndexedBy;
import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import dev.baton.lead.LeadContent;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.model.Declaration;
import org.drools.model.Index.ConstraintType;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Drools with the tags as facts and one rule for all, {@code Tag($k : key) Phrase(text == $k)},
 * joined through a hash index: its cost grows with the text and not with the tags.
 */
final class DroolsFactsFinder implements TagFinder {
  private final KieSession session;
  private final int mostWords;
  private Set<String> found = Set.of();

  DroolsFactsFinder(List<TagName> tags) {
    Declaration<Tag> tag = declarationOf(Tag.class);
    Declaration<Phrase> phrase = declarationOf(Phrase.class);
    var model = new ModelImpl();
    model.addRule(
        rule("carried")
            .build(
                pattern(tag),
                pattern(phrase)
                    .expr(
                        "is the tag",
                        tag,
                        (said, name) -> said.text().equals(name.key()),
                        betaIndexedBy(
                            String.class, ConstraintType.EQUAL, 0, Phrase::text, Tag::key)),
                on(tag).execute(carried -> found.add(carried.key()))));
    session = KieBaseBuilder.createKieBaseFromModel(model).newKieSession();
    for (TagName name : tags) session.insert(new Tag(name.key()));
    session.fireAllRules();
    mostWords = mostWords(tags);
  }

  /** A tag of the company; stays in the session. */
  public record Tag(String key) {}

  /** Words of the lead at hand. */
  public record Phrase(String text) {}

  static int mostWords(List<TagName> tags) {
    return tags.stream().mapToInt(tag -> tag.key().split(" ").length).max().orElse(1);
  }

  @Override
  public int count(LeadContent lead) {
    return keys(lead).size();
  }

  @Override
  public Set<String> keys(LeadContent lead) {
    found = new HashSet<>();
    var facts = new ArrayList<FactHandle>();
    for (String phrase : PlainText.phrases(lead, mostWords)) {
      facts.add(session.insert(new Phrase(phrase)));
    }
    session.fireAllRules();
    facts.forEach(session::delete);
    session.fireAllRules();
    return found;
  }

  @Override
  public void close() {
    session.dispose();
  }
}
