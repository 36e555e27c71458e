package dev.baton.ledger;

import dev.baton.rotation.Kin;
import dev.baton.rotation.RotationCommand;
import dev.baton.routing.RoutingFacts;
import java.util.List;

/**
 * On what a decision was made, besides the lead's own history, the revision of the routing book and
 * the time: enough to make it again.
 *
 * @param facts of the agents that mattered; empty for a decision that did not look at the line
 */
public record Grounds(RotationCommand command, RoutingFacts facts, List<Kin> kin) {}
