package dev.baton.server;

import dev.baton.server.notify.MailServer;
import dev.baton.server.notify.SmsGateway;
import java.util.Optional;

/**
 * By what this installation can tell people something.
 *
 * @param mail empty where no e-mail is sent
 * @param sms empty where no short messages are sent
 * @param roomsAnywhere whether chat rooms may be in this network, and without TLS
 */
public record MessageSettings(
    Optional<MailServer> mail, Optional<SmsGateway> sms, boolean roomsAnywhere) {
  /** Only chat rooms that agents or admins have named. */
  public static final MessageSettings NONE =
      new MessageSettings(Optional.empty(), Optional.empty(), false);
}
