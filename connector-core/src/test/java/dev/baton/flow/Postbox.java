package dev.baton.flow;

import dev.baton.message.Channel;
import dev.baton.message.Letter;
import dev.baton.message.Medium;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A channel that keeps what was sent by it, and answers as a test wants. */
final class Postbox implements Channel {
  private final Medium medium;
  private final List<Posted> posted = new ArrayList<>();
  private final Deque<Outcome> answers = new ArrayDeque<>();
  private boolean dying;

  Postbox(Medium medium) {
    this.medium = medium;
  }

  /** A letter that was taken. */
  record Posted(Envelope envelope, Letter letter) {}

  /** The process ends before it can note that the letter was taken. */
  static final class NodeDied extends Error {
    private static final long serialVersionUID = 1L;
  }

  void answersNext(Outcome... outcomes) {
    answers.addAll(List.of(outcomes));
  }

  void nodeDiesAfterTheNext() {
    dying = true;
  }

  List<Posted> posted() {
    return List.copyOf(posted);
  }

  /** Subjects of what was sent to an address. */
  List<String> to(String address) {
    return posted.stream()
        .filter(each -> each.envelope().address().equals(address))
        .map(each -> each.letter().subject())
        .toList();
  }

  @Override
  public Medium medium() {
    return medium;
  }

  @Override
  public Outcome send(Envelope envelope, Letter letter) {
    Outcome outcome = answers.isEmpty() ? new Outcome.Sent() : answers.pop();
    if (outcome instanceof Outcome.Sent) posted.add(new Posted(envelope, letter));
    if (dying) {
      dying = false;
      throw new NodeDied();
    }
    return outcome;
  }
}
