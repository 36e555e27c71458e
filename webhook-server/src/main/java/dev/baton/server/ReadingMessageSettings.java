package dev.baton.server;

import dev.baton.server.notify.MailChannel;
import dev.baton.server.notify.MailServer;
import dev.baton.server.notify.SmsGateway;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads by what people are told; a channel that is half set up is a mistake. */
final class ReadingMessageSettings {
  private final ConfigValues values;
  private final List<String> problems = new ArrayList<>();

  ReadingMessageSettings(ConfigValues values) {
    this.values = values;
  }

  /** Each names the setting, where it came from and what to do. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  MessageSettings read() {
    String rooms = values.text(Setting.ROOM_HOSTS);
    if (!rooms.equals("public") && !rooms.equals("any")) {
      wrong(Setting.ROOM_HOSTS, "is public or any");
    }
    return new MessageSettings(mail(), sms(), rooms.equals("any"));
  }

  private Optional<MailServer> mail() {
    if (values.optional(Setting.SMTP_URL).isEmpty()) return Optional.empty();
    Optional<URI> url =
        address(Setting.SMTP_URL, Set.of("smtp", "smtps"), "smtp://mail.example.com:587");
    String from = values.text(Setting.MAIL_FROM);
    try {
      MailChannel.sender(from);
    } catch (IllegalArgumentException notASender) {
      wrong(Setting.MAIL_FROM, "is a sender such as Baton <leads@example.com>");
      return Optional.empty();
    }
    return url.map(
        u ->
            new MailServer(
                u, values.text(Setting.SMTP_USER), values.text(Setting.SMTP_PASSWORD), from));
  }

  private Optional<SmsGateway> sms() {
    if (values.optional(Setting.SMS_ACCOUNT).isEmpty()) return Optional.empty();
    Optional<URI> url = address(Setting.SMS_URL, Set.of("http", "https"), "https://api.twilio.com");
    for (Setting needed : List.of(Setting.SMS_TOKEN, Setting.SMS_FROM)) {
      if (values.optional(needed).isEmpty()) wrong(needed, "is needed for short messages");
    }
    return url.map(
        u ->
            new SmsGateway(
                u,
                values.text(Setting.SMS_ACCOUNT),
                values.text(Setting.SMS_TOKEN),
                values.text(Setting.SMS_FROM)));
  }

  private Optional<URI> address(Setting setting, Set<String> schemes, String example) {
    try {
      URI url = URI.create(values.text(setting));
      if (schemes.contains(String.valueOf(url.getScheme()))
          && url.getHost() != null
          && url.getQuery() == null
          && url.getRawUserInfo() == null) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException notAnAddress) {
      // Said below.
    }
    wrong(setting, "is an address such as " + example);
    return Optional.empty();
  }

  private void wrong(Setting setting, String rule) {
    problems.add(setting.key() + " (from " + values.source(setting) + ") " + rule);
  }
}
