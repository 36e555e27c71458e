package dev.baton.server.tick;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Lets Quartz's clustered store use the server's own connection pool. */
public final class PoolForQuartz implements ConnectionProvider {
  private static final Map<String, DataSource> POOLS = new ConcurrentHashMap<>();

  private String pool = "";

  static void offer(String name, DataSource source) {
    POOLS.put(name, source);
  }

  /** Called by Quartz with the property of that name. */
  public void setPool(String name) {
    pool = name;
  }

  @Override
  public Connection getConnection() throws SQLException {
    DataSource source = POOLS.get(pool);
    if (source == null) throw new SQLException("No pool named " + pool);
    return source.getConnection();
  }

  @Override
  public void initialize() {
    // The pool is open already.
  }

  @Override
  public void shutdown() {
    POOLS.remove(pool);
  }
}
