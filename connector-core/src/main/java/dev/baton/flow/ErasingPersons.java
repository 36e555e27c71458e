package dev.baton.flow;

import dev.baton.agent.FieldMetric;
import dev.baton.company.CompanyId;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Erasure;
import dev.baton.ledger.Sheet;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.End;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.rotation.Stage;
import dev.baton.routing.RoutingBooks;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Forgets persons who ask for it. A lead that is on its way to an owner ends, since there is nobody
 * to call any more, and counts like one that is gone in the CRM; one that has come to rest stays
 * where it is, and no number of it changes. Whatever a CRM still says of the person is not heard
 * again.
 */
public final class ErasingPersons {
  private final Erasure erasure;
  private final RotatingLeads rotating;
  private final RoutingBooks books;

  public ErasingPersons(Erasure erasure, RotatingLeads rotating, RoutingBooks books) {
    this.erasure = erasure;
    this.rotating = rotating;
    this.books = books;
  }

  /** The leads that came from a person, oldest first. */
  public List<LeadId> leadsOf(CompanyId company, Contact person) {
    return erasure.leadsOf(company, person);
  }

  /**
   * Erases what is known of the person behind some leads.
   *
   * @param leads of the company; others are left alone
   * @return how many were erased that had not been before
   */
  public int erase(CompanyId company, Collection<LeadId> leads) {
    Set<String> told =
        books.current(company).content().teams().stream()
            .flatMap(team -> team.reports().metrics().stream())
            .map(FieldMetric::field)
            .collect(Collectors.toSet());
    int erased = 0;
    for (LeadId lead : leads) {
      // Marked first: what the CRM says meanwhile would otherwise be kept once more.
      if (!erasure.erase(company, lead, told, rotating.now())) continue;
      rotating.carryOut(lead, ErasingPersons::end);
      erased++;
    }
    return erased;
  }

  /** Nobody is asked to answer somebody unknown. What has come to rest stays as it is counted. */
  private static Optional<RotationCommand> end(Sheet sheet) {
    Stage stage = sheet.rotation().stage();
    return stage.onItsWay() || stage == Stage.FOLLOWING
        ? Optional.of(new End(EndReason.PERSON_ERASED))
        : Optional.empty();
  }
}
