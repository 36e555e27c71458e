package dev.baton.company;

import java.util.List;
import java.util.Optional;

/** Where companies and their connections are kept. */
public interface Companies {
  List<Company> all();

  /** The company of that id. */
  default Optional<Company> company(CompanyId id) {
    return all().stream().filter(company -> company.id().equals(id)).findFirst();
  }

  /** Adds a new company; false where there is one with its id, which stays as it is. */
  boolean add(Company company);

  /** Adds the company, or brings its name and zone up to date. */
  void put(Company company);

  /** Adds the connection, or brings its settings up to date. */
  void connect(CrmConnection connection);

  /**
   * Writes down which account a connection that awaited one opens.
   *
   * @return false where another connection has that account, or this one awaits none any more
   */
  boolean settle(CrmConnection awaiting, String account);

  /** What a connection has been used for; empty for one that was only begun, or is gone. */
  Optional<ConnectionUse> use(CrmConnection connection);

  /**
   * Takes a connection away that was begun and never used, with all that was kept for it alone.
   *
   * @return what it has been used for, so that it stays; empty where it is gone
   */
  Optional<ConnectionUse> giveUp(CrmConnection connection);

  List<CrmConnection> connections();

  /** The connection to that account, whichever company it belongs to. */
  Optional<CrmConnection> connection(String crm, String account);
}
