package dev.baton.server;

import dev.baton.agent.Presences;
import dev.baton.company.Companies;
import dev.baton.ledger.Leads;
import dev.baton.performance.Reports;
import dev.baton.performance.TellingPerformance;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.api.DashboardApi;
import dev.baton.server.api.PerformanceApi;
import dev.baton.server.http.Route;
import dev.baton.server.page.DashboardPage;
import dev.baton.server.page.Onlookers;
import dev.baton.server.page.PerformancePage;
import dev.baton.server.page.StatisticsPage;
import dev.baton.server.page.WhyPage;
import dev.baton.store.Database;
import dev.baton.store.JdbcLeadFields;
import dev.baton.store.JdbcLeadTracks;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What tells how leads were dealt with, for people and programs, put together by hand. */
record Reporting(
    Database database,
    Reports reports,
    Companies companies,
    RoutingBooks books,
    Presences presences,
    Leads leads,
    InstantSource clock) {

  /**
   * @param onlookers who may look at the pages, and of whom
   */
  List<Route> routes(Onlookers onlookers) {
    var tracks = new JdbcLeadTracks(database);
    var performance =
        new TellingPerformance(reports, tracks, new JdbcLeadFields(database), books, presences);
    var routes = new ArrayList<Route>();
    routes.addAll(new PerformanceApi(performance, companies, books, clock).routes());
    routes.addAll(new DashboardApi(reports, tracks, companies, books, clock).routes(onlookers));
    routes.addAll(new WhyPage(onlookers, leads, books).routes());
    routes.addAll(
        new DashboardPage(onlookers, reports, leads, performance.actions(), books, clock).routes());
    routes.addAll(new PerformancePage(onlookers, performance, reports, books, clock).routes());
    routes.addAll(new StatisticsPage(onlookers, performance, books, clock).routes());
    return routes;
  }
}
