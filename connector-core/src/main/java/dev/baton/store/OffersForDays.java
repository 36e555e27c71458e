package dev.baton.store;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.Context;

/**
 * Writes the rule of one open offer for each lead without a list of constants. H2 compares with
 * such a list in the session that made the table, and refuses every offer as soon as the pool has
 * put that connection away: half an hour after the first start, until the next. Where a table is
 * read from the file, a session that lives as long as the database makes it.
 */
final class OffersForDays extends WrittenMigration {
  OffersForDays() {
    super("15.1", "one open offer without a list of constants");
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
