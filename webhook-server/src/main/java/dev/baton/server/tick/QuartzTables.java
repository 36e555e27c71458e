package dev.baton.server.tick;

import dev.baton.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The tables of Quartz's clustered store, made by the script that Quartz brings along. */
final class QuartzTables {
  private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

  private QuartzTables() {}

  /** Makes them where they are missing; nodes that start at once wait for each other. */
  static void ensure(Database database) {
    try (InputStream in = QuartzTables.class.getResourceAsStream(SCRIPT)) {
      if (in == null) throw new IllegalStateException("Quartz has no " + SCRIPT);
      database.runUnlessPresent(
          "qrtz_locks", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
