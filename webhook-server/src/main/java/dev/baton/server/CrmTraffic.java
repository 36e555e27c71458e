package dev.baton.server;

import dev.baton.company.Companies;
import dev.baton.delivery.Attempts;
import dev.baton.flow.Bells;
import dev.baton.flow.CatchingUp;
import dev.baton.flow.Connectors;
import dev.baton.flow.DeliveringOne;
import dev.baton.flow.DeliveringWrites;
import dev.baton.flow.HearingAnswers;
import dev.baton.flow.MindingAgents;
import dev.baton.flow.MindingDeliveries;
import dev.baton.flow.MindingUsers;
import dev.baton.flow.OfferLinks;
import dev.baton.flow.SyncingUsers;
import dev.baton.flow.TakingInLeads;
import dev.baton.flow.TellingAgents;
import dev.baton.flow.WorkingOffInbox;
import dev.baton.flow.WorkingOnNotices;
import dev.baton.inbox.Inbox;
import dev.baton.outbox.Outbox;
import dev.baton.routing.RoutingBooks;
import dev.baton.store.Database;
import dev.baton.store.JdbcAttempts;
import dev.baton.store.JdbcBreakers;
import dev.baton.store.JdbcComments;
import dev.baton.store.JdbcCrmUsers;
import dev.baton.store.JdbcDeliveries;
import dev.baton.store.JdbcHeartbeats;
import dev.baton.store.JdbcPresences;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * The steps that speak with CRMs, put together by hand: they share the breakers of the connections.
 *
 * @param threads calls that wait for a CRM run on these
 */
record CrmTraffic(
    Database database,
    Connectors connectors,
    Companies companies,
    Executor threads,
    Bells bells,
    InstantSource clock,
    OfferLinks links) {

  WorkingOffInbox workingOff(Inbox inbox, TakingInLeads takingIn, HearingAnswers answers) {
    var working =
        new WorkingOnNotices(
            inbox, new JdbcBreakers(database), connectors, takingIn, answers, clock);
    return new WorkingOffInbox(inbox, working, clock, threads, bells.intake());
  }

  CatchingUp catchingUp(Inbox inbox) {
    return new CatchingUp(
        companies, connectors, new JdbcHeartbeats(database), inbox, clock, threads);
  }

  MindingUsers mindingUsers(RoutingBooks books, MindingAgents minding) {
    return new MindingUsers(
        books,
        new JdbcPresences(database),
        new JdbcCrmUsers(database),
        minding,
        deliveries(),
        clock);
  }

  SyncingUsers syncingUsers(MindingUsers minding, Duration every) {
    return new SyncingUsers(
        companies, new JdbcCrmUsers(database), connectors, minding, clock, threads, every);
  }

  DeliveringWrites delivering(Outbox outbox, RoutingBooks books) {
    var telling = new TellingAgents(books, companies, new JdbcComments(database), links);
    var one =
        new DeliveringOne(
            outbox, new JdbcBreakers(database), attempts(), connectors, telling, database.clock());
    return new DeliveringWrites(outbox, one, database.clock(), threads, bells.outbox());
  }

  Attempts attempts() {
    return new JdbcAttempts(database);
  }

  MindingDeliveries deliveries() {
    return new MindingDeliveries(new JdbcDeliveries(database), connectors, bells, clock);
  }
}
