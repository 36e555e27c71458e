package dev.baton.crm;

import java.time.Duration;
import java.util.Optional;

/** The CRM could not be asked: away, over its limit, or no longer letting us in. */
public final class CrmUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> notBefore;
  private final boolean needsPerson;

  public CrmUnavailable(String why, Optional<Duration> notBefore, boolean needsPerson) {
    super(why);
    this.notBefore = notBefore;
    this.needsPerson = needsPerson;
  }

  public CrmUnavailable(String why, Throwable cause) {
    super(why, cause);
    this.notBefore = Optional.empty();
    this.needsPerson = false;
  }

  /** How long the CRM asked to be left alone, where it said so. */
  public Optional<Duration> notBefore() {
    return notBefore;
  }

  /** Whether waiting cannot help, because the authorisation was withdrawn or lacks a right. */
  public boolean needsPerson() {
    return needsPerson;
  }
}
