package dev.baton.server;

import dev.baton.account.AccessLinks;
import dev.baton.agent.Presences;
import dev.baton.flow.MindingAgents;
import dev.baton.performance.Reports;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Route;
import dev.baton.server.my.Happenings;
import dev.baton.server.my.KnowingMe;
import dev.baton.server.my.MyEvents;
import dev.baton.server.my.MyLeadPage;
import dev.baton.server.my.MyOffers;
import dev.baton.server.my.MyPages;
import dev.baton.server.my.MyScore;
import dev.baton.server.my.MyViews;
import dev.baton.server.my.NewLinkPage;
import dev.baton.server.my.OwnLinkPages;
import dev.baton.server.my.Work;
import dev.baton.server.page.ScoreViews;
import dev.baton.server.security.Nonces;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The pages of agents, put together by hand. */
record AgentsOwn(
    People people,
    RoutingBooks books,
    Presences presences,
    MindingAgents minding,
    Reports reports,
    AccessLinks access) {

  List<Route> routes(Work work, Happenings happenings, URI publicUrl, Nonces nonces) {
    var knowing = new KnowingMe(books, people.shells(), people.clock());
    var score = new MyScore(reports, new ScoreViews(reports, work.leads()));
    var views = new MyViews(work, new MyOffers(work), score, presences);
    var proofs = new OwnLinkPages.Proofs(people.visitors(), nonces, people.clock());
    var ways = new NewLinkPage.Ways(publicUrl, people.sendsMail(), people.clock());
    var routes = new ArrayList<Route>();
    routes.addAll(
        new OwnLinkPages(access, books, people.shells(), people.comingIn(), proofs).routes());
    routes.addAll(new MyPages(knowing, work, views, score, people.switching(minding)).routes());
    routes.addAll(new MyEvents(knowing, happenings, people.clock()).routes());
    routes.addAll(new MyLeadPage(knowing, work).routes());
    routes.addAll(new NewLinkPage(books, access, people.audit(), people.shells(), ways).routes());
    return routes;
  }
}
