package dev.baton.server.security;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.AuditLog;
import dev.baton.account.MailedLinks;
import dev.baton.company.TokenHash;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Links by which somebody sets his password: made, looked at, used up. */
public final class PasswordLinks {
  /** Where such a link leads, followed by its token. */
  public static final String ADDRESS = "/password/";

  private final MailedLinks links;
  private final Accounts accounts;
  private final AuditLog audit;
  private final Passwords passwords;
  private final URI publicUrl;
  private final InstantSource clock;

  public PasswordLinks(
      MailedLinks links,
      Accounts accounts,
      AuditLog audit,
      Passwords passwords,
      URI publicUrl,
      InstantSource clock) {
    this.links = links;
    this.accounts = accounts;
    this.audit = audit;
    this.passwords = passwords;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /** A new link for him; whoever has it can become him, so it is only ever sent to him. */
  public URI make(Account account, Duration goodFor) {
    String token = RandomTokens.next();
    links.keep(TokenHash.of(token), account.id(), clock.instant().plus(goodFor));
    return publicUrl.resolve(ADDRESS + token);
  }

  /** Whose link it is, while it is good. */
  public Optional<Account> look(String token) {
    return links.look(TokenHash.of(token), clock.instant());
  }

  /** Sets the password; empty where the link is not good any more. Every session of his ends. */
  public Optional<Account> set(String token, String password) {
    Instant now = clock.instant();
    Optional<Account> account = links.use(TokenHash.of(token), now);
    account.ifPresent(
        whose -> {
          accounts.setPassword(whose.id(), passwords.hash(password), now);
          audit.add(
              new AuditLog.Entry(
                  whose.company(), now, whose.name(), "password set", whose.name(), "by link"));
        });
    return account;
  }
}
