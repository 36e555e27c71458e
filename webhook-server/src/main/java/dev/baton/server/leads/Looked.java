package dev.baton.server.leads;

import dev.baton.agent.AgentId;
import dev.baton.agent.TeamId;
import dev.baton.company.ConnectionId;
import dev.baton.lead.LeadId;
import dev.baton.lead.SearchWords;
import dev.baton.ledger.LeadSearch;
import dev.baton.ledger.LeadSearch.Place;
import dev.baton.ledger.LeadStatus;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import dev.baton.tag.TagName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What somebody looks for, as it stands in the address of the list of leads.
 *
 * @param form as it was filled in, with what is wrong
 * @param search what is meant by it, as far as it is right
 */
record Looked(Form form, LeadSearch search) {
  private static final List<String> FIELDS =
      List.of("q", "status", "tag", "team", "agent", "connection", "from", "to");

  /**
   * Reads an address.
   *
   * @param zone whose days {@code from} and {@code to} are; both belong to it
   * @param words in which is told what is wrong
   */
  static Looked read(Map<String, String> query, ZoneId zone, Words words) {
    var reading = new Reading(query, words);
    Optional<LocalDate> from = reading.one("from", Looked::day);
    Optional<LocalDate> to = reading.one("to", Looked::day);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      reading.form = reading.form.wrong("from", words.say("lead.wrong.days"));
    }
    var search =
        new LeadSearch(
            SearchWords.typed(query.getOrDefault("q", "")),
            reading.one("status", text -> LeadStatus.valueOf(text.toUpperCase(Locale.ROOT))),
            reading.one("tag", TagName::of),
            reading.one("team", TeamId::new),
            reading.one("agent", AgentId::new),
            reading.one("connection", ConnectionId::new),
            from.map(day -> day.atStartOfDay(zone).toInstant()),
            to.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
            reading.one("after", Looked::place));
    return new Looked(reading.form, search);
  }

  private static final class Reading {
    private final Map<String, String> query;
    private final Words words;
    private Form form;

    Reading(Map<String, String> query, Words words) {
      this.query = query;
      this.words = words;
      this.form = Form.of(query);
    }

    <T> Optional<T> one(String field, Function<String, T> of) {
      String text = query.getOrDefault(field, "").strip();
      if (text.isEmpty()) return Optional.empty();
      try {
        return Optional.of(of.apply(text));
      } catch (IllegalArgumentException | DateTimeException wrong) {
        form = form.wrong(field, words.say(complaint(field)));
        return Optional.empty();
      }
    }
  }

  /** The key of what is told where a field cannot be read. */
  private static String complaint(String field) {
    return switch (field) {
      case "from", "to" -> "lead.wrong.day";
      case "after" -> "lead.wrong.address";
      default -> "lead.wrong.no-such." + field;
    };
  }

  private static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    if (day.getYear() < 1970 || day.getYear() > 9999) throw new DateTimeException("Out of reach");
    return day;
  }

  private static Place place(String text) {
    int between = text.indexOf('_');
    if (between < 0) throw new IllegalArgumentException("No place in a list: " + text);
    return new Place(
        Instant.parse(text.substring(0, between)), LeadId.parse(text.substring(between + 1)));
  }

  /** Whether anything is left out. */
  boolean narrowed() {
    return FIELDS.stream().anyMatch(field -> !form.value(field).isEmpty());
  }

  /** Whether more is chosen than words. */
  boolean filtered() {
    return FIELDS.stream().skip(1).anyMatch(field -> !form.value(field).isEmpty());
  }

  /** The address of the first page of what is looked for. */
  String address() {
    return address(Map.of());
  }

  /** The address of the page that follows a lead. */
  String after(Place last) {
    return address(Map.of("after", last.receivedAt() + "_" + last.id()));
  }

  private String address(Map<String, String> more) {
    var all = new LinkedHashMap<String, String>();
    for (String field : FIELDS) {
      if (!form.value(field).isEmpty()) all.put(field, form.value(field));
    }
    all.putAll(more);
    if (all.isEmpty()) return LeadsPage.LEADS;
    return LeadsPage.LEADS
        + all.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", "?", ""));
  }
}
