package dev.baton.server.book.hours;

import dev.baton.agent.WeeklyHours;
import dev.baton.server.book.form.Entry;
import dev.baton.server.book.form.Typed;
import dev.baton.server.book.form.Writings;
import dev.baton.server.words.Words;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Hours that somebody has or has not of his own, in a zone of their own where one is typed.
 *
 * @param words in the language of who types them
 * @param zone the company's
 */
public record OwnHours(Words words, ZoneId zone) implements Entry<Optional<WeeklyHours>> {
  private static final String OWN = "own";
  private static final String ZONE = "day.zone";

  @Override
  public void write(Optional<WeeklyHours> hours, Map<String, String> into) {
    if (hours.isEmpty()) return;
    into.put(OWN, "yes");
    into.put(ZONE, Writings.written(hours.get().zone()));
    Days.write(hours.get().week(), new WrittenBlocks(words), into);
  }

  @Override
  public Optional<WeeklyHours> read(Optional<WeeklyHours> before, Typed typed) {
    if (!typed.ticked(OWN)) {
      if (before.isEmpty() && Days.typed(typed)) {
        typed.wrong(OWN, words.say("hours.agent.own.untick"));
      }
      return Optional.empty();
    }
    WeeklyHours week = before.orElse(new WeeklyHours(zone, Map.of()));
    ZoneId own =
        typed.text(ZONE).isEmpty() ? zone : typed.value(ZONE, week.zone(), Writings.zone(words));
    WeeklyHours read = Days.read(new WeeklyHours(own, week.week()), typed);
    Days.place(read.problems(), typed).forEach(problem -> typed.wrong(OWN, problem));
    return Optional.of(read);
  }
}
