package dev.baton.message;

import dev.baton.message.Message.State;
import dev.baton.message.Tidings.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which messages tidings become: one for each channel the recipient has chosen and that is set up.
 * Offers are urgent and do not wait for the end of quiet hours; everything else does.
 */
public final class Spreading {
  private final Recipient who;
  private final Instant now;
  private final Supplier<MessageId> ids;

  private Spreading(Recipient who, Instant now, Supplier<MessageId> ids) {
    this.who = who;
    this.now = now;
    this.ids = ids;
  }

  public static List<Message> of(Heard heard, Recipient who, Instant now, Supplier<MessageId> ids) {
    var spreading = new Spreading(who, now, ids);
    return who.agent().isPresent() ? spreading.toAgent(heard) : spreading.toAdmins(heard);
  }

  /** One message on a channel, chosen or not. */
  public static Optional<Message> one(
      Heard heard, Medium medium, Recipient who, Instant now, Supplier<MessageId> ids) {
    var spreading = new Spreading(who, now, ids);
    return spreading.on(medium, heard, now, false);
  }

  private List<Message> toAgent(Heard heard) {
    var messages = new ArrayList<Message>();
    Kind kind = heard.tidings().kind();
    Optional<Instant> quietUntil =
        kind.urgent()
            ? Optional.empty()
            : who.settings().quiet().flatMap(q -> q.end(now, who.zone()));
    Instant due = quietUntil.orElse(now);
    for (Medium medium : Medium.values()) {
      if (!who.settings().media().contains(medium) || !suits(kind, medium)) continue;
      on(medium, heard, due, false).ifPresent(messages::add);
    }
    if (kind == Kind.OWNED && who.on().contains(Medium.EMAIL)) {
      for (String copy : new LinkedHashSet<>(who.settings().copies())) {
        messages.add(message(heard, Medium.EMAIL, copy, now, false));
      }
    }
    if (kind.urgent() && kind != Kind.REMINDER) {
      who.settings()
          .escalation()
          .flatMap(e -> on(e.medium(), heard, heard.tidings().due().plus(e.after()), true))
          .ifPresent(messages::add);
    }
    return messages;
  }

  private List<Message> toAdmins(Heard heard) {
    var messages = new ArrayList<Message>();
    for (Medium medium : who.company().rooms().keySet()) {
      if (who.on().contains(medium)) {
        messages.add(message(heard, medium, Message.COMPANY_ROOM, now, false));
      }
    }
    if (who.on().contains(Medium.EMAIL)) {
      for (String admin : new LinkedHashSet<>(who.company().admins())) {
        messages.add(message(heard, Medium.EMAIL, admin, now, false));
      }
    }
    return messages;
  }

  private static boolean suits(Kind kind, Medium medium) {
    return medium == Medium.EMAIL || !kind.leisurely();
  }

  private Optional<Message> on(Medium medium, Heard heard, Instant due, boolean escalates) {
    if (!who.on().contains(medium)) return Optional.empty();
    return address(medium).map(address -> message(heard, medium, address, due, escalates));
  }

  private Optional<String> address(Medium medium) {
    return switch (medium) {
      case EMAIL -> Optional.of(who.email()).filter(MailAddresses::good);
      case SMS -> Optional.of(who.settings().mobile()).filter(mobile -> !mobile.isEmpty());
      case SLACK, TEAMS -> {
        if (who.settings().rooms().containsKey(medium)) yield Optional.of(Message.OWN_ROOM);
        boolean shared = who.company().rooms().containsKey(medium);
        yield shared ? Optional.of(Message.COMPANY_ROOM) : Optional.empty();
      }
    };
  }

  private Message message(
      Heard heard, Medium medium, String address, Instant due, boolean escalates) {
    Tidings tidings = heard.tidings();
    boolean held = !escalates && due.isAfter(now);
    return new Message(
        ids.get(),
        heard.company(),
        tidings.to(),
        heard.lead(),
        tidings.offer(),
        tidings.kind(),
        medium,
        address,
        tidings.about(),
        escalates,
        tidings.until(),
        held ? State.HELD : State.PENDING,
        Optional.of(due),
        0,
        held ? "Waits until quiet hours are over" : "",
        now,
        Optional.empty());
  }
}
