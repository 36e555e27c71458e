package dev.baton.rotation;

import dev.baton.agent.AgentId;
import dev.baton.lead.LeadId;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.routing.Traits;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a lead's rotation stands: the fold of its events.
 *
 * @param version how many events it is the fold of
 * @param begunAt when the lead came in; empty before that
 * @param excluded who owned the lead before, the last {@value #REMEMBERED}: it starts again without
 *     them
 * @param chances agents waiting for another chance, first come first served
 * @param spentChances numbers of the expired offers another chance was asked for: once each
 * @param quarantine the entry of the spam list that keeps the lead apart
 * @param following the earlier lead of the same customer that this one waits for
 * @param owner the agent who owns the lead
 * @param crmOwner the owner somebody set in the CRM by hand, empty if nobody did
 * @param ownedAt since when somebody owns it
 * @param care how the owner looks after it
 * @param contest how often the owner was changed in the CRM of late
 */
public record Rotation(
    int version,
    Optional<Instant> begunAt,
    Traits traits,
    List<Offer> offers,
    Set<AgentId> declined,
    List<AgentId> excluded,
    List<AgentId> chances,
    Set<Integer> spentChances,
    Run run,
    Optional<String> quarantine,
    Optional<Hold> hold,
    Optional<LeadId> following,
    Optional<AgentId> owner,
    String crmOwner,
    Optional<Instant> ownedAt,
    Care care,
    Contest contest,
    Optional<EndReason> ended) {

  /** How many earlier owners are remembered (domain §8). */
  public static final int REMEMBERED = 50;

  public static final Rotation NEW =
      new Rotation(
          0,
          Optional.empty(),
          Traits.NONE,
          List.of(),
          Set.of(),
          List.of(),
          List.of(),
          Set.of(),
          Run.FIRST,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.empty(),
          Care.NONE,
          Contest.NONE,
          Optional.empty());

  /** The fold. */
  public static Rotation of(Iterable<? extends RotationEvent> events) {
    Rotation rotation = NEW;
    for (RotationEvent event : events) rotation = rotation.after(event);
    return rotation;
  }

  public Stage stage() {
    if (ended.isPresent()) return Stage.ENDED;
    if (owned()) return Stage.OWNED;
    if (quarantine.isPresent()) return Stage.QUARANTINED;
    if (following.isPresent()) return Stage.FOLLOWING;
    if (hold.isPresent()) return Stage.HELD;
    if (held().isPresent()) return Stage.OFFERED;
    if (run.swimming()) return Stage.SHARK_TANK;
    if (run.delinquent()) return Stage.DELINQUENT;
    return run.catchallUntil().isPresent() ? Stage.CATCHALL : Stage.NEW;
  }

  public boolean owned() {
    return owner.isPresent() || !crmOwner.isEmpty();
  }

  /** The offer that holds the lead for one agent alone. */
  public Optional<Offer> held() {
    return offers.stream().filter(Offer::holds).findFirst();
  }

  public List<Offer> open() {
    return offers.stream().filter(Offer::open).toList();
  }

  public Optional<Offer> offer(int number) {
    return number >= 1 && number <= offers.size()
        ? Optional.of(offers.get(number - 1))
        : Optional.empty();
  }

  public List<TagMatch> tags() {
    return traits.tags();
  }

  /** When the next step is due; empty where no step is due by time, but by somebody's doing. */
  public Optional<Instant> due() {
    return switch (stage()) {
      case OFFERED -> held().map(Offer::expiresAt);
      case SHARK_TANK -> run.sharkTank().map(Run.SharkTank::due);
      case CATCHALL -> run.catchallUntil();
      case HELD -> hold.flatMap(Hold::until);
      case OWNED -> care.due();
      case NEW, QUARANTINED, FOLLOWING, DELINQUENT, ENDED -> Optional.empty();
    };
  }

  public List<TagName> tagNames() {
    return traits.tagNames();
  }

  /** How many offers of the lead timed out so far, in all its runs. */
  public int timeouts() {
    return (int) offers.stream().filter(o -> o.state() == Offer.State.TIMED_OUT).count();
  }

  /** The offers of this run. */
  public List<Offer> offersOfRun() {
    return offers.subList(run.offersBefore(), offers.size());
  }

  /**
   * Distinct agents who were asked in line in this run, in order; another chance, shark tank and
   * catchall do not count.
   */
  public List<AgentId> asked() {
    return offersOfRun().stream()
        .filter(o -> o.kind() == Kind.LINE)
        .map(Offer::agent)
        .distinct()
        .toList();
  }

  /** Everybody the line is drawn without: who declined, and who owned the lead before. */
  public Set<AgentId> out() {
    if (excluded.isEmpty()) return declined;
    var out = new LinkedHashSet<>(declined);
    out.addAll(excluded);
    return out;
  }

  /** The rotation after one more event. */
  public Rotation after(RotationEvent event) {
    return new Folding(this).after(event);
  }
}
