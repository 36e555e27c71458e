package dev.baton.server.words;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds texts of its own in a template: words that stand there instead of in a bundle. */
final class TemplateTexts {
  /** Where people read an attribute. */
  private static final Pattern READ =
      Pattern.compile("\\b(aria-label|placeholder|title|alt)=\"([^\"]*)\"");

  /** What is handed to another template to be read; a call ends with its line. */
  private static final Pattern HANDED =
      Pattern.compile(
          "\\b(title|label|hint|caption|words|said) = (?:(?!\\)\n)[^@`])*?\"([^\"]*)\"");

  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern SENTENCE =
      Pattern.compile("^[A-Z][a-z].*|.*[a-z]{2,}[,.:]? [a-z]{2,}.*");
  private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[A-Za-z0-9_/-]*)+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

  private TemplateTexts() {}

  static List<String> of(String template) {
    String rest = template.replaceAll("(?m)^@(import|param) .*$", "").replaceAll("<%--.*?--%>", "");
    var expressions = new StringBuilder();
    var plain = new StringBuilder();
    split(rest, plain, expressions);
    String markup = plain.toString();
    return Stream.of(
            texts(READ.matcher(markup), 2),
            texts(HANDED.matcher(markup), 2).filter(text -> !KEY.matcher(text).matches()),
            texts(LITERAL.matcher(expressions), 1)
                .filter(text -> SENTENCE.matcher(text).matches() && !KEY.matcher(text).matches()),
            between(markup))
        .flatMap(found -> found)
        .filter(text -> WORD.matcher(text).find())
        .map(String::strip)
        .toList();
  }

  private static Stream<String> texts(Matcher found, int group) {
    return found.results().map(each -> each.group(group));
  }

  /** What is left where tags and directives are taken away. */
  private static Stream<String> between(String markup) {
    return markup
        .replaceAll("(?s)@template\\.[A-Za-z.]+\\(.*?(@`|\\)\\n|\\)$)", "\n")
        .replaceAll("@(if|elseif|for|else|endif|endfor)\\b", "\n")
        .replaceAll("(?s)<[^>]*>", "\n")
        .replaceAll("&[a-z]+;", " ")
        .replace("Baton", "")
        .lines()
        .filter(line -> WORD.matcher(line).find())
        .filter(line -> !line.strip().matches("[`, ]*[a-zA-Z]+ = @`"));
  }

  /** Takes expressions and conditions, whose brackets may nest, out of the markup. */
  private static void split(String text, StringBuilder plain, StringBuilder expressions) {
    int at = 0;
    while (at < text.length()) {
      boolean value = text.startsWith("${", at) || text.startsWith("!{", at);
      Matcher condition =
          Pattern.compile("@(if|elseif|for)\\(").matcher(text).region(at, text.length());
      if (value) {
        int end = end(text, at + 1, '{', '}');
        expressions.append(text, at + 2, end - 1).append('\n');
        at = end;
      } else if (condition.lookingAt()) {
        plain.append(condition.group(), 0, condition.group().length() - 1);
        at = end(text, condition.end() - 1, '(', ')');
      } else {
        plain.append(text.charAt(at++));
      }
    }
  }

  /** After the bracket that closes the one at a place. */
  private static int end(String text, int open, char opening, char closing) {
    int depth = 0;
    for (int at = open; at < text.length(); at++) {
      char each = text.charAt(at);
      if (each == '"') at = text.indexOf('"', at + 1);
      else if (each == opening) depth++;
      else if (each == closing && --depth == 0) return at + 1;
    }
    throw new IllegalArgumentException("Nothing closes " + text.substring(open));
  }
}
