package dev.baton.server.leads;

import dev.baton.account.AuditLog;
import dev.baton.agent.Presences;
import dev.baton.company.Companies;
import dev.baton.feedback.Comments;
import dev.baton.flow.MindingDeliveries;
import dev.baton.flow.RecordingFeedback;
import dev.baton.flow.RotatingLeads;
import dev.baton.ledger.Leads;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Route;
import dev.baton.server.page.Shells;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The pages of leads for admins and editors, put together by hand. */
public record LeadPages(
    Leads leads,
    RoutingBooks books,
    Companies companies,
    Shells shells,
    AuditLog audit,
    InstantSource clock) {

  /** What is said about leads: by whom it is recorded, and where it is kept. */
  public record Said(RecordingFeedback feedback, Comments comments) {}

  public List<Route> routes(
      RotatingLeads rotating, Presences presences, Said said, MindingDeliveries deliveries) {
    var conversion = new Conversion(said.feedback());
    var views = new LeadViews(books, said.comments(), deliveries, clock);
    var desk = new LeadDesk(leads, books, views, conversion, shells);
    var routes = new ArrayList<Route>();
    routes.addAll(new LeadsPage(leads, books, companies, shells).routes());
    routes.addAll(
        new LeadPage(
                desk,
                conversion,
                new Remark(said.feedback(), said.comments()),
                deliveries,
                audit,
                clock)
            .routes());
    routes.addAll(new LeadActPages(desk, rotating, presences, audit, clock).routes());
    return routes;
  }
}
