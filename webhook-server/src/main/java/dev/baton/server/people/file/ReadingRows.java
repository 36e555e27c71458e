package dev.baton.server.people.file;

import dev.baton.account.Account;
import dev.baton.account.AccountId;
import dev.baton.account.EmailAddress;
import dev.baton.account.Permission;
import dev.baton.account.Role;
import dev.baton.account.RoleRules;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Schedule;
import dev.baton.agent.ZipCentroids;
import dev.baton.message.ContactSettings;
import dev.baton.message.Medium;
import dev.baton.server.book.HeldTags;
import dev.baton.server.http.Visitor;
import dev.baton.server.people.ContactNumbers;
import dev.baton.server.people.file.UserSheet.Row;
import dev.baton.server.words.Words;
import dev.baton.tag.SpecialTag;
import dev.baton.tag.SpecialTag.Reading;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What somebody becomes by a row, as far as who sends the file may do that. */
final class ReadingRows {
  private final Visitor visitor;
  private final Set<TagName> tags;
  private final Predicate<EmailAddress> taken;
  private final ZipCentroids zips;
  private final Words words;

  /**
   * @param tags those of the draft
   * @param taken whether an address has an account that is none of the company's
   * @param words in which is said what is wrong
   */
  ReadingRows(
      Visitor visitor,
      Set<TagName> tags,
      Predicate<EmailAddress> taken,
      ZipCentroids zips,
      Words words) {
    this.visitor = visitor;
    this.tags = tags;
    this.taken = taken;
    this.zips = zips;
    this.words = words;
  }

  /** The user after the row, and all that is wrong with it; where something is, he stays. */
  record Read(Optional<User> user, List<String> errors) {
    Read {
      errors = List.copyOf(errors);
    }
  }

  /**
   * Reads a row.
   *
   * @param now who he is; empty for somebody new
   */
  Read read(Row row, Optional<User> now) {
    if (row.problem().isPresent()) return new Read(Optional.empty(), List.of(row.problem().get()));
    var reading = new OneRow(row.cells(), now);
    Optional<User> after = reading.user();
    return reading.errors.isEmpty()
        ? new Read(after, List.of())
        : new Read(Optional.empty(), reading.errors);
  }

  /** One row on its way to a user. */
  private final class OneRow {
    private final Map<Column, String> cells;
    private final Optional<User> now;
    private final List<String> errors = new ArrayList<>();

    OneRow(Map<Column, String> cells, Optional<User> now) {
      this.cells = cells;
      this.now = now;
    }

    private String cell(Column column) {
      return cells.getOrDefault(column, "");
    }

    /** What a cell means; where it is wrong that is noted, and what he has stays. */
    private <T> T meaning(Supplier<T> read, T otherwise) {
      try {
        return read.get();
      } catch (IllegalArgumentException wrong) {
        errors.add(sentence(String.valueOf(wrong.getMessage())));
        return otherwise;
      }
    }

    private static String sentence(String said) {
      return said.endsWith(".") ? said : said + ".";
    }

    private void wrong(String key, Object... values) {
      errors.add(words.say(key, values));
    }

    private boolean yes(Column column, boolean otherwise) {
      return meaning(() -> CellWords.yes(column, cell(column), otherwise, words), otherwise);
    }

    Optional<User> user() {
      Optional<EmailAddress> email = email();
      String name = name();
      boolean known = now.isPresent();
      boolean leads = yes(Column.LEADS, now.map(u -> u.agent().isPresent()).orElse(true));
      if (!leads && now.flatMap(User::agent).isPresent()) {
        wrong("file.row.goes-on");
      }
      if (name.isEmpty()) wrong("file.row.name.missing");
      if (!known && cell(Column.EMAIL).isEmpty()) wrong("file.row.email.missing");
      if (!errors.isEmpty()) return Optional.empty();
      User before =
          now.orElseGet(
              () -> new User(Optional.empty(), Optional.empty(), ContactSettings.DEFAULT, true));
      User after = leads ? answering(before, email, name) : before;
      after = comingIn(after, email, name, leads);
      return errors.isEmpty() ? Optional.of(after) : Optional.empty();
    }

    private Optional<EmailAddress> email() {
      String cell = cell(Column.EMAIL);
      if (cell.isEmpty()) return Optional.empty();
      return meaning(() -> Optional.of(new EmailAddress(cell)), Optional.empty());
    }

    private String name() {
      String cell = cell(Column.NAME);
      if (cell.length() > 200) wrong("file.row.name.long");
      return cell.isEmpty() ? now.map(User::name).orElse("") : cell;
    }

