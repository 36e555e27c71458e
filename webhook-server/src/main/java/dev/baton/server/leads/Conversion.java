package dev.baton.server.leads;

import dev.baton.agent.AgentId;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.ExpectedValue;
import dev.baton.feedback.Feedback;
import dev.baton.feedback.Progress;
import dev.baton.flow.RecordingFeedback;
import dev.baton.ledger.LeadFile;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.Refusal;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The form that says how far the owner of a lead has come (domain §6, conversion): what stands in
 * it, whether it is filled in well, and keeping it. Its template is {@code lead/conversion.jte}.
 */
public final class Conversion {
  private final RecordingFeedback feedback;

  public Conversion(RecordingFeedback feedback) {
    this.feedback = feedback;
  }

  /** What became of a form that was sent. */
  public sealed interface Outcome {
    /** It is kept, or was so already. */
    record Kept() implements Outcome {}

    /** Something is wrong with it, which stands in it. */
    record Wrong(Form form) implements Outcome {}

    /** Somebody else has the lead now, or nobody. */
    record No(Refusal refusal) implements Outcome {}
  }

  /** The form as it stands for a lead. */
  public Form of(LeadFile lead) {
    Feedback said = feedback.lastSaid(lead);
    var values = new HashMap<String, String>();
    values.put("contact", said.contact().name());
    values.put("deal", said.deal().name());
    said.value()
        .ifPresent(
            value -> {
              values.put("value", value.amount().toPlainString());
              values.put("currency", value.currency().getCurrencyCode());
            });
    values.put("reason", said.reason());
    values.put("seen", seen(lead));
    return Form.of(values);
  }

  /** Who has sent the form is shown what came in between, and does not undo it unseen. */
  private static String seen(LeadFile lead) {
    var progress = lead.rotation().care().progress();
    return progress.contact()
        + " "
        + progress.deal()
        + progress.value().map(v -> " " + v.amount() + " " + v.currency()).orElse("");
  }

  /**
   * Keeps what was sent.
   *
   * @param form the fields {@code contact}, {@code deal}, {@code value}, {@code currency}, {@code
   *     reason} and {@code seen}
   * @param agent the owner who says it; empty where somebody else does
   * @param author who says it, as people know him
   * @param words in which he is told what is wrong
   */
  public Outcome keep(
      LeadFile lead, Form form, Optional<AgentId> agent, String author, Words words) {
    Form checked = checked(form, words);
    if (!checked.good()) return new Outcome.Wrong(checked);
    Feedback said = said(checked);
    if (!form.value("seen").equals(seen(lead)) && !said.progress().equals(progress(lead))) {
      return new Outcome.Wrong(
          form.wrong("contact", words.say("conversion.changed", stands(lead, words)))
              .with("seen", seen(lead)));
    }
    Decision decision = feedback.give(lead.lead().company(), lead.lead().id(), said, agent, author);
    if (decision instanceof Refused refused
        && refused.refusal().why() != Refusal.Why.NOTHING_TO_DO) {
      return new Outcome.No(refused.refusal());
    }
    return new Outcome.Kept();
  }

  private static Progress progress(LeadFile lead) {
    return lead.rotation().care().progress();
  }

  /** How far he has come, in a sentence about it. */
  private static String stands(LeadFile lead, Words words) {
    Progress progress = progress(lead);
    return words.say(
            "conversion.stands." + progress.deal().name(), label(progress.contact(), words))
        + progress.value().map(value -> ", " + worth(value, words)).orElse("");
  }

  private static Form checked(Form form, Words words) {
    Form checked = form;
    if (!contacts(words).containsKey(form.value("contact"))) {
      checked = checked.wrong("contact", words.say("conversion.wrong.contact"));
    }
    if (!deals(words).containsKey(form.value("deal"))) {
      checked = checked.wrong("deal", words.say("conversion.wrong.deal"));
    }
    if (form.value("value").isEmpty()) return checked;
    try {
      var unused = ExpectedValue.of(form.value("value"), "EUR");
    } catch (IllegalArgumentException wrong) {
      checked =
          wrong.getCause() instanceof NumberFormatException
              ? checked.wrong("value", words.say("conversion.wrong.value", form.value("value")))
              : checked.wrong("value", wrong);
    }
    if (!isCurrency(currency(form))) {
      checked = checked.wrong("currency", words.say("conversion.wrong.currency"));
    }
    return checked;
  }

  private static String currency(Form form) {
    return form.value("currency").toUpperCase(Locale.ROOT);
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }

  private static Feedback said(Form form) {
    return new Feedback(
        ContactStatus.valueOf(form.value("contact")),
        DealStatus.valueOf(form.value("deal")),
        form.value("value").isEmpty()
            ? Optional.empty()
            : Optional.of(ExpectedValue.of(form.value("value"), currency(form))),
        form.value("reason"));
  }

  /** What can be chosen for {@code contact}, in order. */
  public static Map<String, String> contacts(Words words) {
    var choices = new LinkedHashMap<String, String>();
    Arrays.stream(ContactStatus.values())
        .forEach(each -> choices.put(each.name(), label(each, words)));
    return choices;
  }

  /** What can be chosen for {@code deal}, in order. */
  public static Map<String, String> deals(Words words) {
    var choices = new LinkedHashMap<String, String>();
    Arrays.stream(DealStatus.values())
        .forEach(each -> choices.put(each.name(), label(each, words)));
    return choices;
  }

  /** Whether the customer was reached, as people read it. */
  public static String label(ContactStatus contact, Words words) {
    return words.say("conversion.contact." + contact.name());
  }

  /** What has become of the business, as people read it. */
  public static String label(DealStatus deal, Words words) {
    return words.say("conversion.deal." + deal.name());
  }

  /** What is expected, as people read it, such as {@code 1200.50 EUR}. */
  public static String worth(ExpectedValue value, Words words) {
    return String.format(
        words.locale(), "%.2f %s", value.amount(), value.currency().getCurrencyCode());
  }
}
