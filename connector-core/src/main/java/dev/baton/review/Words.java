package dev.baton.review;

import dev.baton.agent.AdminOverride;
import dev.baton.agent.Block;
import dev.baton.agent.Cap;
import dev.baton.agent.Location;
import dev.baton.agent.Sla;
import dev.baton.agent.Sticky;
import dev.baton.agent.Stretch;
import dev.baton.agent.Team;
import dev.baton.agent.WeeklyHours;
import dev.baton.routing.OfferWindow;
import dev.baton.routing.Offering;
import dev.baton.tag.Discount;
import dev.baton.tag.Price;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as people read them, in plain English. */
public final class Words {
  private static final long DAY = Duration.ofDays(1).toSeconds();

  private Words() {}

  static String yesNo(boolean yes) {
    return yes ? "yes" : "no";
  }

  /** A constant such as {@code ROUND_ROBIN}: "round robin". */
  public static String low(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String number(BigDecimal number) {
    return number.toPlainString();
  }

  /** Up to a day in hours, minutes and seconds; whole days from two on. */
  public static String time(Duration time) {
    if (!time.truncatedTo(ChronoUnit.SECONDS).equals(time)) return time.toString();
    long seconds = time.toSeconds();
    if (seconds >= 2 * DAY && seconds % DAY == 0) return seconds / DAY + " days";
    var parts = new ArrayList<String>();
    if (time.toHours() > 0) parts.add(time.toHours() + " h");
    if (time.toMinutesPart() > 0) parts.add(time.toMinutesPart() + " min");
    if (time.toSecondsPart() > 0 || parts.isEmpty()) parts.add(time.toSecondsPart() + " s");
    return String.join(" ", parts);
  }

  static String window(OfferWindow window) {
    return time(window.length()) + (window.demonstration() ? " (demonstration)" : "");
  }

  static String tank(Offering.SharkTank tank) {
    return time(tank.length()) + ", reminder after " + time(tank.reminder());
  }

  static String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  static String shortDay(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  public static String blocks(List<Block> blocks) {
    return blocks.isEmpty()
        ? "closed"
        : blocks.stream().map(Block::toString).collect(Collectors.joining(", "));
  }

  /** {@code Mon–Fri 09:00–17:00; Sat 10:00–14:00 (Europe/Berlin)}. */
  public static String week(WeeklyHours hours) {
    var days = new ArrayList<String>();
    DayOfWeek[] all = DayOfWeek.values();
    for (int first = 0; first < all.length; ) {
      List<Block> blocks = hours.on(all[first]);
      int next = first + 1;
      while (next < all.length && hours.on(all[next]).equals(blocks)) next++;
      String last = next > first + 1 ? "–" + shortDay(all[next - 1]) : "";
      if (!blocks.isEmpty()) days.add(shortDay(all[first]) + last + " " + blocks(blocks));
      first = next;
    }
    return (days.isEmpty() ? "never" : String.join("; ", days)) + " (" + hours.zone() + ")";
  }

  static String override(AdminOverride word) {
    return (word.open() ? "open until " : "closed until ") + word.until();
  }

  static String price(Price price) {
    return number(price.amount())
        + " "
        + price.currency().getCurrencyCode()
        + price.discount().map(d -> ", " + discount(d)).orElse("");
  }

  private static String discount(Discount falling) {
    return "%d %% off every %d %s (%s), at least %s"
        .formatted(
            falling.percent(),
            falling.every(),
            low(falling.unit()),
            low(falling.kind()),
            number(falling.floor()));
  }

  static String location(Location location) {
    return "%s (%s, %s%s)"
        .formatted(
            location.name(),
            location.place().latitude(),
            location.place().longitude(),
            location.radiusKm().isPresent()
                ? ", " + location.radiusKm().getAsDouble() + " km"
                : ", any distance");
  }

  static String member(Team.Member member) {
    return member.agent()
        + (number(member.weight()).equals("1") ? "" : " (weight " + number(member.weight()) + ")");
  }

  public static String cap(Cap cap) {
    return cap.most() + " per " + low(cap.period()) + cap.tag().map(t -> " with " + t).orElse("");
  }

  public static String sla(Sla sla) {
    return "%s within %s, else %s%s"
        .formatted(
            sla.goal().words(),
            time(sla.after()),
            low(sla.consequence()),
            sla.switchOff() ? " and switched off" : "");
  }

  public static String sticky(Sticky sticky) {
    return "by " + sticky.field() + " for " + time(sticky.time());
  }

  /** {@code Sat 18:00–Mon 08:00}, as the clock shows it in that zone. */
  static String time(Stretch time, ZoneId zone) {
    ZonedDateTime from = time.from().atZone(zone);
    ZonedDateTime to = time.to().atZone(zone);
    if (!to.isBefore(from.plusDays(7))) return "All week";
    boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
    return moment(from)
        + "–"
        + (sameDay ? to.toLocalTime().truncatedTo(ChronoUnit.MINUTES) : moment(to));
  }

  private static String moment(ZonedDateTime at) {
    return shortDay(at.getDayOfWeek()) + " " + at.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
  }

  static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** The first of some names, and how many more there are. */
  static String some(List<String> names, int told) {
    String first = names.stream().limit(told).collect(Collectors.joining(", "));
    return names.size() > told ? first + " and " + (names.size() - told) + " more" : first;
  }
}