    private User answering(User before, Optional<EmailAddress> email, String name) {
      Optional<Agent> known = before.agent();
      String address =
          known
              .map(Agent::email)
              .filter(mail -> !mail.isBlank())
              .or(() -> email.map(EmailAddress::value))
              .orElse("");
      Optional<AgentId> id = id(known, address);
      if (id.isEmpty()) return before;
      Agent base =
          known.orElseGet(() -> new Agent(id.get(), name, "", Set.of(), true, false, Map.of()));
      boolean has = cells.containsKey(Column.LOCATIONS);
      var agent =
          new Agent(
              base.id(),
              name,
              address,
              cells.containsKey(Column.TAGS) ? tags(base) : base.tags(),
              yes(Column.ACTIVE, base.active()),
              yes(Column.CATCHALL, base.catchall()),
              base.crm(),
              cells.containsKey(Column.REGION)
                  ? new Schedule(
                      base.schedule().shift(),
                      Optional.of(cell(Column.REGION)).filter(r -> !r.isEmpty()))
                  : base.schedule(),
              has
                  ? meaning(
                      () -> CellWords.locations(cell(Column.LOCATIONS), zips, words),
                      base.locations())
                  : base.locations());
      return before
          .with(agent)
          .with(contact(before.contact()))
          .offered(yes(Column.AVAILABLE, before.available()));
    }

    private Optional<AgentId> id(Optional<Agent> known, String address) {
      String cell = cell(Column.ID);
      if (known.isPresent()) {
        if (!cell.isEmpty() && !cell.equals(known.get().id().value())) {
          wrong("file.row.id.other", known.get().id());
        }
        return Optional.of(known.get().id());
      }
      return meaning(
          () -> Optional.of(new AgentId(cell.isEmpty() ? address : cell)), Optional.empty());
    }

    private Set<String> tags(Agent base) {
      var held = new LinkedHashSet<String>();
      var names = new LinkedHashSet<TagName>();
      for (String each : cell(Column.TAGS).split("[,\\r\\n]+")) {
        String tag = each.strip();
        if (tag.isEmpty()) continue;
        check(tag, base);
        if (HeldTags.named(tag).filter(name -> !names.add(name)).isEmpty()) held.add(tag);
      }
      return held;
    }

    private void check(String tag, Agent base) {
      if (base.tags().contains(tag)) return;
      switch (SpecialTag.read(tag)) {
        case Reading.Wrong refused ->
            wrong("file.row.tag.wrong", tag, refused.why(), refused.example());
        case Reading.Special(SpecialTag.Points points) -> {
          if (points.onlyWith().filter(only -> !tags.contains(only)).isPresent()) {
            wrong("file.row.tag.with", tag);
          }
        }
        case Reading.Special unused -> {}
        case Reading.Ordinary unused -> {
          if (HeldTags.named(tag).filter(tags::contains).isEmpty()) {
            wrong("file.row.tag.unknown", tag);
          }
        }
      }
    }

    private ContactSettings contact(ContactSettings before) {
      ContactSettings after = before;
      if (cells.containsKey(Column.MOBILE)) {
        String mobile = ContactNumbers.read(cell(Column.MOBILE));
        after = meaning(() -> before.reachedAt(mobile), before);
      }
      if (!cell(Column.LANGUAGE).isEmpty()) {
        ContactSettings told = after;
        after = meaning(() -> told.in(cell(Column.LANGUAGE)), told);
      }
      boolean sms = yes(Column.SMS, after.media().contains(Medium.SMS));
      var media = EnumSet.noneOf(Medium.class);
      media.addAll(after.media());
      if (sms) media.add(Medium.SMS);
      else media.remove(Medium.SMS);
      return after.by(media);
    }

    /** His log-in: roles are given by who may give them, and by nobody to himself. */
    private User comingIn(User user, Optional<EmailAddress> email, String name, boolean leads) {
      Role role =
          cell(Column.ROLE).isEmpty()
              ? user.role()
              : meaning(() -> CellWords.role(cell(Column.ROLE), words), user.role());
      Optional<Account> known = user.account();
      if (known.isEmpty())
        return role == Role.AGENT && leads ? user : added(user, email, name, role);
      Account account = known.get();
      Account after = account.as(role);
      if (!leads) after = after.called(name, language(account.language()));
      else if (isNewAgent() && account.agent().isEmpty()) {
        after = after.of(user.agent().orElseThrow().id());
      }
      if (after.equals(account)) return user;
      Optional<String> refusal = RoleRules.refusal(visitor.account(), account, after);
      refusal.ifPresent(errors::add);
      return user.with(after);
    }

    private boolean isNewAgent() {
      return now.flatMap(User::agent).isEmpty();
    }

    private String language(String otherwise) {
      String tag = cell(Column.LANGUAGE);
      if (tag.isEmpty()) return otherwise;
      return meaning(
          () -> Words.in(ContactSettings.DEFAULT.in(tag).language()).language(), otherwise);
    }

    private User added(User user, Optional<EmailAddress> email, String name, Role role) {
      if (role == Role.AGENT) {
        wrong("file.row.no-leads");
      } else if (!visitor.may(Permission.MANAGE_ROLES)) {
        wrong("file.row.role.given", UserCells.role(role));
      } else if (email.isEmpty()) {
        wrong("file.row.role.no-address");
      } else if (taken.test(email.get())) {
        wrong("file.row.role.taken");
      }
      if (!errors.isEmpty()) return user;
      return user.with(
          new Account(
              new AccountId(UUID.randomUUID()),
              visitor.company(),
              email,
              name,
              role,
              user.agent().map(Agent::id),
              language(words.language()),
              true));
    }
  }
}
