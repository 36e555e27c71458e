package dev.baton.ledger;

import dev.baton.rotation.Circumstances;
import dev.baton.rotation.Rotation;

/** A lead, opened for a decision: locked, with its history folded and all that may be seen. */
public record Sheet(Lead lead, Rotation rotation, Circumstances circumstances) {}
