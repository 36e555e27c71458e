package dev.baton.company;

import java.util.List;
import java.util.Optional;

/** Where companies and their connections are kept. */
public interface Companies {
  List<Company> all();

  /** Adds the company, or brings its name and zone up to date. */
  void put(Company company);

  /** Adds the connection, or brings its settings up to date. */
  void connect(CrmConnection connection);

  List<CrmConnection> connections();

  /** The connection to that account, whichever company it belongs to. */
  Optional<CrmConnection> connection(String crm, String account);
}
