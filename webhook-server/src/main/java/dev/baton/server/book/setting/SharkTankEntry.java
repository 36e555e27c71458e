package dev.baton.server.book.setting;

import dev.baton.routing.Offering;
import dev.baton.routing.Offering.SharkTank;
import dev.baton.server.book.form.Entry;
import dev.baton.server.book.form.Typed;
import dev.baton.server.book.form.Writing;
import dev.baton.server.book.form.WrittenTime;
import dev.baton.server.words.Words;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long a shark tank lasts, and when it reminds: halfway, where nothing is typed. */
final class SharkTankEntry implements Entry<Offering> {
  private static final String LENGTH = "sharkTank.length";
  private static final String REMINDER = "sharkTank.reminder";

  private final Writing<Optional<Duration>> time;

  /**
   * @param words in the language of who types it
   */
  SharkTankEntry(Words words) {
    this.time =
        new WrittenTime(
                words,
                Duration.ofSeconds(2),
                Duration.ofDays(14),
                words.say("setting.shark-tank.wrong"))
            .orNothing();
  }

  @Override
  public void write(Offering from, Map<String, String> into) {
    Entry.put(into, LENGTH, time.write(from.sharkTank().map(SharkTank::length)));
    Entry.put(into, REMINDER, time.write(from.sharkTank().map(SharkTank::reminder)));
  }

  @Override
  public Offering read(Offering before, Typed typed) {
    return new Offering(
        before.window(), before.lineLimit(), tank(before, typed), before.catchallWindow());
  }

  private Optional<SharkTank> tank(Offering before, Typed typed) {
    Optional<Duration> length =
        typed.value(LENGTH, before.sharkTank().map(SharkTank::length), time);
    Optional<Duration> reminder =
        typed.value(REMINDER, before.sharkTank().map(SharkTank::reminder), time);
    if (!typed.form().error(LENGTH).isEmpty() || !typed.form().error(REMINDER).isEmpty()) {
      return before.sharkTank();
    }
    if (length.isEmpty() && reminder.isPresent() && before.sharkTank().isEmpty()) {
      typed.wrong(LENGTH, typed.words().say("setting.shark-tank.how-long"));
    }
    try {
      return length.map(all -> new SharkTank(all, reminder.orElse(all.dividedBy(2))));
    } catch (IllegalArgumentException outside) {
      typed.wrong(REMINDER, outside.getMessage() + ".");
      return before.sharkTank();
    }
  }
}
