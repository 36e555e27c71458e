package dev.baton.server.security;

import dev.baton.account.AccessLinks;
import dev.baton.account.Account;
import dev.baton.account.AccountId;
import dev.baton.account.Accounts;
import dev.baton.account.AuditLog;
import dev.baton.account.EmailAddress;
import dev.baton.account.LoginTries;
import dev.baton.account.Role;
import dev.baton.account.Sessions;
import dev.baton.account.Sessions.Kind;
import dev.baton.account.Sessions.Visit;
import dev.baton.company.TokenHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Somebody comes in: by password, by password and code, or by an agent's link. Whoever does not
 * learns nothing from the answer, nor from how long it takes.
 */
public final class ComingIn {
  private final Accounts accounts;
  private final Sessions sessions;
  private final LoginTries tries;
  private final AuditLog audit;
  private final Passwords passwords;
  private final OneTimeCodes codes = new OneTimeCodes();
  private final InstantSource clock;

  public ComingIn(
      Accounts accounts,
      Sessions sessions,
      LoginTries tries,
      AuditLog audit,
      Passwords passwords,
      InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.tries = tries;
    this.audit = audit;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** What became of it. */
  public sealed interface Outcome {
    /** He is in, as far as {@code kind} says. */
    record In(String token, Kind kind, Account account) implements Outcome {}

    record Wrong() implements Outcome {}

    /** Too often in vain: wait. */
    record Throttled() implements Outcome {}
  }

  /** By address and password. */
  public Outcome byPassword(String email, String password) {
    Instant now = clock.instant();
    String typed = email.strip().toLowerCase(java.util.Locale.ROOT);
    if (!tries.mayTry("password " + typed, now)) return new Outcome.Throttled();
    Optional<Account> account = account(typed).filter(Account::active);
    Optional<String> hash = account.flatMap(a -> accounts.passwordHash(a.id()));
    if (account.isEmpty() || hash.isEmpty()) {
      passwords.pretend(password);
      return new Outcome.Wrong();
    }
    if (!passwords.matches(password, hash.get())) {
      audit(account.get(), "log-in failed", now);
      return new Outcome.Wrong();
    }
    tries.succeeded("password " + typed);
    boolean code = accounts.secondFactor(account.get().id()).isPresent();
    if (!code) audit(account.get(), "logged in", now);
    return begin(account.get(), code ? Kind.CODE_WANTED : Kind.COMPLETE, now);
  }

  private Optional<Account> account(String typed) {
    try {
      return accounts.byEmail(new EmailAddress(typed));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** By the code, after the password. */
  public Outcome byCode(String token, String code) {
    Instant now = clock.instant();
    Optional<Visit> visit =
        sessions.visit(TokenHash.of(token), now).filter(v -> v.kind() == Kind.CODE_WANTED);
    if (visit.isEmpty()) return new Outcome.Wrong();
    Account account = visit.get().account();
    if (!tries.mayTry("code " + account.id(), now)) return new Outcome.Throttled();
    OptionalLong step =
        accounts
            .secondFactor(account.id())
            .map(secret -> codes.step(secret, code, now))
            .orElse(OptionalLong.empty());
    if (step.isEmpty() || !accounts.useStep(account.id(), step.getAsLong())) {
      audit(account, "wrong code", now);
      return new Outcome.Wrong();
    }
    tries.succeeded("code " + account.id());
    // A new token: whoever knew the one from before the code has nothing of it.
    sessions.end(TokenHash.of(token));
    audit(account, "logged in", now);
    return begin(account, Kind.COMPLETE, now);
  }

  /**
   * By his link alone: his own leads. Who comes for the first time gets an account without an
   * address, so that his sessions end as everybody's do.
   *
   * @param name what the agent is called
   */
  public Outcome byLink(AccessLinks.Holder holder, String name) {
    Instant now = clock.instant();
    if (!tries.mayTry("own link " + holder.company() + " " + holder.agent(), now)) {
      return new Outcome.Throttled();
    }
    Account account =
        accounts
            .ofAgent(holder.company(), holder.agent())
            .orElseGet(() -> added(holder, name, now));
    if (!account.active()) return new Outcome.Wrong();
    audit(account, "came by link", now);
    return begin(account, Kind.LINK, now);
  }

  private Account added(AccessLinks.Holder holder, String name, Instant now) {
    var account =
        new Account(
            new AccountId(UUID.randomUUID()),
            holder.company(),
            Optional.empty(),
            name,
            Role.AGENT,
            Optional.of(holder.agent()),
            Account.ENGLISH,
            true);
    if (accounts.add(account, now)) return account;
    // He pressed on two devices at once.
    return accounts.ofAgent(holder.company(), holder.agent()).orElseThrow();
  }

  /** Straight after a password was set by a mailed link, which proved who he is. */
  public Outcome afterSettingPassword(Account account) {
    Instant now = clock.instant();
    boolean code = accounts.secondFactor(account.id()).isPresent();
    return begin(account, code ? Kind.CODE_WANTED : Kind.COMPLETE, now);
  }

  private Outcome begin(Account account, Kind kind, Instant now) {
    String token = RandomTokens.next();
    sessions.begin(TokenHash.of(token), account.id(), kind, now);
    return new Outcome.In(token, kind, account);
  }

  public void goOut(String token) {
    sessions.end(TokenHash.of(token));
  }

  private void audit(Account account, String what, Instant now) {
    audit.add(
        new AuditLog.Entry(
            account.company(),
            now,
            account.email().map(EmailAddress::value).orElse(account.name()),
            what,
            account.name(),
            ""));
  }
}
