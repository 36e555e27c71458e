package dev.baton.server.notify;

import dev.baton.message.Tidings.Kind;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What Baton says in one language; English where it does not know the other. */
final class Sayings {
  private static final String BUNDLE = "dev.baton.server.notify.messages";

  private final ResourceBundle bundle;
  private final Locale locale;

  private Sayings(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  static Sayings in(Locale asked) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE, asked, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    boolean known = bundle.getLocale().getLanguage().equals(asked.getLanguage());
    return new Sayings(bundle, known ? asked : Locale.ENGLISH);
  }

  Locale locale() {
    return locale;
  }

  String say(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  String say(Kind kind, String what, Object... values) {
    return say(kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + what, values);
  }

  /** The time of day, with the day where that is not today. */
  String time(Instant at, Instant now, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    String pattern = day.equals(now.atZone(zone).toLocalDate()) ? "HH:mm" : "EEE d MMM, HH:mm";
    return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(at);
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }
}
