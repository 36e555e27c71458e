package dev.baton.rotation;

import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import java.time.Instant;

/** All that a decision sees besides the lead's own history. */
public record Circumstances(RoutingBook book, RoutingFacts facts, Instant now) {}
