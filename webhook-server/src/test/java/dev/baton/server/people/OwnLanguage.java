package dev.baton.server.people;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.message.ContactSettings;
import dev.baton.store.Database;
import dev.baton.store.JdbcContactBook;
import dev.baton.store.Sealing;
import java.time.Instant;

/** The language an agent has chosen for his messages, and so for his pages. */
public final class OwnLanguage {
  private OwnLanguage() {}

  /**
   * Has it chosen, and nothing else.
   *
   * @param tag such as {@code de}
   */
  public static void choose(Database database, CompanyId company, String agent, String tag) {
    new JdbcContactBook(database, new Sealing(new byte[32]))
        .put(company, new AgentId(agent), ContactSettings.DEFAULT.in(tag), Instant.now());
  }
}
