package dev.baton.server;

import dev.baton.account.Account;
import dev.baton.account.AccountId;
import dev.baton.account.EmailAddress;
import dev.baton.account.Permission;
import dev.baton.account.Role;
import dev.baton.agent.Presences;
import dev.baton.agent.ZipCentroids;
import dev.baton.company.Companies;
import dev.baton.company.CompanyId;
import dev.baton.feedback.Comments;
import dev.baton.flow.ErasingPersons;
import dev.baton.flow.KeepingHours;
import dev.baton.flow.MindingAgents;
import dev.baton.flow.MindingDeliveries;
import dev.baton.flow.RecordingFeedback;
import dev.baton.flow.RotatingLeads;
import dev.baton.flow.TryingDrafts;
import dev.baton.ledger.Leads;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.Config.SignUp;
import dev.baton.server.api.AccountsApi;
import dev.baton.server.api.ErasuresApi;
import dev.baton.server.book.DraftPage;
import dev.baton.server.book.Editing;
import dev.baton.server.book.EffectOnLeads;
import dev.baton.server.book.LookingOver;
import dev.baton.server.book.TagPage;
import dev.baton.server.book.TagsPage;
import dev.baton.server.book.TryingTags;
import dev.baton.server.book.hours.AgentHoursPage;
import dev.baton.server.book.hours.HoursPage;
import dev.baton.server.book.hours.OpeningNow;
import dev.baton.server.book.hours.TimeAway;
import dev.baton.server.book.setting.SettingsPage;
import dev.baton.server.book.team.TeamPage;
import dev.baton.server.book.team.TeamsPage;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.leads.LeadPages;
import dev.baton.server.page.Shells;
import dev.baton.server.people.AccountPage;
import dev.baton.server.people.AccountsPage;
import dev.baton.server.people.AgentPage;
import dev.baton.server.people.AuditPage;
import dev.baton.server.people.ChoosingLanguage;
import dev.baton.server.people.ContactPage;
import dev.baton.server.people.Door;
import dev.baton.server.people.ErasingNoted;
import dev.baton.server.people.ErasurePage;
import dev.baton.server.people.LoginPages;
import dev.baton.server.people.LoginPages.DemoAdmin;
import dev.baton.server.people.PasswordPages;
import dev.baton.server.people.SignUpPage;
import dev.baton.server.people.SwitchingAvailability;
import dev.baton.server.people.UsersPage;
import dev.baton.server.people.file.UsersFilePages;
import dev.baton.server.security.AccountMail;
import dev.baton.server.security.ComingIn;
import dev.baton.server.security.PasswordLinks;
import dev.baton.server.security.Passwords;
import dev.baton.server.security.SecretKey;
import dev.baton.server.security.Visitors;
import dev.baton.server.setup.FirstStepsLeft;
import dev.baton.server.words.Readers;
import dev.baton.store.Database;
import dev.baton.store.JdbcAccounts;
import dev.baton.store.JdbcAuditLog;
import dev.baton.store.JdbcContactBook;
import dev.baton.store.JdbcDrafts;
import dev.baton.store.JdbcEmbeddings;
import dev.baton.store.JdbcFirstSteps;
import dev.baton.store.JdbcLoginTries;
import dev.baton.store.JdbcMailedLinks;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.store.JdbcSessions;
import dev.baton.store.Sealing;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What has to do with people who come in, put together by hand. */
final class People {
  /** Enough to see what a draft does, and few enough to wait for. */
  private static final int LEADS_TRIED = 200;

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final JdbcAccounts accounts;
  private final JdbcSessions sessions;
  private final JdbcLoginTries tries;
  private final JdbcAuditLog audit;
  private final Passwords passwords = new Passwords();
  private final PasswordLinks links;
  private final AccountMail mail;
  private final Companies companies;
  private final InstantSource clock;
  private final Executor threads;
  private final SignUp signUp;
  private final JdbcRoutingBooks books;
  private final Editing editing;
  private final JdbcContactBook contacts;
  private final Readers readers;
  private final Shells shells;
  private final Visitors visitors;
  private final Door door;
  private final JdbcFirstSteps steps;
  private final JdbcEmbeddings embeddings;

  People(
      Database database,
      Sealing sealing,
      SecretKey key,
      URI publicUrl,
      InstantSource clock,
      Companies companies,
      Executor threads,
      SignUp signUp,
      JdbcRoutingBooks books,
      AccountMail mail,
      Consumer<CompanyId> published) {
    this.mail = mail;
    this.accounts = new JdbcAccounts(database, sealing);
    this.sessions = new JdbcSessions(database);
    this.tries = new JdbcLoginTries(database);
    this.audit = new JdbcAuditLog(database);
    this.links =
        new PasswordLinks(
            new JdbcMailedLinks(database), accounts, audit, passwords, publicUrl, clock);
    this.companies = companies;
    this.clock = clock;
    this.threads = threads;
    this.signUp = signUp;
    this.books = books;
    this.editing = new Editing(books, new JdbcDrafts(database, books), audit, clock, published);
    this.contacts = new JdbcContactBook(database, sealing);
    this.readers = new Readers(contacts);
    this.shells = new Shells(companies, readers, visitor -> editing.changes(visitor).size());
    this.visitors = new Visitors(sessions, clock, key);
    this.steps = new JdbcFirstSteps(database);
    this.embeddings = new JdbcEmbeddings(database);
    this.door = new Door(visitors, shells, embeddings);
  }

  InstantSource clock() {
    return clock;
  }

  Visitors visitors() {
    return visitors;
  }

  JdbcAuditLog audit() {
    return audit;
  }

