package dev.baton.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Intake;
import dev.baton.routing.Matching;
import dev.baton.routing.OfferWindow;
import dev.baton.routing.Offering;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.SpamList;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import dev.baton.tag.TagRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      @Nullable WrittenSettings settings) {}

  private record WrittenConnection(
      String id,
      String crm,
      String account,
      @Nullable Map<String, String> settings,
      @Nullable String tokenVariable) {}

  private record WrittenTag(String name, @Nullable TagRule rule, @Nullable Integer weight) {}

  private record WrittenAgent(
      String id,
      String name,
      @Nullable String email,
      @Nullable Set<String> tags,
      @Nullable Boolean catchall,
      @Nullable Map<String, CrmIdentity> crm) {}

  private record WrittenSettings(
      @Nullable Long offerWindowSeconds,
      @Nullable Integer lineLimit,
      @Nullable Boolean everyAgentQualifiesForAll,
      @Nullable Boolean everyAgentQualifiesForUntagged,
      @Nullable Long sharkTankMinutes,
      @Nullable Long catchallHours,
      @Nullable Boolean disableQueuing,
      @Nullable Boolean manualIntercept,
      @Nullable Long coalesceDays,
      @Nullable List<String> spamAllowed,
      @Nullable List<String> spamBlocked) {}

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
                      required(c.account, "connections.account"),
                      or(c.settings, Map.of()));
                })
            .toList();
    var book =
        new BookDraft(
            or(written.tags, List.<WrittenTag>of()).stream().map(CompanyFile::tag).toList(),
            or(written.agents, List.<WrittenAgent>of()).stream().map(CompanyFile::agent).toList(),
            settings(written.settings));
    List<String> problems = book.problems();
    if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("\n  ", problems));
    return new CompanyFile(company, connections, variables, book);
  }

  private static Tag tag(WrittenTag tag) {
    return new Tag(
        TagName.of(required(tag.name, "tags.name")),
        or(tag.rule, TagRule.PREFERENTIAL),
        or(tag.weight, Tag.DEFAULT_WEIGHT));
  }

  private static Agent agent(WrittenAgent agent) {
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
        crm);
  }

  private static RoutingSettings settings(@Nullable WrittenSettings written) {
    var usual = RoutingSettings.DEFAULT;
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
            or(written.everyAgentQualifiesForUntagged, usual.matching().everyAgentForUntagged()));
    var intake =
        new Intake(
            !or(written.disableQueuing, false),
            or(written.manualIntercept, false),
            Optional.ofNullable(written.coalesceDays)
                .map(Duration::ofDays)
                .orElse(usual.intake().coalesceWithin()),
            new SpamList(or(written.spamAllowed, List.of()), or(written.spamBlocked, List.of())));
    return new RoutingSettings(offering, matching, intake);
  }

  /** Those who have not answered are reminded halfway. */
  private static Offering.SharkTank sharkTank(long minutes) {
    var length = Duration.ofMinutes(minutes);
    return new Offering.SharkTank(length, length.dividedBy(2));
  }

  private static <T> T or(@Nullable T value, T usual) {
    return value == null ? usual : value;
  }

  private static <T> T required(@Nullable T value, String what) {
    if (value == null) throw new IllegalArgumentException(what + " is missing");
    return value;
  }
}
