package dev.baton.message;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where tidings and messages wait. */
public interface MessageQueue {
  /** Tidings whose time has come, oldest first. Others may read the same. */
  List<Heard> heard(int atMost, Instant now);

  /**
   * Makes messages of tidings, once.
   *
   * @return whether it was done; not where somebody else has made messages of one of them already
   */
  boolean spread(Collection<Heard> tidings, List<Message> messages);

  /** Takes up due messages; nobody else gets them until the lease ends. */
  List<Message> claim(int atMost, Instant now, Duration lease);

  /** What a letter that was posted says; empty for every other message. */
  Optional<Letter> letter(MessageId message);

  /** Whether somebody was told of that offer. */
  boolean told(LeadId lead, int offer);

  void sent(MessageId message, Instant at);

  /** It failed; try again then. */
  void again(MessageId message, Instant notBefore, String why);

  /** It will not be sent; an escalation of the same offer to the same agent is due now. */
  void failed(MessageId message, String why, Instant at);

  /** Needless by now. */
  void superseded(MessageId message, String why, Instant at);

  /**
   * Writes down tidings of a week, once for each company and week.
   *
   * @param monday on which the week is told of
   * @return whether it was done; not where it was before
   */
  boolean openWeek(CompanyId company, LocalDate monday, List<Tidings> tidings);

  /** When the next tidings or message is due; empty where none waits. */
  Optional<Instant> nextDue();

  /** Forgets messages that had an outcome before then; answers how many. */
  int forget(Instant settledBefore);
}
