package dev.baton.server.setup;

import dev.baton.account.EmailAddress;
import dev.baton.message.Message;
import dev.baton.message.MessageId;
import dev.baton.server.http.Question;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Templates;
import dev.baton.server.setup.Steps.Telling;
import dev.baton.server.words.Words;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** By what agents are told of their leads, with a letter to see whether mail arrives. */
final class MessagesStep implements WizardStep {
  private static final String MAIL = "E-mail";

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
            channels(frame.words()),
            "mail",
            telling.channels().contains(MAIL),
            "email",
            visitor.account().email().map(EmailAddress::value).orElse(""),
            "said",
            trial.map(message -> told(message, frame.words())).orElse(""),
            "bad",
            trial.filter(m -> m.state() == Message.State.FAILED).isPresent()));
  }

  /** All but mail are names. */
  private String channels(Words words) {
    return telling.channels().stream()
        .map(channel -> channel.equals(MAIL) ? words.say("setup.messages.email") : channel)
        .collect(Collectors.joining(", "));
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

  private static String told(Message trial, Words words) {
    return switch (trial.state()) {
      case SENT -> words.say("setup.messages.sent");
      case FAILED -> words.say("setup.messages.failed", trial.note());
      default ->
          trial.note().isEmpty()
              ? words.say("setup.messages.on-its-way")
              : words.say("setup.messages.so-far", trial.note());
    };
  }

  @Override
  public Result act(Question asked, Form form, Words words) {
    if (!form.value("then").equals("try")) return new Result.Done();
    Visitor visitor = asked.requiredVisitor();
    return visitor
        .account()
        .email()
        .filter(unused -> telling.channels().contains(MAIL))
        .map(
            address ->
                (Result) new Result.Stay("?trial=" + telling.trial().apply(visitor, address)))
        .orElseGet(Result.Done::new);
  }
}
