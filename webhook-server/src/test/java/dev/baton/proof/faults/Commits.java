package dev.baton.proof.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Counts the commits that change something, and lets the process die at one of them. Commits of
 * transactions that only read are no points: dying there is dying at the one before.
 */
final class Commits {
  /** When the process dies. */
  enum Death {
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private int count;
  private int deadly;
  private Death death = Death.BEFORE_COMMIT;

  /** The process dies at the commit of that number, counted from 1 and from now on. */
  void dieAt(int number, Death when) {
    count = 0;
    deadly = number;
    death = when;
  }

  void countAnew() {
    dieAt(0, Death.BEFORE_COMMIT);
  }

  int counted() {
    return count;
  }

  DataSource watching(DataSource real) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object answer = call(real, method, arguments);
          return answer instanceof Connection connection ? watching(connection) : answer;
        });
  }

  private Connection watching(Connection real) {
    return proxy(
        Connection.class,
        new Call() {
          private boolean changes;

          @Override
          public Object made(Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
              case "prepareStatement" -> changes |= changes((String) arguments[0]);
              case "commit" -> {
                boolean point = changes;
                changes = false;
                return point ? commit(real) : call(real, method, arguments);
              }
              case "rollback" -> changes = false;
              default -> {}
            }
            return call(real, method, arguments);
          }
        });
  }

  private static boolean changes(String sql) {
    return !sql.stripLeading().toUpperCase(Locale.ROOT).startsWith("SELECT");
  }

  private Object commit(Connection real) throws Throwable {
    count++;
    if (count == deadly && death == Death.BEFORE_COMMIT) throw new ProcessDied();
    real.commit();
    if (count == deadly) throw new ProcessDied();
    return null;
  }

  private interface Call {
    Object made(Method method, Object[] arguments) throws Throwable;
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.made(method, arguments)));
  }
}
