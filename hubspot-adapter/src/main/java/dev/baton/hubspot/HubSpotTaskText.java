package dev.baton.hubspot;

import dev.baton.crm.CrmWrite.AddComment;
import dev.baton.crm.CrmWrite.OfferTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a task. The offer's key is the last line of the body, because a HubSpot task has no
 * field for a foreign id (decision 0005). HubSpot keeps the body as HTML and may write it anew, so
 * it is read back as the text a person would see.
 */
final class HubSpotTaskText {
  private static final String KEY_LINE = "Baton offer ";
  private static final String COMMENT_LINE = "Baton comment ";
  private static final int LONGEST_SUBJECT = 200;

  /** HubSpot takes 65,536 characters; escaping makes up to six of one. */
  private static final int LONGEST_FACTS = 8_000;

  private static final Pattern KEY = Pattern.compile("Baton offer (\\S+)");
  private static final Pattern LINE_END =
      Pattern.compile("(?i)<(br|hr|/?(p|div|li|ul|ol|tr|table|h[1-6]|blockquote))\\b[^>]*>");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w+);");
  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private HubSpotTaskText() {}

  /** One line, of a length that HubSpot's task list shows. */
  static String subject(OfferTask task) {
    return cut(task.subject().replaceAll("\\s+", " ").strip(), LONGEST_SUBJECT);
  }

  static String body(OfferTask task) {
    String facts = String.join("<br>", linesOf(cut(task.facts(), LONGEST_FACTS)));
    String link = escaped(task.link());
    return "<p>%s</p><p><a href=\"%s\">%s</a></p><p>%s%s</p>"
        .formatted(facts, link, link, KEY_LINE, escaped(task.offerKey()));
  }

  /** The body of a note, with the key of its comment as the last line. */
  static String note(AddComment comment) {
    String text = String.join("<br>", linesOf(cut(comment.text(), LONGEST_FACTS)));
    return "<p>%s: %s</p><p>%s%s</p>"
        .formatted(escaped(comment.author()), text, COMMENT_LINE, escaped(comment.key()));
  }

  /** Whether the body of a note is that of the comment with this key. */
  static boolean isNote(String body, String key) {
    return lines(body).contains(COMMENT_LINE + key);
  }

  /** The body with one more line; the same body if that line is there already. */
  static String withOutcome(String body, String outcome) {
    String line = String.join(" ", linesOf(cut(outcome.strip(), LONGEST_SUBJECT)));
    return line.isEmpty() || lines(body).containsAll(lines(line))
        ? body
        : body + "<p>" + line + "</p>";
  }

  /** The offer a task stands for; empty for a task that is none of Baton's. */
  static Optional<String> offerKey(String body) {
    return lines(body).reversed().stream()
        .map(KEY::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1))
        .findFirst();
  }

  /** Escaped lines, none of which can be taken for the line with the key. */
  private static List<String> linesOf(String text) {
    return text.lines()
        .map(line -> isLikeKey(line.strip()) ? "– " + line.strip() : line)
        .map(HubSpotTaskText::escaped)
        .toList();
  }

  private static boolean isLikeKey(String line) {
    return line.startsWith(KEY_LINE.strip()) || line.startsWith(COMMENT_LINE.strip());
  }

  private static List<String> lines(String html) {
    String text = TAG.matcher(LINE_END.matcher(html).replaceAll("\n")).replaceAll("");
    String plain =
        ENTITY
            .matcher(text)
            .replaceAll(entity -> Matcher.quoteReplacement(unescaped(entity.group(1))));
    return plain.lines().map(line -> line.replaceAll("[\\s\\u00A0]+", " ").strip()).toList();
  }

  private static String unescaped(String entity) {
    if (!entity.startsWith("#")) return ENTITIES.getOrDefault(entity, "&" + entity + ";");
    boolean hex = entity.charAt(1) == 'x' || entity.charAt(1) == 'X';
    int code =
        hex ? Integer.parseInt(entity.substring(2), 16) : Integer.parseInt(entity.substring(1));
    return Character.isValidCodePoint(code) ? Character.toString(code) : "";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String cut(String text, int longest) {
    if (text.codePointCount(0, text.length()) <= longest) return text;
    return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
