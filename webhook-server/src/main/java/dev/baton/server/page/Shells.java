package dev.baton.server.page;

import dev.baton.account.Permission;
import dev.baton.agent.AgentId;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Shell.Item;
import dev.baton.server.words.Readers;
import dev.baton.server.words.Words;
import java.util.List;
import java.util.NoSuchElementException;

/** Makes what stands around the pages of who has logged in: only ways he may go. */
public final class Shells {
  private record Way(String address, Permission permission) {
    /** The key of its label. */
    String label() {
      return "common.way." + address.substring(1);
    }
  }

  private static final List<Way> WAYS =
      List.of(
          new Way("/dashboard", Permission.SEE_REPORTS),
          new Way("/performance", Permission.SEE_REPORTS),
          new Way("/leads", Permission.SEE_LEADS),
          new Way("/users", Permission.MANAGE_AGENTS),
          new Way("/tags", Permission.EDIT_BOOK),
          new Way("/teams", Permission.EDIT_BOOK),
          new Way("/settings", Permission.EDIT_BOOK),
          new Way("/connections", Permission.MANAGE_SECRETS),
          new Way("/deliveries", Permission.SEE_DELIVERIES),
          new Way("/audit", Permission.SEE_AUDIT));

  private final Companies companies;
  private final Readers readers;
  private final Waiting waiting;

  /** How many changes of somebody wait to be published. */
  @FunctionalInterface
  public interface Waiting {
    int changes(Visitor visitor);
  }

  public Shells(Companies companies, Readers readers, Waiting waiting) {
    this.companies = companies;
    this.readers = readers;
    this.waiting = waiting;
  }

  /**
   * What stands around a page.
   *
   * @param here the address of the way the page belongs to; empty for none
   */
  public Shell around(Visitor visitor, String here) {
    Words words = readers.of(visitor);
    return new Shell(
        words,
        company(visitor.company()).name(),
        visitor.account().name(),
        visitor.csrf(),
        WAYS.stream()
            .filter(way -> visitor.may(way.permission()))
            .map(way -> new Item(way.address(), words.say(way.label()), way.address().equals(here)))
            .toList(),
        visitor.may(Permission.EDIT_BOOK) ? waiting.changes(visitor) : 0);
  }

  /** The words for who has logged in. */
  public Words words(Visitor visitor) {
    return readers.of(visitor);
  }

  /** The words for an agent who has not logged in, or not yet. */
  public Words words(CompanyId company, AgentId agent) {
    return readers.of(company, agent);
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
