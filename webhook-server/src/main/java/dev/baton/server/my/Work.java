package dev.baton.server.my;

import dev.baton.feedback.Comments;
import dev.baton.flow.RecordingFeedback;
import dev.baton.flow.RotatingLeads;
import dev.baton.ledger.Leads;
import dev.baton.ledger.OfferTokens;
import dev.baton.ledger.OwnLeads;

/** All that an agent's pages look leads up with, and do with them. */
public record Work(
    OwnLeads own,
    Leads leads,
    Comments comments,
    OfferTokens tokens,
    RotatingLeads rotating,
    RecordingFeedback feedback) {}
