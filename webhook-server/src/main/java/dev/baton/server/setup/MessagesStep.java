package dev.baton.server.setup;

import dev.baton.account.EmailAddress;
import dev.baton.message.Message;
import dev.baton.message.MessageId;
import dev.baton.server.http.Question;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Templates;
import dev.baton.server.setup.Steps.Telling;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** By what agents are told of their leads, with a letter to see whether mail arrives. */
final class MessagesStep implements WizardStep {
  private final Telling telling;

  MessagesStep(Telling telling) {
    this.telling = telling;
  }

  @Override
  public Step step() {
    return Step.MESSAGES;
  }

  @Override
  public String page(Question asked, Wizard.Frame frame, Form form) {
    Visitor visitor = asked.requiredVisitor();
    Optional<Message> trial = trial(visitor, asked.query().getOrDefault("trial", ""));
    return Templates.render(
        "setup/stepMessages.jte",
        Map.of(
            "frame",
            frame,
            "channels",
            telling.channels(),
            "mail",
            telling.channels().contains("E-mail"),
            "email",
            visitor.account().email().map(EmailAddress::value).orElse(""),
            "said",
            trial.map(MessagesStep::words).orElse(""),
            "bad",
            trial.filter(m -> m.state() == Message.State.FAILED).isPresent()));
  }

  private Optional<Message> trial(Visitor visitor, String id) {
    try {
      return id.isEmpty()
          ? Optional.empty()
          : telling.messages().find(visitor.company(), new MessageId(UUID.fromString(id)));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private static String words(Message trial) {
    return switch (trial.state()) {
      case SENT -> "The mail server has taken the letter. Look into your mail.";
      case FAILED -> "The letter was refused: " + trial.note();
      default ->
          "The letter is on its way." + (trial.note().isEmpty() ? "" : " So far: " + trial.note());
    };
  }

  @Override
  public Result act(Question asked, Form form) {
    if (!form.value("then").equals("try")) return new Result.Done();
    Visitor visitor = asked.requiredVisitor();
    return visitor
        .account()
        .email()
        .filter(unused -> telling.channels().contains("E-mail"))
        .map(
            address ->
                (Result) new Result.Stay("?trial=" + telling.trial().apply(visitor, address)))
        .orElseGet(Result.Done::new);
  }
}
