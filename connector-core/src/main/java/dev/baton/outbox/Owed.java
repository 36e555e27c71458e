package dev.baton.outbox;

import dev.baton.company.CompanyId;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadId;
import java.util.List;
import java.util.Optional;

/**
 * A promise taken up for delivery.
 *
 * @param tags names of the tags found in the lead
 * @param source where the lead came from, in the CRM's words
 * @param taskId the CRM's id of the offer's task, where it is known
 * @param offerOpen whether the offer the promise is about is still open
 * @param attempt how often it has been taken up, this time included
 */
public record Owed(
    long id,
    CompanyId company,
    LeadId lead,
    CrmRecord record,
    List<String> tags,
    String source,
    Promise promise,
    Optional<String> taskId,
    boolean offerOpen,
    int attempt) {}
