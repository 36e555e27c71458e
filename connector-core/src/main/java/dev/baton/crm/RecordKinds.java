package dev.baton.crm;

import dev.baton.agent.RecordKind;
import dev.baton.lead.CrmRecord;
import java.util.Locale;

/** Which kind of record a CRM means by its own name for it. */
public final class RecordKinds {
  private RecordKinds() {}

  /** Everything that is not a case or an opportunity is a lead: contacts are, too. */
  public static RecordKind of(CrmRecord record) {
    return switch (record.object().toLowerCase(Locale.ROOT)) {
      case "case", "tickets" -> RecordKind.CASES;
      case "opportunity", "deals" -> RecordKind.OPPORTUNITIES;
      default -> RecordKind.LEADS;
    };
  }
}
