package dev.baton.bench.matching;

import dev.baton.lead.LeadContent;
import java.util.Set;

/** A way to find the tags of a company in a lead. */
interface TagFinder extends AutoCloseable {
  /** How many tags the lead speaks of. */
  int count(LeadContent lead) throws Exception;

  /** Which those are, by the keys of their names. */
  Set<String> keys(LeadContent lead) throws Exception;

  @Override
  default void close() throws Exception {}
}
