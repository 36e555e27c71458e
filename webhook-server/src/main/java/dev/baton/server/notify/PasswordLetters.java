package dev.baton.server.notify;

import dev.baton.account.Account;
import dev.baton.account.EmailAddress;
import dev.baton.account.MailedLinks;
import dev.baton.flow.Bell;
import dev.baton.message.Letter;
import dev.baton.message.Letter.Button;
import dev.baton.message.MessageId;
import dev.baton.message.Messages;
import dev.baton.server.security.AccountMail;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Mails somebody the link by which he sets his password, in his language. */
public final class PasswordLetters implements AccountMail {
  private final Messages messages;
  private final Bell bell;
  private final InstantSource clock;

  public PasswordLetters(Messages messages, Bell bell, InstantSource clock) {
    this.messages = messages;
    this.bell = bell;
    this.clock = clock;
  }

  @Override
  public boolean send(Account account, URI link, boolean invitation) {
    Optional<EmailAddress> address = account.email();
    if (address.isEmpty()) return false;
    Instant now = clock.instant();
    Duration good = invitation ? MailedLinks.INVITATION_GOOD_FOR : MailedLinks.GOOD_FOR;
    messages.post(
        account.company(),
        new MessageId(UUID.randomUUID()),
        address.get().value(),
        letter(account, link, invitation ? "invitation" : "password"),
        now,
        Optional.of(now.plus(good)));
    bell.ring();
    return true;
  }

  private static Letter letter(Account account, URI link, String kind) {
    Sayings sayings = Sayings.in(Locale.forLanguageTag(account.language()));
    String subject = sayings.say(kind + ".subject");
    var button = Optional.of(new Button(sayings.say(kind + ".button"), link.toString()));
    var view =
        new LetterView(
            sayings.locale().getLanguage(),
            subject,
            subject,
            sayings.say("password.greeting", account.name()),
            sayings.say(kind + ".opening"),
            List.of(),
            List.of(),
            sayings.say("password.closing"),
            button,
            sayings.say("password.footer"));
    return new Letter(subject, view.plain(), Letters.page(view), subject, button);
  }
}
