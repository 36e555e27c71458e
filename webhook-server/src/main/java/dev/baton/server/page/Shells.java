package dev.baton.server.page;

import dev.baton.account.Permission;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Shell.Item;
import java.util.List;
import java.util.NoSuchElementException;

/** Makes what stands around the pages of who has logged in: only ways he may go. */
public final class Shells {
  private record Way(String address, String label, Permission permission) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("/dashboard", "Dashboard", Permission.SEE_REPORTS),
          new Way("/performance", "Performance", Permission.SEE_REPORTS),
          new Way("/leads", "Leads", Permission.SEE_LEADS),
          new Way("/users", "Users", Permission.MANAGE_AGENTS),
          new Way("/tags", "Tags", Permission.EDIT_BOOK),
          new Way("/teams", "Teams", Permission.EDIT_BOOK),
          new Way("/settings", "Settings", Permission.EDIT_BOOK),
          new Way("/connections", "Connections", Permission.MANAGE_SECRETS),
          new Way("/deliveries", "Deliveries", Permission.SEE_DELIVERIES),
          new Way("/audit", "Audit log", Permission.SEE_AUDIT));

  private final Companies companies;
  private final Waiting waiting;

  /** How many changes of somebody wait to be published. */
  @FunctionalInterface
  public interface Waiting {
    int changes(Visitor visitor);
  }

  public Shells(Companies companies, Waiting waiting) {
    this.companies = companies;
    this.waiting = waiting;
  }

  /**
   * What stands around a page.
   *
   * @param here the address of the way the page belongs to; empty for none
   */
  public Shell around(Visitor visitor, String here) {
    return new Shell(
        company(visitor.company()).name(),
        visitor.account().name(),
        visitor.csrf(),
        WAYS.stream()
            .filter(way -> visitor.may(way.permission()))
            .map(way -> new Item(way.address(), way.label(), way.address().equals(here)))
            .toList(),
        visitor.may(Permission.EDIT_BOOK) ? waiting.changes(visitor) : 0);
  }

  /** The company of who has logged in. */
  public Company company(CompanyId id) {
    return companies.company(id).orElseThrow(() -> new NoSuchElementException("No company " + id));
  }

  /** Where somebody begins after logging in: an agent with his own leads. */
  public static String firstOf(Visitor visitor) {
    return WAYS.stream()
        .filter(way -> visitor.may(way.permission()))
        .map(Way::address)
        .findFirst()
        .orElse(visitor.account().agent().isPresent() ? "/my" : "/account");
  }
}
