package dev.baton.server.page;

import dev.baton.account.Permission;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.server.http.Access;
import dev.baton.server.http.Question;
import dev.baton.server.http.Visitor;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Who may look at a company's leads and numbers: whoever has logged in and whose role allows it; in
 * the demonstration, anybody.
 *
 * @param shown the company that anybody may watch; empty in earnest
 */
public record Onlookers(Optional<Company> shown, Companies companies) {

  public Access access(Permission permission) {
    return shown.isPresent() ? Access.ANYBODY : Access.to(permission);
  }

  /** Whose leads and numbers he looks at. */
  public Company company(Question asked) {
    return shown.orElseGet(() -> company(asked.requiredVisitor()));
  }

  private Company company(Visitor visitor) {
    CompanyId id = visitor.company();
    return companies.company(id).orElseThrow(() -> new NoSuchElementException("No company " + id));
  }
}
