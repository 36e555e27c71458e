package dev.baton.server.notify;

import dev.baton.account.Account;
import dev.baton.message.Letter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A letter that says no more than that it arrived, for who sets a company up. */
public final class TrialLetter {
  private TrialLetter() {}

  /** In the language of who gets it. */
  public static Letter to(Account account) {
    Sayings sayings = Sayings.in(Locale.forLanguageTag(account.language()));
    String subject = sayings.say("trial.subject");
    var view =
        new LetterView(
            sayings.locale().getLanguage(),
            subject,
            subject,
            sayings.say("password.greeting", account.name()),
            sayings.say("trial.text"),
            List.of(),
            List.of(),
            "",
            Optional.empty(),
            sayings.say("password.footer"));
    return new Letter(subject, view.plain(), Letters.page(view), subject, Optional.empty());
  }
}