  boolean sendsMail() {
    return mail != AccountMail.NONE;
  }

  ComingIn comingIn() {
    return new ComingIn(accounts, sessions, tries, audit, passwords, clock);
  }

  SwitchingAvailability switching(MindingAgents minding) {
    return new SwitchingAvailability(minding, audit, clock);
  }

  Door door() {
    return door;
  }

  /** What stands around the pages of who has logged in. */
  Shells shells() {
    return shells;
  }

  /** The pages of leads. */
  List<Route> leadRoutes(
      Leads leads,
      RoutingBooks books,
      RotatingLeads rotating,
      Presences presences,
      RecordingFeedback feedback,
      Comments comments,
      MindingDeliveries deliveries) {
    var said = new LeadPages.Said(feedback, comments);
    return new LeadPages(leads, books, companies, shells, audit, clock)
        .routes(rotating, presences, said, deliveries);
  }

  /** The pages by which the routing book is changed. */
  List<Route> bookRoutes(
      Presences presences,
      MindingAgents minding,
      Leads leads,
      KeepingHours hours,
      MessageTraffic telling,
      ZipCentroids zips) {
    var routes = new ArrayList<Route>();
    routes.addAll(new UsersPage(editing, accounts, telling.contacts(), presences, shells).routes());
    routes.addAll(
        new UsersFilePages(
                editing,
                accounts,
                telling.contacts(),
                presences,
                minding,
                audit,
                zips,
                shells,
                clock)
            .routes());
    routes.addAll(new AccountsPage(editing, accounts, links, mail, audit, shells, clock).routes());
    routes.addAll(
        new AgentPage(editing, accounts, presences, switching(minding), zips, shells).routes());
    routes.addAll(new TeamPage(editing, shells, clock).routes());
    routes.addAll(new TeamsPage(editing, shells).routes());
    routes.addAll(new SettingsPage(editing, shells).routes());
    var openingNow = new OpeningNow(hours, books, audit, clock);
    routes.addAll(new HoursPage(editing, openingNow, shells, clock).routes());
    var away = new TimeAway(presences, minding, audit, clock);
    routes.addAll(new AgentHoursPage(editing, away, shells, clock).routes());
    routes.addAll(
        new ContactPage(
                editing,
                telling.contacts(),
                telling.posting(),
                telling::objection,
                audit,
                shells,
                clock)
            .routes());
    routes.addAll(new TagsPage(editing, shells).routes());
    routes.addAll(new TagPage(editing, new TryingTags(leads, clock), shells).routes());
    var trying = new TryingDrafts(leads, clock, LEADS_TRIED, PATIENCE);
    routes.addAll(
        new DraftPage(editing, new LookingOver(leads, clock), new EffectOnLeads(trying), shells)
            .routes());
    return routes;
  }

  /** Where a person is forgotten who asks for it. */
  List<Route> erasureRoutes(ErasingPersons erasing, Leads leads) {
    var noted = new ErasingNoted(erasing, audit, clock);
    var routes = new ArrayList<Route>();
    routes.addAll(new ErasurePage(noted, leads, shells).routes());
    routes.addAll(new ErasuresApi(noted).routes());
    return routes;
  }

  List<Route> routes(Optional<DemoAdmin> demo, Optional<CompanyId> shown) {
    shown.ifPresent(company -> demo.ifPresent(admin -> letIn(admin, company)));
    ComingIn comingIn = comingIn();
    var routes = new ArrayList<Route>();
    routes.addAll(new LoginPages(comingIn, this::canSignUp, demo).routes());
    routes.addAll(
        new PasswordPages(
                links,
                new PasswordPages.Mailing(accounts, tries, mail, threads),
                comingIn,
                readers,
                clock)
            .routes());
    routes.addAll(
        new SignUpPage(companies, accounts, tries, links, mail, clock, this::canSignUp, steps)
            .routes());
    var choosing = new ChoosingLanguage(accounts, contacts, clock);
    routes.addAll(
        new AccountPage(accounts, passwords, choosing, audit, shells, clock, this::first).routes());
    routes.addAll(new AccountsApi(accounts, links, audit, clock).routes());
    routes.addAll(new AuditPage(audit, shells).routes());
    return routes;
  }

  /** The pages by which a CRM is connected and a company set up. */
  List<Route> setupRoutes(SetupRoutes setup) {
    return setup.routes(editing, audit, steps, embeddings, shells);
  }

  /** The admin of a new company goes on setting it up, until that is finished or left. */
  private String first(Visitor visitor) {
    boolean settingUp =
        visitor.may(Permission.MANAGE_SECRETS) && new FirstStepsLeft(steps).of(visitor.company());
    return settingUp ? "/setup" : Shells.firstOf(visitor);
  }

  /** Without mail nobody can prove an address, so that only the first may come in that way. */
  private boolean canSignUp() {
    return switch (signUp) {
      case CLOSED -> false;
      case FIRST -> accounts.none();
      case OPEN -> mail != AccountMail.NONE || accounts.none();
    };
  }

  /** The demonstration's admin, whose password stands on its page. */
  private void letIn(DemoAdmin demo, CompanyId company) {
    var email = new EmailAddress(demo.email());
    accounts.add(
        new Account(
            new AccountId(UUID.randomUUID()),
            company,
            Optional.of(email),
            "Dana Demo",
            Role.ADMIN,
            Optional.empty(),
            Account.ENGLISH,
            true),
        clock.instant());
    accounts
        .byEmail(email)
        .ifPresent(
            admin ->
                accounts.setPassword(admin.id(), passwords.hash(demo.password()), clock.instant()));
  }
}
