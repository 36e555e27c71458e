package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the embedded database to what the promise P1 rests on: what is committed is in the file. A
 * copy of the file is what a killed process leaves behind. H2 2.5.252 fails here, and did in crash
 * tortures of more than 45 s: from then on it writes over space that was freed, which is when a
 * copy opens without its last commits. {@code RETENTION_TIME=0} lets that begin at once.
 */
class H2DurabilityTest {
  private static final int WRITERS = 4;
  private static final int ROUNDS = 60;

  @TempDir Path directory;

  @Test
  void what_several_threads_have_committed_is_in_the_file_at_once() throws Exception {
    var random = new Random(1);
    long[] committed = new long[WRITERS];
    var open = new ArrayList<Connection>();
    for (int writer = 0; writer < WRITERS; writer++) open.add(connect(directory));
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      prepare(open.getFirst());
      for (int round = 1; round <= ROUNDS; round++) {
        var work = new ArrayList<Callable<Void>>();
        for (int writer = 0; writer < WRITERS; writer++) {
          int row = writer;
          int commits = 1 + random.nextInt(10);
          work.add(() -> commit(open.get(row), row, commits, committed));
        }
        for (var done : threads.invokeAll(work)) done.get();
        assertThat(inCopyOfFile()).as("round " + round).containsExactly(committed);
      }
    } finally {
      for (Connection connection : open) connection.close();
    }
  }

  private static Connection connect(Path where) throws SQLException {
    return DriverManager.getConnection(Database.embedded(where) + ";RETENTION_TIME=0", "sa", "");
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE counter (id integer PRIMARY KEY, n bigint, filler text)");
      for (int row = 0; row < WRITERS; row++) {
        statement.execute("INSERT INTO counter VALUES (" + row + ", 0, '')");
      }
    }
  }

  private static Void commit(Connection connection, int row, int commits, long[] committed)
      throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement update =
            connection.prepareStatement("UPDATE counter SET n = ?, filler = ? WHERE id = ?");
        PreparedStatement look = connection.prepareStatement("SELECT count(*) FROM counter")) {
      for (int commit = 0; commit < commits; commit++) {
        update.setLong(1, committed[row] + 1);
        update.setString(2, "x".repeat(500));
        update.setInt(3, row);
        update.executeUpdate();
        look.executeQuery().close();
        connection.commit();
        committed[row]++;
      }
      return null;
    }
  }

  private long[] inCopyOfFile() throws Exception {
    Path copies = Files.createDirectories(directory.resolve("copies"));
    Files.copy(
        directory.resolve("baton.mv.db"),
        copies.resolve("baton.mv.db"),
        StandardCopyOption.REPLACE_EXISTING);
    long[] found = new long[WRITERS];
    try (Connection connection = connect(copies);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id, n FROM counter")) {
      while (row.next()) found[row.getInt(1)] = row.getLong(2);
    }
    return found;
  }
}
