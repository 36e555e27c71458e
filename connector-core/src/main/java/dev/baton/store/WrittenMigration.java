package dev.baton.store;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;

/** A step that brings the tables up to date and cannot be told in SQL of both databases. */
abstract class WrittenMigration implements JavaMigration {
  private final String version;
  private final String description;

  /**
   * @param version its place among the others, such as {@code 11.1} after {@code V011}
   */
  WrittenMigration(String version, String description) {
    this.version = version;
    this.description = description;
  }

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion(version);
  }

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public Integer getChecksum() {
    return 1;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }
}
