package dev.baton.server.words;

import gg.jte.Content;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What pages say in one language; in English where Baton does not know another. The texts stand in
 * bundles, one for each part of the server: the key {@code offer.accept} is {@code accept} in the
 * bundle {@code offer}.
 */
public final class Words {
  public static final Words ENGLISH = new Words(Locale.ENGLISH);

  /** The languages people can choose, each as those call it who speak it. */
  public static final List<Words> ALL = List.of(ENGLISH, new Words(Locale.GERMAN));

  private static final String BUNDLES = "dev.baton.server.words.";

  private final Locale locale;

  private Words(Locale locale) {
    this.locale = locale;
  }

  /**
   * The words of a language tag, such as {@code de-AT}, whose dates are as they write them there.
   */
  public static Words in(String tag) {
    return known(Locale.forLanguageTag(tag)).orElse(ENGLISH);
  }

  /** The first that Baton knows of what a browser says its user reads. */
  public static Words accepted(Optional<String> header) {
    try {
      return header.stream()
          .flatMap(languages -> Locale.LanguageRange.parse(languages).stream())
          .map(range -> known(Locale.forLanguageTag(range.getRange())))
          .flatMap(Optional::stream)
          .findFirst()
          .orElse(ENGLISH);
    } catch (IllegalArgumentException notLanguages) {
      return ENGLISH;
    }
  }

  private static Optional<Words> known(Locale asked) {
    return ALL.stream()
        .filter(words -> words.locale.getLanguage().equals(asked.getLanguage()))
        .findFirst()
        .map(words -> new Words(asked));
  }

  public Locale locale() {
    return locale;
  }

  /** The tag of the language alone, such as {@code de}. */
  public String language() {
    return locale.getLanguage();
  }

  /** What a language is called by those who speak it. */
  public String ownName() {
    String name = locale.getDisplayLanguage(locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  /**
   * Says something.
   *
   * @param key of the text, after the name of its bundle and a dot
   * @param values what stands for {0} and so on; numbers are written as the language does
   */
  public String say(String key, Object... values) {
    int dot = key.indexOf('.');
    String text = bundle(key.substring(0, dot)).getString(key.substring(dot + 1));
    return new MessageFormat(text, locale).format(values);
  }

  /** Says something that has marks of HTML in it; what stands for {0} and so on has none. */
  public Content html(String key, Object... values) {
    String html = say(key, Arrays.stream(values).map(Words::escaped).toArray());
    return output -> output.writeContent(html);
  }

  private static Object escaped(Object value) {
    if (value instanceof Number) return value;
    var output = new StringOutput();
    Escape.htmlContent(value.toString(), output);
    return output.toString().replace("\"", "&quot;");
  }

  /** By the language alone: bundles are kept once found, and strangers can name any country. */
  private ResourceBundle bundle(String name) {
    return ResourceBundle.getBundle(
        BUNDLES + name,
        Locale.of(language()),
        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }
}
