package dev.baton.server.tick;

/**
 * Something that has to be done once in a while and once per cluster.
 *
 * @param name names it in logs and in the clustered store
 * @param cron when, in Quartz's words and the server's zone
 */
public record Chore(String name, String cron, Runnable work) {

  public static Chore nightly(String name, Runnable work) {
    return new Chore(name, "0 17 3 * * ?", work);
  }

  public static Chore everyFiveMinutes(String name, Runnable work) {
    return new Chore(name, "20 0/5 * * * ?", work);
  }
}
