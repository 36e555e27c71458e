package dev.baton.server.security;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.store.JdbcAccessLinks;
import java.util.Base64;

/** Tokens of agents' own links: 256 bits made from the secret key. */
public final class AccessLinkTokens implements JdbcAccessLinks.Maker {
  private final byte[] key;

  public AccessLinkTokens(SecretKey key) {
    this.key = key.forPurpose("access links");
  }

  @Override
  public String token(CompanyId company, AgentId agent, int number) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(SecretKey.hmac(key, company + " " + number + " " + agent));
  }
}
