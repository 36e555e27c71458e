package dev.baton.server.notify;

import dev.baton.message.Letter.Button;
import java.util.List;
import java.util.Optional;

/**
 * A letter on its way to a page.
 *
 * @param preview what a mail program shows beside the subject
 * @param own lets the reader in to all his leads; empty where he has none
 * @param quotes words of others, line breaks kept
 */
public record LetterView(
    String language,
    String subject,
    String preview,
    String greeting,
    String opening,
    List<Fact> facts,
    List<String> quotes,
    String closing,
    Optional<Button> button,
    Optional<Button> own,
    String footer) {
  public LetterView {
    facts = List.copyOf(facts);
    quotes = List.copyOf(quotes);
  }

  /** With nothing that lets its reader in. */
  public LetterView(
      String language,
      String subject,
      String preview,
      String greeting,
      String opening,
      List<Fact> facts,
      List<String> quotes,
      String closing,
      Optional<Button> button,
      String footer) {
    this(
        language,
        subject,
        preview,
        greeting,
        opening,
        facts,
        quotes,
        closing,
        button,
        Optional.empty(),
        footer);
  }

  /**
   * A line of a table.
   *
   * @param link where its value leads; empty for nowhere
   */
  public record Fact(String label, String value, String link) {
    public Fact(String label, String value) {
      this(label, value, "");
    }
  }

  /** The same without a page. */
  String plain() {
    var text = new StringBuilder();
    if (!greeting.isEmpty()) text.append(greeting).append("\n\n");
    text.append(opening).append("\n");
    if (!facts.isEmpty()) text.append("\n");
    for (Fact fact : facts) {
      text.append(fact.label()).append(": ").append(fact.value()).append("\n");
      if (!fact.link().isEmpty()) text.append("  ").append(fact.link()).append("\n");
    }
    for (String quote : quotes) text.append("\n").append(quote).append("\n");
    if (!closing.isEmpty()) text.append("\n").append(closing).append("\n");
    own.ifPresent(all -> text.append("\n").append(all.label()).append(": ").append(all.url()));
    return text.toString().strip();
  }
}
