package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.flow.FindingMatter.Found;
import dev.baton.message.Channel;
import dev.baton.message.Channel.Envelope;
import dev.baton.message.Channel.Outcome;
import dev.baton.message.Channel.Outcome.Refused;
import dev.baton.message.Channel.Outcome.Sent;
import dev.baton.message.Heard;
import dev.baton.message.Letter;
import dev.baton.message.Medium;
import dev.baton.message.Message;
import dev.baton.message.MessageId;
import dev.baton.message.Messages;
import dev.baton.message.Recipient;
import dev.baton.message.Spreading;
import dev.baton.message.Tidings;
import dev.baton.message.Tidings.Kind;
import dev.baton.message.Words;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes letters that are about no lead, and tries channels out. */
public final class PostingLetters {
  private final Messages messages;
  private final KnowingPeople people;
  private final FindingMatter finding;
  private final Words words;
  private final Map<Medium, Channel> channels;
  private final Bell bell;
  private final InstantSource clock;

  public PostingLetters(
      Messages messages,
      KnowingPeople people,
      FindingMatter finding,
      Words words,
      Map<Medium, Channel> channels,
      Bell bell,
      InstantSource clock) {
    this.messages = messages;
    this.people = people;
    this.finding = finding;
    this.words = words;
    this.channels = Map.copyOf(channels);
    this.bell = bell;
    this.clock = clock;
  }

  /**
   * Sends a letter by e-mail as soon as it can be, with retries.
   *
   * @param until from when on it is of no use
   */
  public MessageId post(CompanyId company, String address, Letter letter, Optional<Instant> until) {
    var id = new MessageId(UUID.randomUUID());
    messages.post(company, id, address, letter, clock.instant(), until);
    bell.ring();
    return id;
  }

  /** What a trial came to, and the message it was noted as. */
  public record Trial(Outcome outcome, Optional<MessageId> message) {}

  /** Sends an agent a message that says it is a trial, at once and once. */
  public Trial tryOut(CompanyId company, AgentId agent, Medium medium) {
    if (!people.on().contains(medium)) return nothing(medium + " is not set up");
    Optional<Recipient> who = people.recipient(company, Optional.of(agent));
    if (who.isEmpty()) return nothing("There is no such agent");
    Instant now = clock.instant();
    var tidings = new Tidings(Kind.TRIAL, Optional.of(agent), 0, now, Optional.empty(), "");
    Optional<Message> message =
        Spreading.one(
            new Heard(0, company, Optional.empty(), tidings),
            medium,
            who.get(),
            now,
            () -> new MessageId(UUID.randomUUID()));
    if (message.isEmpty()) return nothing("The agent has no address for " + medium);
    Outcome outcome = send(message.get(), who.get(), now);
    messages.note(settled(message.get(), outcome, clock.instant()));
    return new Trial(outcome, Optional.of(message.get().id()));
  }

  private static Trial nothing(String why) {
    return new Trial(new Refused(why), Optional.empty());
  }

  private Outcome send(Message message, Recipient who, Instant now) {
    Channel channel = channels.get(message.medium());
    if (channel == null) return new Refused(message.medium() + " is not set up");
    if (!(finding.find(message, now) instanceof Found.Worth worth)) {
      return new Refused("There is nothing to say");
    }
    Map<Medium, URI> rooms = message.overheard() ? who.company().rooms() : who.settings().rooms();
    String address =
        Optional.ofNullable(rooms.get(message.medium()))
            .filter(room -> message.medium().room())
            .map(URI::toString)
            .orElse(message.address());
    return channel.send(new Envelope(message.id(), address), words.compose(worth.matter()));
  }

  private static Message settled(Message message, Outcome outcome, Instant at) {
    String note =
        switch (outcome) {
          case Sent unused -> "";
          case Outcome.TryAgain again -> again.why();
          case Refused refused -> refused.why();
        };
    return message.settled(
        outcome instanceof Sent ? Message.State.SENT : Message.State.FAILED, note, at);
  }
}
