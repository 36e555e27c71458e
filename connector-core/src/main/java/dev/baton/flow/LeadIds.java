package dev.baton.flow;

import dev.baton.lead.LeadId;

/** Where the ids of new leads come from; a source of chance, so it is passed in. */
@FunctionalInterface
public interface LeadIds {
  LeadId next();
}
