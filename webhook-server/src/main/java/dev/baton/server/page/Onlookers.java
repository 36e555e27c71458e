package dev.baton.server.page;

import dev.baton.account.Permission;
import dev.baton.company.Company;
import dev.baton.server.http.Access;
import dev.baton.server.http.Question;
import dev.baton.server.http.Visitor;
import dev.baton.server.words.Readers;
import dev.baton.server.words.Words;
import java.util.Optional;

/**
 * Who may look at a company's leads and numbers: whoever has logged in and whose role allows it; in
 * the demonstration, anybody.
 *
 * @param shown the company that anybody may watch; empty in earnest
 */
public record Onlookers(Optional<Company> shown, Shells shells) {

  public Access access(Permission permission) {
    return shown.isPresent() ? Access.ONLOOKER : Access.to(permission);
  }

  /**
   * Whose leads and numbers he looks at, and what stands around them.
   *
   * @param here the address of the way the page belongs to; empty for none
   */
  public Sight sight(Question asked, Permission permission, String here) {
    Optional<Shell> around =
        insider(asked, permission).map(visitor -> shells.around(visitor, here));
    return new Sight(
        company(asked, permission),
        around,
        around.map(Shell::words).orElseGet(() -> Readers.ofStranger(asked)));
  }

  /** Whose leads and numbers he looks at. */
  public Company company(Question asked, Permission permission) {
    return insider(asked, permission)
        .map(visitor -> shells.company(visitor.company()))
        .or(() -> shown)
        .orElseThrow(() -> new IllegalStateException("The route lets strangers look"));
  }

  /** Somebody who has logged in, where he may go. */
  private static Optional<Visitor> insider(Question asked, Permission permission) {
    return asked.visitor().filter(visitor -> visitor.may(permission));
  }

  /**
   * What somebody sees.
   *
   * @param around empty for who has not logged in
   * @param words in the language of who looks
   */
  public record Sight(Company company, Optional<Shell> around, Words words) {}
}
