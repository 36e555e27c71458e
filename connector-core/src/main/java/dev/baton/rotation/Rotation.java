package dev.baton.rotation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.Offer.State;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.rotation.RotationEvent.AnotherChanceAsked;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferDeclined;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.OfferWithdrawn;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationBegun;
import dev.baton.rotation.RotationEvent.RotationEnded;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a lead's rotation stands: the fold of its events.
 *
 * @param version how many events it is the fold of
 * @param chances agents waiting for another chance, first come first served
 * @param spentChances numbers of the expired offers another chance was asked for: once each
 * @param catchallUntil when the catchall's time ends; empty before they are told
 * @param owner the agent who owns the lead
 * @param crmOwner the owner somebody set in the CRM by hand, empty if nobody did
 */
public record Rotation(
    int version,
    List<TagMatch> tags,
    List<Offer> offers,
    Set<AgentId> declined,
    List<AgentId> chances,
    Set<Integer> spentChances,
    Optional<Instant> catchallUntil,
    boolean delinquent,
    Optional<AgentId> owner,
    String crmOwner,
    Optional<EndReason> ended) {

  public static final Rotation NEW =
      new Rotation(
          0,
          List.of(),
          List.of(),
          Set.of(),
          List.of(),
          Set.of(),
          Optional.empty(),
          false,
          Optional.empty(),
          "",
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
    if (held().isPresent()) return Stage.OFFERED;
    if (delinquent) return Stage.DELINQUENT;
    return catchallUntil.isPresent() ? Stage.CATCHALL : Stage.NEW;
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

  /**
   * When the next step is due: the holder's time is over, or the catchall's while nobody holds the
   * lead. Empty where no step is due by time.
   */
  public Optional<Instant> due() {
    if (owned() || ended.isPresent()) return Optional.empty();
    if (held().isPresent()) return held().map(Offer::expiresAt);
    return delinquent ? Optional.empty() : catchallUntil;
  }

  public List<TagName> tagNames() {
    return tags.stream().map(TagMatch::tag).toList();
  }

  /** Distinct agents who were asked in line, in order; another chance and catchall do not count. */
  public List<AgentId> asked() {
    return offers.stream().filter(o -> o.kind() == Kind.LINE).map(Offer::agent).distinct().toList();
  }

  /** The rotation after one more event. */
  public Rotation after(RotationEvent event) {
    Change to = new Change(this);
    switch (event) {
      case RotationBegun begun -> to.tags = begun.tags();
      case LeadOffered offered -> {
        to.add(offered.agent(), offered.kind(), offered.at(), offered.expiresAt());
        to.delinquent = false;
        if (offered.kind() == Kind.ANOTHER_CHANCE) to.dropChanceOf(offered.agent());
      }
      case OfferAccepted accepted -> {
        to.settle(accepted.offer(), State.ACCEPTED, accepted.at());
        to.own(accepted.agent());
      }
      case OfferDeclined declined -> {
        to.settle(declined.offer(), State.DECLINED, declined.at());
        to.decline(declined.agent());
      }
      case OfferTimedOut missed -> to.settle(missed.offer(), State.TIMED_OUT, missed.at());
      case OfferWithdrawn taken -> to.settle(taken.offer(), State.WITHDRAWN, taken.at());
      case AnotherChanceAsked asked -> to.queueChance(asked.offer(), asked.agent());
      case CatchallTold told -> {
        told.agents().forEach(a -> to.add(a, Kind.CATCHALL, told.at(), told.until()));
        to.catchallUntil = Optional.of(told.until());
      }
      case LeadBecameDelinquent unused -> to.delinquent = true;
      case LeadAssigned assigned -> to.own(assigned.agent());
      case OwnerChangedInCrm changed -> {
        to.owner = changed.agent();
        to.crmOwner = changed.crmOwner();
        to.delinquent = false;
      }
      case RotationEnded end -> to.ended = Optional.of(end.reason());
    }
    return to.done();
  }

  /** The next rotation while it is being put together. */
  private static final class Change {
    private final int version;
    private List<TagMatch> tags;
    private final List<Offer> offers;
    private final Set<AgentId> declined;
    private final List<AgentId> chances;
    private final Set<Integer> spentChances;
    private Optional<Instant> catchallUntil;
    private boolean delinquent;
    private Optional<AgentId> owner;
    private String crmOwner;
    private Optional<EndReason> ended;

    Change(Rotation from) {
      version = from.version + 1;
      tags = from.tags;
      offers = new ArrayList<>(from.offers);
      declined = new LinkedHashSet<>(from.declined);
      chances = new ArrayList<>(from.chances);
      spentChances = new LinkedHashSet<>(from.spentChances);
      catchallUntil = from.catchallUntil;
      delinquent = from.delinquent;
      owner = from.owner;
      crmOwner = from.crmOwner;
      ended = from.ended;
    }

    void add(AgentId agent, Kind kind, Instant at, Instant expiresAt) {
      int number = offers.size() + 1;
      offers.add(new Offer(number, agent, kind, at, expiresAt, State.OPEN, Optional.empty()));
    }

    void settle(int number, State outcome, Instant at) {
      offers.set(number - 1, offers.get(number - 1).settled(outcome, at));
    }

    void own(AgentId agent) {
      owner = Optional.of(agent);
      crmOwner = "";
      delinquent = false;
    }

    /** Who declines gives up every other chance of this lead, too. */
    void decline(AgentId agent) {
      declined.add(agent);
      chances.removeIf(agent::equals);
    }

    void queueChance(int offer, AgentId agent) {
      spentChances.add(offer);
      if (!chances.contains(agent)) chances.add(agent);
    }

    void dropChanceOf(AgentId agent) {
      chances.remove(agent);
    }

    Rotation done() {
      return new Rotation(
          version,
          tags,
          List.copyOf(offers),
          Set.copyOf(declined),
          List.copyOf(chances),
          Set.copyOf(spentChances),
          catchallUntil,
          delinquent,
          owner,
          crmOwner,
          ended);
    }
  }
}
