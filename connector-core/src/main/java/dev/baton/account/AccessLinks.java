package dev.baton.account;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import java.util.Optional;

/** The link in an agent's messages that opens his own leads, without a password. */
public interface AccessLinks {
  /** The token of the agent's link, made again whenever a message needs it. */
  String token(CompanyId company, AgentId agent);

  /** Whose link it is; empty where it never was one, or has been replaced. */
  Optional<Holder> holder(String token);

  /** Whether it was somebody's link, and has been replaced. */
  boolean wasReplaced(String token);

  /** The link that went around is worth nothing any more; sessions begun by it end. */
  void replace(CompanyId company, AgentId agent);

  /** Who comes by a link. */
  record Holder(CompanyId company, AgentId agent) {}
}
