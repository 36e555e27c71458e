package dev.baton.rotation;

import dev.baton.feedback.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How an owner looks after a lead.
 *
 * @param progress what was last said of it
 * @param told about what the present owner has said something
 * @param expected what he still has to do, and by when
 */
public record Care(Progress progress, Set<Topic> told, List<Expectation> expected) {
  public static final Care NONE = new Care(Progress.NONE, Set.of(), List.of());

  /** What feedback is about (domain §9: one point each). */
  public enum Topic {
    CONTACT,
    DEAL,
    VALUE,
    /** A comment or a reason. */
    WORDS;

    /** What is said otherwise than before. */
    public static Set<Topic> changed(Progress was, Progress is) {
      var topics = EnumSet.noneOf(Topic.class);
      if (is.contact() != was.contact()) topics.add(CONTACT);
      if (is.deal() != was.deal()) topics.add(DEAL);
      if (!is.value().equals(was.value())) topics.add(VALUE);
      if (is.reasoned() && !was.reasoned()) topics.add(WORDS);
      return topics;
    }
  }

  public Care {
    told = Set.copyOf(told);
    expected = List.copyOf(expected);
  }

  /** When the next of what is expected is due. */
  Optional<Instant> due() {
    return expected.stream().map(Expectation::due).min(Instant::compareTo);
  }

  /** Somebody has said how it stands. */
  Care after(Progress said, boolean byOwner) {
    return new Care(
        said,
        byOwner ? with(Topic.changed(progress, said)) : told,
        expected.stream().filter(e -> !e.metBy(said)).toList());
  }

  /** The owner has written a comment. */
  Care commented() {
    return new Care(progress, with(Set.of(Topic.WORDS)), expected);
  }

  /** Somebody else has it now. */
  Care handedOver() {
    return new Care(progress, Set.of(), List.of());
  }

  Care expecting(List<Expectation> what) {
    return new Care(progress, told, what);
  }

  Care without(Expectation missed) {
    var others = new ArrayList<>(expected);
    others.remove(missed);
    return new Care(progress, told, others);
  }

  private Set<Topic> with(Set<Topic> more) {
    var all = EnumSet.noneOf(Topic.class);
    all.addAll(told);
    all.addAll(more);
    return all;
  }
}
