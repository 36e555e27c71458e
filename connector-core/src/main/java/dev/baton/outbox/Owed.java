package dev.baton.outbox;

import dev.baton.agent.AgentId;
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
 * @param owner who owns the lead now
 * @param crmOwner the CRM's owner id as last read or written
 * @param ownersHeard how many owners set in the CRM have been heard of the lead
 * @param offerOpen whether the offer the promise is about is still open
 * @param told whether the task of that offer may exist in the CRM
 * @param overtaken whether a newer promise makes this one needless
 * @param attempt how often it has been taken up, this time included
 * @param tries how often since it was made, or since a person last said "once more"; waits that
 *     were named are no tries
 * @param trial whether it is the one that finds out if the CRM answers again
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
    Optional<AgentId> owner,
    String crmOwner,
    int ownersHeard,
    boolean offerOpen,
    boolean told,
    boolean overtaken,
    int attempt,
    int tries,
    boolean trial) {}
