package dev.baton.server.notify;

import dev.baton.account.Account;
import dev.baton.account.EmailAddress;
import dev.baton.account.MailedLinks;
import dev.baton.flow.PostingLetters;
import dev.baton.message.Letter;
import dev.baton.message.Letter.Button;
import dev.baton.server.security.AccountMail;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Mails somebody the link by which he sets his password, in his language. */
public final class PasswordLetters implements AccountMail {
  private final PostingLetters posting;
  private final InstantSource clock;

  public PasswordLetters(PostingLetters posting, InstantSource clock) {
    this.posting = posting;
    this.clock = clock;
  }

  @Override
  public boolean send(Account account, URI link, boolean invitation) {
    Optional<EmailAddress> address = account.email();
    if (address.isEmpty()) return false;
    Duration good = invitation ? MailedLinks.INVITATION_GOOD_FOR : MailedLinks.GOOD_FOR;
    posting.post(
        account.company(),
        address.get().value(),
        letter(account, link, invitation ? "invitation" : "password"),
        Optional.of(clock.instant().plus(good)));
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
