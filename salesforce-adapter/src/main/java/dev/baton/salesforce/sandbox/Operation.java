package dev.baton.salesforce.sandbox;

/** Answers one kind of SOAP call. */
@FunctionalInterface
interface Operation {
  /**
   * Does what was asked, and writes the results.
   *
   * @throws CallRefused where the call is refused as a whole
   */
  void answer(Question question, Markup results);
}
