package dev.baton.crm;

import dev.baton.lead.CrmRecord;
import java.util.List;

/**
 * Speaks with one CRM account. Safe for use by several threads. Every implementation passes {@code
 * CrmConnectorContract}.
 */
public interface CrmConnector {

  /**
   * Reads records back, answering once for each in the order asked; at most 100 at a time.
   *
   * @throws CrmUnavailable when the CRM could not be asked
   */
  List<RecordRead> read(List<CrmRecord> records);

  /**
   * Reads a task back.
   *
   * @throws CrmUnavailable when the CRM could not be asked
   */
  TaskRead readTask(String taskId);

  /**
   * Delivers a write. Never throws for what the CRM answers.
   *
   * @param attempt 1 for the first; later attempts look first whether an earlier one arrived
   */
  WriteResult write(CrmWrite write, int attempt);

  /**
   * Everybody who can own records.
   *
   * @throws CrmUnavailable when the CRM could not be asked
   */
  List<CrmUser> users();
}
