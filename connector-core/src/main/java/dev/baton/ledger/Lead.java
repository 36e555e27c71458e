package dev.baton.ledger;

import dev.baton.company.CompanyId;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadId;
import java.time.Instant;

/**
 * A lead as it is known besides its history.
 *
 * @param receivedAt when the CRM first told us of it
 * @param crmOwner the CRM's owner of the record as last read or written; empty for none
 */
public record Lead(
    LeadId id, CompanyId company, CrmRecord record, Instant receivedAt, String crmOwner) {}
