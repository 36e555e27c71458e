package dev.baton.server.setup;

import dev.baton.server.http.Question;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;

/** One page of setting up a company. */
interface WizardStep {
  Step step();

  /**
   * The page.
   *
   * @param form as it was filled in; {@link Form#EMPTY} for somebody who has just come
   */
  String page(Question asked, Wizard.Frame frame, Form form);

  /**
   * What follows when its button is pressed.
   *
   * @param words in which it is told what is wrong
   */
  Result act(Question asked, Form form, Words words);

  /** What came of pressing a button. */
  sealed interface Result {
    /** The step is done; on to the next. */
    record Done() implements Result {}

    /** Something is wrong with what was typed. */
    record Wrong(Form form) implements Result {}

    /** The same step, once more. */
    record Stay(String query) implements Result {}
  }
}
