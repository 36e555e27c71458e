package dev.baton.message;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import java.util.Optional;

/** Tidings as they were written down. */
public record Heard(long id, CompanyId company, Optional<LeadId> lead, Tidings tidings) {}
