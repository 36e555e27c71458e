package dev.baton.ledger;

import dev.baton.company.CompanyId;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.LeadText;
import dev.baton.tag.FieldNumber;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Forgets persons. What their leads say and whom they come from goes for good; that they came and
 * what was decided about them stays, so that no number of the past changes.
 */
public interface Erasure {
  /**
   * The leads that came from a person, oldest first: those with the same e-mail address or phone
   * number, as leads of one customer are found (domain §5). Erased ones are not found any more.
   */
  List<LeadId> leadsOf(CompanyId company, Contact person);

  /**
   * Erases what is known of the person behind a lead.
   *
   * @param told fields that reports count or add up: of them numbers stay as they are, and of other
   *     values only that there was one
   * @return whether there was anything to erase
   */
  boolean erase(CompanyId company, LeadId lead, Set<String> told, Instant at);

  /** What remains of a lead's words once its person is erased. */
  static LeadContent remains(LeadContent before, Set<String> told) {
    var fields = new LinkedHashMap<String, String>();
    before
        .text()
        .fields()
        .forEach(
            (field, value) -> {
              if (!told.contains(field) || value.isBlank()) return;
              fields.put(field, FieldNumber.read(value).isPresent() ? value : "erased");
            });
    return new LeadContent(
        new LeadText("", "", fields), Contact.UNKNOWN, Set.of(), before.source());
  }
}
