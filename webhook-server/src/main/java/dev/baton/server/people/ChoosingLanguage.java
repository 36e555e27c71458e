package dev.baton.server.people;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.message.ContactBook;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody chooses the language of his pages and, if he is an agent, of his messages. */
public final class ChoosingLanguage {
  private final Accounts accounts;
  private final ContactBook contacts;
  private final InstantSource clock;

  public ChoosingLanguage(Accounts accounts, ContactBook contacts, InstantSource clock) {
    this.accounts = accounts;
    this.contacts = contacts;
    this.clock = clock;
  }

  /** What can be chosen: names by tags. */
  static Map<String, String> languages() {
    var names = new LinkedHashMap<String, String>();
    Words.ALL.forEach(words -> names.put(words.language(), words.ownName()));
    return names;
  }

  /**
   * Keeps a choice.
   *
   * @return false where that is no language of ours
   */
  boolean choose(Account account, String tag) {
    if (!languages().containsKey(tag)) return false;
    Instant now = clock.instant();
    account
        .agent()
        .ifPresent(
            agent ->
                contacts.put(
                    account.company(), agent, contacts.of(account.company(), agent).in(tag), now));
    accounts.change(account.called(account.name(), tag), now);
    return true;
  }
}
