package dev.baton.salesforce;

import dev.baton.crm.CrmWrite.AddComment;
import dev.baton.crm.CrmWrite.OfferTask;

/** The words of a task, in plain text, as Salesforce keeps them. */
final class SalesforceTaskText {
  private static final int LONGEST_SUBJECT = 255;

  /** Salesforce takes 32,000 characters, among them the link and the outcome. */
  private static final int LONGEST_TEXT = 30_000;

  private static final int LONGEST_OUTCOME = 255;

  private SalesforceTaskText() {}

  static String subject(OfferTask task) {
    return cut(task.subject().replaceAll("\\s+", " ").strip(), LONGEST_SUBJECT);
  }

  /** What the agent may know, and where to answer. */
  static String description(OfferTask task) {
    return cut(task.facts(), LONGEST_TEXT) + "\n\n" + task.link();
  }

  static String subject(AddComment comment) {
    return cut("Comment by " + comment.author().replaceAll("\\s+", " ").strip(), LONGEST_SUBJECT);
  }

  static String description(AddComment comment) {
    return cut(comment.text(), LONGEST_TEXT);
  }

  /** The description with one more line; the same if that line is there already. */
  static String withOutcome(String description, String outcome) {
    String line = cut(outcome.replaceAll("\\s+", " ").strip(), LONGEST_OUTCOME);
    boolean there = description.lines().map(String::strip).anyMatch(line::equals);
    return line.isEmpty() || there ? description : description + "\n\n" + line;
  }

  /** Salesforce counts as Java does; no character is cut in two. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) return text;
    int end = longest - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return text.substring(0, end) + "…";
  }
}
