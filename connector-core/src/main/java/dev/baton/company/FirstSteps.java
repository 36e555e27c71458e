package dev.baton.company;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How far a new company has come in being set up, so that its admin can go on where he was. */
public interface FirstSteps {
  /** The company is new: its admins are led to the first step. */
  void begin(CompanyId company);

  /** Empty for a company that was never led through it, such as one from a company file. */
  Optional<Progress> of(CompanyId company);

  /** A step is done, or was left out on purpose. */
  void settle(CompanyId company, String step);

  /** Nobody is led to it any more: all is done, or somebody said so. */
  void end(CompanyId company, Instant at);

  /**
   * How far it has come.
   *
   * @param settled names of the steps that are done or were left out
   */
  record Progress(Set<String> settled, boolean ended) {
    public static final Progress NONE = new Progress(Set.of(), false);

    public Progress {
      settled = Set.copyOf(settled);
    }
  }
}
