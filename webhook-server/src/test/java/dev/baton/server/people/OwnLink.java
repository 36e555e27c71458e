package dev.baton.server.people;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.server.security.AccessLinkTokens;
import dev.baton.server.security.SecretKey;
import dev.baton.store.Database;
import dev.baton.store.JdbcAccessLinks;
import java.nio.file.Path;
import java.util.Optional;

/** The link that an agent's messages carry. */
public final class OwnLink {
  private OwnLink() {}

  /**
   * Its path.
   *
   * @param data the directory of the installation, which has its key
   */
  public static String of(Database database, Path data, CompanyId company, String agent) {
    var tokens = new AccessLinkTokens(SecretKey.load(Optional.empty(), data));
    return "/a/" + new JdbcAccessLinks(database, tokens).token(company, new AgentId(agent));
  }
}
