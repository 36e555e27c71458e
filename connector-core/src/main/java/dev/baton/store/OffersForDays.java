package dev.baton.store;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Writes the rule of one open offer for each lead without a list of constants. H2 compares with
 * such a list in the session that made the table, and refuses every offer as soon as the pool has
 * put that connection away: half an hour after the first start, until the next. Where a table is
 * read from the file, a session that lives as long as the database makes it.
 */
final class OffersForDays implements JavaMigration {
  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("15.1");
  }

  @Override
  public String getDescription() {
    return "one open offer without a list of constants";
  }

  @Override
  public Integer getChecksum() {
    return 1;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    boolean embedded = context.getConnection().getMetaData().getDatabaseProductName().equals("H2");
    if (!embedded) return;
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute("ALTER TABLE offer DROP CONSTRAINT one_open_offer_per_lead");
      statement.execute("ALTER TABLE offer DROP COLUMN open_lead");
      statement.execute(
          """
          ALTER TABLE offer ADD COLUMN open_lead uuid GENERATED ALWAYS AS
            (CASE WHEN state = 'OPEN' THEN
              CASE kind WHEN 'LINE' THEN lead_id WHEN 'ANOTHER_CHANCE' THEN lead_id END END)
          """);
      statement.execute(
          "ALTER TABLE offer ADD CONSTRAINT one_open_offer_per_lead UNIQUE (open_lead)");
    }
  }
}
