package dev.baton.review;

import dev.baton.agent.Agent;
import dev.baton.agent.Holiday;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.Team;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Calendar;
import dev.baton.routing.Intake;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.SpamList;
import dev.baton.tag.Tag;
import java.util.List;

/** All that a draft is made of, so that whatever differs is found, told and merged. */
final class Sections {
  private Sections() {}

  private static final Section<Tag> TAGS =
      new Section<>(
          Item.Kind.TAG,
          "tags",
          BookDraft::tags,
          BookDraft::with,
          tag -> tag.name().key(),
          tag -> tag.name().text(),
          TagFields.ALL,
          false);

  private static final Section<Agent> AGENTS =
      new Section<>(
          Item.Kind.AGENT,
          "agents",
          BookDraft::agents,
          BookDraft::staffed,
          agent -> agent.id().value(),
          Agent::name,
          AgentFields.ALL,
          false);

  private static final Section<Team> TEAMS =
      new Section<>(
          Item.Kind.TEAM,
          "teams",
          BookDraft::teams,
          (draft, teams) -> new BookDraft(draft.tags(), draft.agents(), teams, draft.settings()),
          team -> team.id().value(),
          Team::name,
          TeamFields.ALL,
          false);

  private static final Section<RoutingSettings> SETTINGS =
      new Section<>(
          Item.Kind.SETTING,
          "settings",
          draft -> List.of(draft.settings()),
          (draft, settings) -> set(draft, settings.getFirst()),
          settings -> "settings",
          settings -> "Settings",
          SettingFields.ALL,
          true);

  private static final Section<OperatingHours> HOURS =
      new Section<>(
          Item.Kind.HOURS,
          "operating hours",
          draft -> draft.settings().calendar().hours().stream().toList(),
          (draft, hours) -> {
            Calendar was = draft.settings().calendar();
            return set(draft, new Calendar(was.zone(), hours.stream().findFirst(), was.holidays()));
          },
          hours -> "operating hours",
          hours -> "Operating hours",
          HoursFields.ALL,
          true);

  private static final Section<Holiday> HOLIDAYS =
      new Section<>(
          Item.Kind.HOLIDAY,
          "holidays",
          draft -> draft.settings().calendar().holidays(),
          (draft, holidays) -> {
            Calendar was = draft.settings().calendar();
            return set(draft, new Calendar(was.zone(), was.hours(), holidays));
          },
          holiday -> holiday.region() + " " + holiday.date(),
          holiday -> holiday.region() + " " + holiday.date(),
          List.of(
              new Field.Value<>(
                  "name",
                  Holiday::name,
                  (holiday, name) -> new Holiday(holiday.region(), holiday.date(), name),
                  name -> name)),
          false);

  private static final Section<String> ALLOWED =
      new Section<>(
          Item.Kind.SPAM,
          "senders who are always allowed",
          draft -> spam(draft).allowed(),
          (draft, entries) -> set(draft, new SpamList(entries, spam(draft).blocked())),
          entry -> "allowed " + entry,
          entry -> entry + " is allowed",
          List.of(),
          false);

  private static final Section<String> BLOCKED =
      new Section<>(
          Item.Kind.SPAM,
          "entries that are blocked",
          draft -> spam(draft).blocked(),
          (draft, entries) -> set(draft, new SpamList(spam(draft).allowed(), entries)),
          entry -> "blocked " + entry,
          entry -> entry + " is blocked",
          List.of(),
          false);

  /** In the order in which changes are told. */
  static final List<Section<?>> ALL =
      List.of(TAGS, AGENTS, TEAMS, SETTINGS, HOURS, HOLIDAYS, ALLOWED, BLOCKED);

  private static SpamList spam(BookDraft draft) {
    return draft.settings().intake().spam();
  }

  private static BookDraft set(BookDraft draft, SpamList spam) {
    Intake was = draft.settings().intake();
    return set(
        draft,
        draft
            .settings()
            .with(new Intake(was.queuing(), was.manualIntercept(), was.coalesceWithin(), spam)));
  }

  private static BookDraft set(BookDraft draft, Calendar calendar) {
    return set(draft, draft.settings().with(calendar));
  }

  private static BookDraft set(BookDraft draft, RoutingSettings settings) {
    return new BookDraft(draft.tags(), draft.agents(), draft.teams(), settings);
  }
}
