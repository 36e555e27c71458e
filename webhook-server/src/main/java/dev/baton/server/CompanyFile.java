package dev.baton.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Block;
import dev.baton.agent.CrmIdentity;
import dev.baton.agent.GeoRule;
import dev.baton.agent.Holiday;
import dev.baton.agent.Location;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.Place;
import dev.baton.agent.Schedule;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Calendar;
import dev.baton.routing.Intake;
import dev.baton.routing.Matching;
import dev.baton.routing.OfferWindow;
import dev.baton.routing.Offering;
import dev.baton.routing.ReportRetention;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.SpamList;
import dev.baton.salesforce.SalesforceId;
import dev.baton.tag.Tag;
import dev.baton.tag.TagModifiers;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A company as an admin writes it into a JSON file: who it is, which CRM accounts it has connected,
 * its tags, agents and settings. What is left out has the default of {@code domain.md}.
 *
 * @param tokenVariables per connection the environment variable that holds its access token
 */
public record CompanyFile(
    Company company,
    List<CrmConnection> connections,
    Map<ConnectionId, String> tokenVariables,
    BookDraft book) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private record Written(
      String id,
      String name,
      @Nullable String zone,
      @Nullable List<WrittenConnection> connections,
      @Nullable List<WrittenTag> tags,
      @Nullable List<WrittenAgent> agents,
      @Nullable List<WrittenTeam> teams,
      @Nullable WrittenSettings settings) {}

  private record WrittenConnection(
      String id,
      String crm,
      String account,
      @Nullable Map<String, String> settings,
      @Nullable String tokenVariable) {}

  private record WrittenTag(
      String name,
      @Nullable TagRule rule,
      @Nullable Integer weight,
      @Nullable String collection,
      @Nullable WrittenPrice price) {}

  private record WrittenAgent(
      String id,
      String name,
      @Nullable String email,
      @Nullable Set<String> tags,
      @Nullable Boolean catchall,
      @Nullable Map<String, CrmIdentity> crm,
      @Nullable WrittenWeek shift,
      @Nullable String region,
      @Nullable List<WrittenLocation> locations) {}

  /** Where an agent works; without a radius, anywhere. */
  private record WrittenLocation(
      String name, double latitude, double longitude, @Nullable Double radiusKm) {}

  /** By how much a match counts for more or less. */
  private record WrittenModifiers(
      @Nullable BigDecimal subject,
      @Nullable BigDecimal exactCase,
      @Nullable BigDecimal threeCharactersOrFewer) {}

  /** The company's hours, with other blocks on single days and how far apart leads are released. */
  private record WrittenHours(
      Map<DayOfWeek, List<String>> week,
      @Nullable Map<String, List<String>> overrides,
      @Nullable Long releaseSeconds) {}

  private record WrittenHoliday(String region, String date, String name) {}

  private record WrittenSettings(
      @Nullable Long offerWindowSeconds,
      @Nullable Integer lineLimit,
      @Nullable Boolean everyAgentQualifiesForAll,
      @Nullable Boolean everyAgentQualifiesForUntagged,
      @Nullable Long sharkTankMinutes,
      @Nullable Long catchallHours,
      @Nullable Boolean disableQueuing,
      @Nullable Boolean manualIntercept,
      @Nullable Boolean agentNamesAsTags,
      @Nullable WrittenModifiers tagModifiers,
      @Nullable Integer geoWeight,
      @Nullable Long coalesceDays,
      @Nullable List<String> spamAllowed,
      @Nullable List<String> spamBlocked,
      @Nullable WrittenHours hours,
      @Nullable List<WrittenHoliday> holidays,
      @Nullable Integer reportRetentionDays,
      @Nullable Boolean agentsSwitchAvailability) {}

  /**
   * Reads the file.
   *
   * @throws Misconfigured saying where it is wrong and what to do
   */
  public static CompanyFile read(Path file) {
    try {
      return of(MAPPER.readValue(Files.readString(file), Written.class));
    } catch (JsonProcessingException wrong) {
      throw new Misconfigured(
          "The company file "
              + file
              + " is wrong at line "
              + wrong.getLocation().getLineNr()
              + ": "
              + wrong.getOriginalMessage());
    } catch (IOException unreadable) {
      throw new Misconfigured("The company file " + file + " cannot be read: " + unreadable);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new Misconfigured("The company file " + file + " is wrong: " + wrong.getMessage());
    }
  }

  private static CompanyFile of(Written written) {
    var id = new CompanyId(required(written.id, "id"));
    var company =
        new Company(id, required(written.name, "name"), ZoneId.of(or(written.zone, "UTC")));
    var variables = new HashMap<ConnectionId, String>();
    List<CrmConnection> connections =
        or(written.connections, List.<WrittenConnection>of()).stream()
            .map(
                c -> {
                  var connection = new ConnectionId(required(c.id, "connections.id"));
                  Optional.ofNullable(c.tokenVariable)
                      .ifPresent(variable -> variables.put(connection, variable));
                  return new CrmConnection(
                      connection,
                      id,
                      required(c.crm, "connections.crm"),
                      account(c.crm, required(c.account, "connections.account")),
                      or(c.settings, Map.of()));
                })
            .toList();
    var book =
        new BookDraft(
            or(written.tags, List.<WrittenTag>of()).stream().map(CompanyFile::tag).toList(),
            or(written.agents, List.<WrittenAgent>of()).stream()
                .map(agent -> agent(agent, company.zone()))
                .toList(),
            or(written.teams, List.<WrittenTeam>of()).stream()
                .map(team -> team.toTeam(company.zone()))
                .toList(),
            settings(written.settings, company.zone()));
    List<String> problems = book.problems();
    if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("\n  ", problems));
    return new CompanyFile(company, connections, variables, book);
  }

  /** Salesforce shows ids of 15 characters and sends ids of 18; both are the same org. */
  private static String account(String crm, String written) {
    return crm.equals(SalesforceCrm.NAME) ? SalesforceId.parse(written).toString() : written;
  }

  private static Tag tag(WrittenTag tag) {
    return new Tag(
        TagName.of(required(tag.name, "tags.name")),
        or(tag.rule, TagRule.PREFERENTIAL),
        or(tag.weight, Tag.DEFAULT_WEIGHT),
        or(tag.collection, ""),
        Optional.ofNullable(tag.price).map(WrittenPrice::toPrice));
  }

  private static Agent agent(WrittenAgent agent, ZoneId zone) {
    var crm = new LinkedHashMap<ConnectionId, CrmIdentity>();
    or(agent.crm, Map.<String, CrmIdentity>of())
        .forEach((connection, identity) -> crm.put(new ConnectionId(connection), identity));
    return new Agent(
        new AgentId(required(agent.id, "agents.id")),
        required(agent.name, "agents.name"),
        or(agent.email, ""),
        or(agent.tags, Set.of()),
        true,
        or(agent.catchall, false),
        crm,
        new Schedule(
            Optional.ofNullable(agent.shift).map(shift -> shift.hours(zone)),
            Optional.ofNullable(agent.region)),
        or(agent.locations, List.<WrittenLocation>of()).stream()
            .map(
                l ->
                    new Location(
                        required(l.name, "locations.name"),
                        new Place(l.latitude, l.longitude),
                        l.radiusKm == null
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(l.radiusKm)))
            .toList());
  }

  private static Calendar calendar(@Nullable WrittenSettings written, ZoneId zone) {
    if (written == null) return new Calendar(zone, Optional.empty(), List.of());
    Optional<OperatingHours> hours =
        Optional.ofNullable(written.hours)
            .map(
                h ->
                    new OperatingHours(
                        WrittenWeek.hours(h.week, zone),
                        overrides(or(h.overrides, Map.of())),
                        Optional.empty(),
                        Optional.ofNullable(h.releaseSeconds)
                            .map(Duration::ofSeconds)
                            .orElse(OperatingHours.SHORTEST_GAP)));
    List<Holiday> holidays =
        or(written.holidays, List.<WrittenHoliday>of()).stream()
            .map(
                h ->
                    new Holiday(
                        required(h.region, "holidays.region"),
                        LocalDate.parse(required(h.date, "holidays.date")),
                        required(h.name, "holidays.name")))
            .toList();
    return new Calendar(zone, hours, holidays);
  }

  private static Map<LocalDate, List<Block>> overrides(Map<String, List<String>> written) {
    var overrides = new LinkedHashMap<LocalDate, List<Block>>();
    written.forEach(
        (date, blocks) -> overrides.put(LocalDate.parse(date), WrittenWeek.blocks(blocks)));
    return overrides;
  }

  private static RoutingSettings settings(@Nullable WrittenSettings written, ZoneId zone) {
    var usual = RoutingSettings.DEFAULT.with(calendar(written, zone));
    if (written == null) return usual;
    var offering =
        new Offering(
            Optional.ofNullable(written.offerWindowSeconds)
                .map(seconds -> new OfferWindow(Duration.ofSeconds(seconds)))
                .orElse(usual.window()),
            or(written.lineLimit, usual.lineLimit()),
            Optional.ofNullable(written.sharkTankMinutes).map(CompanyFile::sharkTank),
            Optional.ofNullable(written.catchallHours)
                .map(Duration::ofHours)
                .orElse(usual.catchallWindow()));
    var matching =
        new Matching(
            or(written.everyAgentQualifiesForAll, usual.matching().everyAgentForAll()),
            or(written.everyAgentQualifiesForUntagged, usual.matching().everyAgentForUntagged()),
            or(written.agentNamesAsTags, false),
            modifiers(written.tagModifiers),
            written.geoWeight == null
                ? GeoRule.NONE
                : new GeoRule(OptionalInt.of(written.geoWeight)));
    var intake =
        new Intake(
            !or(written.disableQueuing, false),
            or(written.manualIntercept, false),
            Optional.ofNullable(written.coalesceDays)
                .map(Duration::ofDays)
                .orElse(usual.intake().coalesceWithin()),
            new SpamList(or(written.spamAllowed, List.of()), or(written.spamBlocked, List.of())));
    var retention =
        Optional.ofNullable(written.reportRetentionDays)
            .map(ReportRetention::of)
            .orElse(ReportRetention.UNLIMITED);
    return new RoutingSettings(
        offering,
        matching,
        intake,
        usual.calendar(),
        retention,
        or(written.agentsSwitchAvailability, false));
  }

  private static TagModifiers modifiers(@Nullable WrittenModifiers written) {
    if (written == null) return TagModifiers.NONE;
    return new TagModifiers(
        or(written.subject, BigDecimal.ONE),
        or(written.exactCase, BigDecimal.ONE),
        or(written.threeCharactersOrFewer, BigDecimal.ONE));
  }

  /** Those who have not answered are reminded halfway. */
  private static Offering.SharkTank sharkTank(long minutes) {
    var length = Duration.ofMinutes(minutes);
    return new Offering.SharkTank(length, length.dividedBy(2));
  }

  static <T> T or(@Nullable T value, T usual) {
    return value == null ? usual : value;
  }

  static <T> T required(@Nullable T value, String what) {
    if (value == null) throw new IllegalArgumentException(what + " is missing");
    return value;
  }
}
