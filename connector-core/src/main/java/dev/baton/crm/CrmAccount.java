package dev.baton.crm;

import dev.baton.lead.CrmRecord;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a CRM account besides routing: whether everything is in place, what happened
 * while we were away, and a lead to try things out with. Safe for use by several threads.
 */
public interface CrmAccount {

  /**
   * Looks whether Baton can do its work in the account: token, scopes, fields, owners. Changes
   * nothing and never throws: what is wrong is a finding.
   */
  List<Finding> check();

  /**
   * Creates what of Baton's own fields the CRM's interface lets it create; fields that come with an
   * installed package are only looked at. Doing it twice does no harm.
   */
  List<Finding> prepare();

  /**
   * Records that were created or changed at that time or later, in the order of their changes.
   *
   * @param page empty for the first page, then what the page before named
   * @throws CrmUnavailable when the CRM could not be asked
   */
  Changes changedSince(Instant since, Optional<String> page);

  /**
   * Creates a record that is plainly a test, named after the key.
   *
   * @param words what it asks for, so that tags are found in it; empty for nothing
   * @throws CrmUnavailable when the CRM could not be asked, or refuses; it says what to do
   */
  CrmRecord createTestLead(String key, String words);

  /** A test that asks for nothing. */
  default CrmRecord createTestLead(String key) {
    return createTestLead(key, "");
  }

  /**
   * Deletes a record that {@link #createTestLead} made; nothing happens for one that is gone.
   *
   * @throws CrmUnavailable when the CRM could not be asked
   */
  void deleteTestLead(CrmRecord record);

  /**
   * What an admin has to look at, one thing a line, when the CRM does not tell us of a new record.
   *
   * @param webhook the address that the CRM has to call, as people may read it: without secrets
   */
  List<String> whenNothingIsTold(URI webhook);

  /**
   * One thing that was looked at.
   *
   * @param what such as "Field baton_tags of contacts"
   * @param ok whether Baton can work with it
   * @param advice what an admin has to do, in his words; empty where all is well
   */
  record Finding(String what, boolean ok, String advice) {
    public static Finding fine(String what) {
      return new Finding(what, true, "");
    }

    public static Finding wrong(String what, String advice) {
      return new Finding(what, false, advice);
    }
  }

  /**
   * Some records that changed.
   *
   * @param next names the next page; empty after the last
   */
  record Changes(List<Changed> records, Optional<String> next) {
    public Changes {
      records = List.copyOf(records);
    }
  }

  /** A record that changed, or came to be. */
  record Changed(CrmRecord record, Instant createdAt, Instant changedAt) {}
}
