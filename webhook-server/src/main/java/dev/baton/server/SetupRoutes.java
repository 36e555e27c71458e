package dev.baton.server;

import dev.baton.account.AuditLog;
import dev.baton.account.EmailAddress;
import dev.baton.company.ApiTokens;
import dev.baton.company.Companies;
import dev.baton.company.Embeddings;
import dev.baton.company.FirstSteps;
import dev.baton.flow.AskingConsent;
import dev.baton.flow.ConnectingAccounts;
import dev.baton.flow.Connectors;
import dev.baton.flow.GivingUpConnections;
import dev.baton.flow.MindingDeliveries;
import dev.baton.flow.RotatingLeads;
import dev.baton.flow.SendingTestLeads;
import dev.baton.inbox.Inbox;
import dev.baton.message.MessageId;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.api.WebhookAddresses;
import dev.baton.server.book.Editing;
import dev.baton.server.deliveries.DeliveriesPage;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.notify.TrialLetter;
import dev.baton.server.page.Shells;
import dev.baton.server.setup.Acts;
import dev.baton.server.setup.ConnectedAccounts;
import dev.baton.server.setup.ConnectionPage;
import dev.baton.server.setup.ConnectionsPage;
import dev.baton.server.setup.CrmsOnOffer;
import dev.baton.server.setup.EmbeddingPage;
import dev.baton.server.setup.FirstStepsLeft;
import dev.baton.server.setup.NewConnectionPage;
import dev.baton.server.setup.SelfTest;
import dev.baton.server.setup.Steps;
import dev.baton.server.setup.Steps.DatabaseFacts;
import dev.baton.server.setup.TestLeadPage;
import dev.baton.server.setup.UnusedConnectionPage;
import dev.baton.store.Database;
import dev.baton.store.JdbcBreakers;
import dev.baton.store.JdbcCrmUsers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages by which a CRM is connected and a company set up, put together by hand. */
record SetupRoutes(
    Database database,
    Companies companies,
    Connectors connectors,
    CrmsOnOffer offer,
    AskingConsent asking,
    ConnectingAccounts connecting,
    WebhookAddresses webhooks,
    SendingTestLeads sending,
    RotatingLeads rotating,
    RoutingBooks books,
    Inbox inbox,
    ApiTokens tokens,
    MindingDeliveries deliveries,
    MessageTraffic telling,
    SelfTest selfTest,
    InstantSource clock) {

  List<Route> routes(
      Editing editing, AuditLog audit, FirstSteps steps, Embeddings embeddings, Shells shells) {
    var acts = new Acts(audit, clock);
    var left = new FirstStepsLeft(steps);
    var accounts =
        new ConnectedAccounts(
            companies, new JdbcBreakers(database), inbox, new JdbcCrmUsers(database), clock);
    var routes = new ArrayList<Route>();
    routes.addAll(new ConnectionsPage(accounts, tokens, left, acts, shells, clock).routes());
    routes.addAll(new NewConnectionPage(accounts, offer, asking, acts, shells).routes());
    var unused =
        new UnusedConnectionPage(
            accounts, new GivingUpConnections(companies, connectors), offer, acts, shells);
    routes.addAll(unused.routes());
    routes.addAll(
        new ConnectionPage(
                accounts, connecting, asking, unused, webhooks, offer, left, acts, shells)
            .routes());
    routes.addAll(
        new TestLeadPage(
                accounts, sending, connectors, webhooks, rotating, books, left, acts, shells, clock)
            .routes());
    routes.addAll(new EmbeddingPage(embeddings, acts, shells).routes());
    routes.addAll(new DeliveriesPage(deliveries, audit, shells, clock).routes());
    routes.addAll(selfTest.routes());
    routes.addAll(
        new Steps(accounts, offer, connectors, connecting, editing, acts, shells)
            .wizard(this::facts, selfTest, channels(), steps)
            .routes());
    return routes;
  }

  private DatabaseFacts facts() {
    Database.About about = database.about();
    return new DatabaseFacts(about.product(), about.embedded(), about.migration(), about.now());
  }

  private Steps.Telling channels() {
    return new Steps.Telling(telling.messages(), this::trial, telling.channelNames());
  }

  private MessageId trial(Visitor visitor, EmailAddress address) {
    return telling
        .posting()
        .post(
            visitor.company(),
            address.value(),
            TrialLetter.to(visitor.account()),
            Optional.of(clock.instant().plus(Steps.TRIAL_GOOD_FOR)));
  }
}
