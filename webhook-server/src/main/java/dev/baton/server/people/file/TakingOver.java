package dev.baton.server.people.file;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.AuditLog;
import dev.baton.agent.AgentId;
import dev.baton.flow.MindingAgents;
import dev.baton.message.ContactBook;
import dev.baton.message.ContactSettings;
import dev.baton.server.book.Editing;
import dev.baton.server.http.Visitor;
import dev.baton.server.people.file.ImportPlan.Kind;
import dev.baton.server.people.file.ImportPlan.RowPlan;
import dev.baton.server.words.Words;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does what a file says: agents go into the draft, all of them or none; log-ins, contact settings
 * and availability are no part of it, and hold at once.
 */
final class TakingOver {
  private final Editing editing;
  private final Accounts accounts;
  private final ContactBook contacts;
  private final MindingAgents minding;
  private final AuditLog audit;
  private final InstantSource clock;

  TakingOver(
      Editing editing,
      Accounts accounts,
      ContactBook contacts,
      MindingAgents minding,
      AuditLog audit,
      InstantSource clock) {
    this.editing = editing;
    this.accounts = accounts;
    this.contacts = contacts;
    this.minding = minding;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes the rows over that are right.
   *
   * @param words in which is said what kept some of it from being done
   * @return what kept some of it from being done; where the draft was refused, nothing was
   */
  List<String> takeOver(Visitor visitor, ImportPlan plan, Words words) {
    List<String> problems = editing.change(visitor, plan::onto);
    if (!problems.isEmpty()) return problems;
    var failed = new ArrayList<String>();
    Map<AgentId, ContactSettings> settings = new LinkedHashMap<>();
    for (RowPlan row : plan.acting()) {
      User after = row.after().orElseThrow();
      if (!account(visitor, row, after)) {
        failed.add(words.say("file.log-in-stayed", String.valueOf(row.line()), row.who()));
      }
      after
          .agent()
          .ifPresent(
              agent -> {
                if (!contactBefore(row).equals(after.contact())) {
                  settings.put(agent.id(), after.contact());
                }
                if (row.before().map(User::available).orElse(true) != after.available()) {
                  minding.switched(visitor.company(), agent.id(), after.available());
                }
              });
    }
    contacts.putAll(visitor.company(), settings, clock.instant());
    note(visitor, "users imported", "a file", told(plan));
    return failed;
  }

  private static ContactSettings contactBefore(RowPlan row) {
    return row.before().map(User::contact).orElse(ContactSettings.DEFAULT);
  }

  private static String told(ImportPlan plan) {
    return plan.of(Kind.NEW).size()
        + " new, "
        + plan.of(Kind.UPDATED).size()
        + " updated, "
        + plan.of(Kind.UNCHANGED).size()
        + " unchanged, "
        + plan.of(Kind.WRONG).size()
        + " left out";
  }

  /** False where it could not be: the last admin would go, or the address was taken meanwhile. */
  private boolean account(Visitor visitor, RowPlan row, User after) {
    Optional<Account> before = row.before().flatMap(User::account);
    if (after.account().equals(before) || after.account().isEmpty()) return true;
    Account account = after.account().get();
    boolean done =
        before.isEmpty()
            ? accounts.add(account, clock.instant())
            : accounts.change(account, clock.instant());
    if (!done) return false;
    String role = UserCells.role(account.role());
    if (before.isEmpty()) {
      note(visitor, "account added", account.name(), role);
    } else if (before.get().role() != account.role()) {
      note(visitor, "role changed", account.name(), role);
    } else {
      note(visitor, "account changed", account.name(), "");
    }
    return true;
  }

  private void note(Visitor visitor, String what, String about, String details) {
    audit.add(
        new AuditLog.Entry(
            visitor.company(), clock.instant(), visitor.named(), what, about, details));
  }
}
