package dev.baton.routing;

/**
 * Who stands in line besides those whose tags match (domain §4, settings).
 *
 * @param everyAgentForAll every agent qualifies for all leads
 * @param everyAgentForUntagged every agent qualifies for leads in which no tag was found
 */
public record Matching(boolean everyAgentForAll, boolean everyAgentForUntagged) {
  public static final Matching DEFAULT = new Matching(false, false);
}
