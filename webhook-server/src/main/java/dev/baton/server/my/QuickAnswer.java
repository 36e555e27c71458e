package dev.baton.server.my;

import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.feedback.Progress;
import dev.baton.server.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The usual answers to "how is it going", each given by one tap. */
public enum QuickAnswer {
  ATTEMPTED(ContactStatus.ATTEMPTED, DealStatus.NONE),
  CONTACTED(ContactStatus.CONTACTED, DealStatus.NONE),
  IN_PROGRESS(ContactStatus.CONTACTED, DealStatus.IN_PROGRESS),
  WON(ContactStatus.CONTACTED, DealStatus.CLOSED_WON),
  LOST(ContactStatus.CONTACTED, DealStatus.CLOSED_LOST),
  /** Changes nothing, and is an answer all the same. */
  NOTHING_NEW(ContactStatus.NOT_CONTACTED, DealStatus.NONE);

  private final ContactStatus contact;
  private final DealStatus deal;

  QuickAnswer(ContactStatus contact, DealStatus deal) {
    this.contact = contact;
    this.deal = deal;
  }

  public String label(Words words) {
    return words.say("my.answer." + name());
  }

  /** What can be said next: nobody goes back from a talk to a try by one tap. */
  static List<QuickAnswer> after(Progress progress) {
    if (progress.deal() == DealStatus.IN_PROGRESS) return List.of(WON, LOST, NOTHING_NEW);
    if (progress.contact() == ContactStatus.CONTACTED) {
      return List.of(IN_PROGRESS, WON, LOST, NOTHING_NEW);
    }
    if (progress.contact() == ContactStatus.ATTEMPTED) {
      return List.of(CONTACTED, IN_PROGRESS, LOST, NOTHING_NEW);
    }
    return List.of(ATTEMPTED, CONTACTED, IN_PROGRESS, LOST, NOTHING_NEW);
  }

  static Optional<QuickAnswer> of(String name) {
    return Stream.of(values()).filter(each -> each.name().equals(name)).findFirst();
  }

  /** The feedback it stands for; value and reason stay as they were. */
  Feedback said(Feedback before) {
    return new Feedback(contact, deal, before.value(), before.reason());
  }
}
