package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.feedback.Progress;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.ledger.StoreUnavailable;
import dev.baton.message.Heard;
import dev.baton.message.Message;
import dev.baton.message.MessageId;
import dev.baton.message.MessageQueue;
import dev.baton.message.Recipient;
import dev.baton.message.Spreading;
import dev.baton.message.Tidings;
import dev.baton.message.Tidings.Kind;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes messages of tidings, once, by how their recipients want to be told at that moment. Requests
 * for feedback that come due together become one message.
 */
public final class SpreadingTidings {
  private static final Logger LOG = LoggerFactory.getLogger(SpreadingTidings.class);
  private static final int AT_ONCE = 200;

  /** So many leads are named in one message; whoever has more does not read further. */
  private static final int MOST_GATHERED = 50;

  private final MessageQueue queue;
  private final KnowingPeople people;
  private final Leads leads;
  private final InstantSource clock;

  public SpreadingTidings(
      MessageQueue queue, KnowingPeople people, Leads leads, InstantSource clock) {
    this.queue = queue;
    this.people = people;
    this.leads = leads;
    this.clock = clock;
  }

  /** Spreads what is due; answers how many tidings that were. */
  public int spread() {
    int spread = 0;
    for (List<Heard> together : together(queue.heard(AT_ONCE, clock.instant()))) {
      try {
        List<Message> messages = messages(together);
        if (queue.spread(together, messages)) spread += together.size();
      } catch (StoreUnavailable away) {
        throw away;
      } catch (RuntimeException broken) {
        LOG.error("tidings={} cannot be told", together.getFirst().id(), broken);
      }
    }
    return spread;
  }

  private record Reader(CompanyId company, Optional<AgentId> agent) {}

  private static Collection<List<Heard>> together(List<Heard> heard) {
    var single = new ArrayList<List<Heard>>();
    Map<Reader, List<Heard>> feedback = new LinkedHashMap<>();
    for (Heard each : heard) {
      if (each.tidings().kind() == Kind.FEEDBACK_DUE) {
        feedback
            .computeIfAbsent(
                new Reader(each.company(), each.tidings().to()), r -> new ArrayList<>())
            .add(each);
      } else {
        single.add(List.of(each));
      }
    }
    single.addAll(feedback.values());
    return single;
  }

  private List<Message> messages(List<Heard> together) {
    Heard first = together.getFirst();
    Optional<Recipient> who = people.recipient(first.company(), first.tidings().to());
    if (who.isEmpty()) return List.of();
    Optional<Heard> told =
        first.tidings().kind() == Kind.FEEDBACK_DUE ? gathered(together) : Optional.of(first);
    return told.map(
            heard ->
                Spreading.of(
                    heard, who.get(), clock.instant(), () -> new MessageId(UUID.randomUUID())))
        .orElse(List.of());
  }

  /** One for all the leads that are still his and not closed. */
  private Optional<Heard> gathered(List<Heard> together) {
    List<String> open =
        together.stream()
            .filter(this::wantsFeedback)
            .flatMap(h -> h.lead().stream())
            .map(LeadId::toString)
            .distinct()
            .limit(MOST_GATHERED)
            .toList();
    if (open.isEmpty()) return Optional.empty();
    Heard first = together.getFirst();
    Tidings all =
        new Tidings(
            Kind.FEEDBACK_DUE,
            first.tidings().to(),
            0,
            first.tidings().due(),
            Optional.empty(),
            String.join(",", open));
    return Optional.of(new Heard(first.id(), first.company(), Optional.empty(), all));
  }

  private boolean wantsFeedback(Heard heard) {
    return heard
        .lead()
        .flatMap(lead -> leads.file(heard.company(), lead))
        .filter(file -> wantsFeedback(file, heard.tidings().to()))
        .isPresent();
  }

  /** Whether the agent owns the lead and has not said the last word about it. */
  static boolean wantsFeedback(LeadFile file, Optional<AgentId> agent) {
    Progress progress = file.rotation().care().progress();
    return agent.isPresent()
        && file.rotation().owner().equals(agent)
        && file.rotation().ended().isEmpty()
        && !progress.deal().closed();
  }
}
