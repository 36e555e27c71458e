package dev.baton.server.setup;

import dev.baton.company.CompanyId;
import dev.baton.company.FirstSteps;

/** Whether a new company still has to be set up. */
public record FirstStepsLeft(FirstSteps steps) {
  public boolean of(CompanyId company) {
    return steps.of(company).filter(come -> !come.ended()).isPresent();
  }
}
