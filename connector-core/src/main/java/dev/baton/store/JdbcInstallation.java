package dev.baton.store;

/** What all nodes of an installation have to agree on. */
public final class JdbcInstallation {
  private final Database database;

  public JdbcInstallation(Database database) {
    this.database = database;
  }

  /** Remembers the value at the first start; answers the one that was remembered. */
  public String agree(String name, String value) {
    return database.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  """
                  INSERT INTO installation (name, agreed) VALUES (:name, :value)
                  ON CONFLICT DO NOTHING
                  """)
              .bind("name", name)
              .bind("value", value)
              .execute();
          return handle
              .createQuery("SELECT agreed FROM installation WHERE name = :name")
              .bind("name", name)
              .mapTo(String.class)
              .one();
        });
  }
}
