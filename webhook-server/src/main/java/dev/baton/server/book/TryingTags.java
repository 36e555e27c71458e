package dev.baton.server.book;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Leads;
import dev.baton.ledger.Leads.Row;
import dev.baton.server.words.Words;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.SpecialTag.Most;
import dev.baton.tag.SpecialTag.Points;
import dev.baton.tag.SpecialTag.Reading.Special;
import dev.baton.tag.TagIndex;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks a tag up in the leads of the last week, by the index that looks it up in new ones. */
public final class TryingTags {
  private static final Duration LATELY = Duration.ofDays(7);
  private static final int MOST = 1_000;
  private static final int SHOWN = 20;

  private final Leads leads;
  private final InstantSource clock;

  public TryingTags(Leads leads, InstantSource clock) {
    this.leads = leads;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param sentence how many leads it would have been found in
   * @param found some of them, newest first
   * @param more how many further ones there are
   */
  public record Tried(String sentence, List<Found> found, int more) {
    /** Before there is a name to try. */
    public static final Tried NOTHING = new Tried("", List.of(), 0);

    public Tried {
      found = List.copyOf(found);
    }
  }

  /**
   * A lead it would have been found in.
   *
   * @param id how the CRM calls it
   * @param at when it came, on the company's clock
   * @param where in it, such as "in the subject"; none of its words
   */
  public record Found(String address, String id, String at, String where) {}

  /** Looks it up in at most a thousand leads. */
  public Tried in(CompanyId company, TagName name, ZoneId zone, Words words) {
    if (SpecialTag.read(name.text()) instanceof Special(SpecialTag special)
        && (special instanceof Points || special instanceof Most)) {
      return new Tried(words.say("book.trying.of-agent"), List.of(), 0);
    }
    Instant since = clock.instant().minus(LATELY);
    List<Row> rows =
        leads.latest(company, Optional.empty(), MOST).stream()
            .filter(row -> !row.receivedAt().isBefore(since))
            .toList();
    Map<LeadId, LeadContent> contents =
        leads.contents(company, rows.stream().map(Row::id).toList());
    var index = TagIndex.of(List.of(name));
    var found = new ArrayList<Found>();
    for (Row row : rows) {
      index.find(contents.getOrDefault(row.id(), LeadContent.NONE)).stream()
          .findFirst()
          .ifPresent(match -> found.add(found(row, match, zone, words)));
    }
    return new Tried(
        sentence(found.size(), rows.size(), words),
        found.stream().limit(SHOWN).toList(),
        Math.max(0, found.size() - SHOWN));
  }

  private static String sentence(int found, int looked, Words words) {
    if (looked == 0) return words.say("book.trying.no-lead");
    boolean latest = looked == MOST;
    if (found == 0) {
      return words.say(latest ? "book.trying.none.latest" : "book.trying.none", looked);
    }
    return words.say(latest ? "book.trying.some.latest" : "book.trying.some", found, looked);
  }

  private static Found found(Row row, TagMatch match, ZoneId zone, Words words) {
    return new Found(
        "/leads/" + row.id(),
        "#" + row.record().id(),
        DateTimeFormatter.ofPattern(words.say("common.time.day"), words.locale())
            .withZone(zone)
            .format(row.receivedAt()),
        switch (match.place()) {
          case TagMatch.SUBJECT -> words.say("book.trying.in.subject");
          case TagMatch.BODY -> words.say("book.trying.in.body");
          case TagMatch.GIVEN -> words.say("book.trying.in.given");
          default -> words.say("book.trying.in.field", match.place());
        });
  }
}
