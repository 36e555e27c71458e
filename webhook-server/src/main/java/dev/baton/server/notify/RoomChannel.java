package dev.baton.server.notify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.message.Channel;
import dev.baton.message.Letter;
import dev.baton.message.Medium;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.function.Function;

/** Chat rooms that take JSON by an incoming webhook. */
public final class RoomChannel implements Channel {
  private final Medium medium;
  private final Function<Letter, JsonNode> payload;
  private final PublicAddresses allowed;
  private final Posting posting = new Posting();

  private RoomChannel(Medium medium, Function<Letter, JsonNode> payload, PublicAddresses allowed) {
    this.medium = medium;
    this.payload = payload;
    this.allowed = allowed;
  }

  public static RoomChannel slack(PublicAddresses allowed) {
    return new RoomChannel(Medium.SLACK, RoomCards::slack, allowed);
  }

  public static RoomChannel teams(PublicAddresses allowed) {
    return new RoomChannel(Medium.TEAMS, RoomCards::teams, allowed);
  }

  @Override
  public Medium medium() {
    return medium;
  }

  @Override
  public Outcome send(Envelope envelope, Letter letter) {
    URI room = URI.create(envelope.address());
    Optional<String> objection = allowed.objection(room);
    if (objection.isPresent()) return new Outcome.Refused("The room's address " + objection.get());
    return posting.post(
        HttpRequest.newBuilder(room)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(payload.apply(letter).toString())));
  }
}
