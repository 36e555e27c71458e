package dev.baton.server.my;

import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.rotation.Offer;
import dev.baton.rotation.OfferId;
import dev.baton.server.my.MyView.Asked;
import dev.baton.server.page.OfferStates;
import dev.baton.server.page.OfferView.Deadline;
import dev.baton.server.page.OfferView.State;
import dev.baton.server.page.OfferViews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an agent is asked, and what he missed and can have another chance at. */
public final class MyOffers {
  /** What was missed longer ago than that is nobody's hope any more. */
  private static final Duration MISSED_SHOWN = Duration.ofDays(7);

  private static final int SHOWN = 8;

  private final Work work;

  public MyOffers(Work work) {
    this.work = work;
  }

  /** Those that can be answered first, then the missed ones; the latest first in both. */
  List<Asked> of(Me me) {
    Map<LeadId, OfferId> latest = new LinkedHashMap<>();
    for (OfferId offer : work.own().asked(me.at(), me.id(), me.now().minus(MISSED_SHOWN))) {
      latest.merge(
          offer.lead(), offer, (one, other) -> one.number() > other.number() ? one : other);
    }
    record Found(State state, Asked asked) {}
    var found = new ArrayList<Found>();
    for (OfferId offer : latest.values()) {
      Optional<LeadFile> file = work.leads().file(me.at(), offer.lead());
      if (file.isEmpty()) continue;
      State state = OfferStates.of(file.get(), me.at(), offer, me.id(), me.now());
      switch (state) {
        case OPEN, SHARK_TANK, CATCHALL, MISSED, WAITING ->
            found.add(new Found(state, asked(offer, state, file.get(), me)));
        case YOURS, DECLINED, GIVEN, SENT_ON, TAKEN, WITHDRAWN, GONE -> {}
      }
    }
    found.sort(
        Comparator.comparing(
            each -> each.state() == State.MISSED || each.state() == State.WAITING));
    return found.stream().map(Found::asked).limit(SHOWN).toList();
  }

  private Asked asked(OfferId id, State state, LeadFile file, Me me) {
    Offer offer = file.rotation().offer(id.number()).orElseThrow();
    boolean ends = state == State.OPEN || state == State.SHARK_TANK;
    Optional<Deadline> deadline =
        ends ? Optional.of(OfferViews.deadline(offer, me.time(), me.now())) : Optional.empty();
    return new Asked(
        state.headline(me.words()),
        "/o/" + work.tokens().token(id, me.id()),
        deadline,
        file.rotation().tagNames().stream().map(tag -> tag.text()).distinct().limit(6).toList(),
        OfferViews.inWords(file.content().source()),
        state == State.MISSED ? id.lead() + ":" + id.number() : "");
  }

  /** The offer a form names; empty where it is none of his. */
  Optional<OfferId> named(Me me, String key) {
    int colon = key.lastIndexOf(':');
    if (colon < 1) return Optional.empty();
    try {
      var offer =
          new OfferId(
              LeadId.parse(key.substring(0, colon)), Integer.parseInt(key.substring(colon + 1)));
      return work.leads()
          .file(me.at(), offer.lead())
          .flatMap(file -> file.rotation().offer(offer.number()))
          .filter(his -> his.agent().equals(me.id()))
          .map(his -> offer);
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }
}
