package dev.baton.account;

import dev.baton.company.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What somebody did that others may have to account for. Only ever added to. */
public interface AuditLog {
  void add(Entry entry);

  /**
   * The latest, newest first.
   *
   * @param before the id of the oldest that was seen; empty to begin with the newest
   */
  List<Kept> latest(CompanyId company, Optional<Long> before, int limit);

  /**
   * Something that was done.
   *
   * @param by who did it: a name and address, or what kind of program
   * @param what one word and an object, such as {@code "role changed"}
   * @param about whom or what it was done to
   * @param details what is worth knowing beside; never a secret, never a lead's person
   */
  record Entry(
      CompanyId company, Instant at, String by, String what, String about, String details) {}

  /** An entry as it was kept. */
  record Kept(long id, Entry entry) {}
}
