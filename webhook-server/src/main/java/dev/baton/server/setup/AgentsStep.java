package dev.baton.server.setup;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.CrmUser;
import dev.baton.flow.Connectors;
import dev.baton.routing.BookDraft;
import dev.baton.server.book.Editing;
import dev.baton.server.http.Question;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.CrmNames;
import dev.baton.server.page.Form;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Agents come from the CRM's users: who it would be is shown first, and somebody ticks whom. */
public final class AgentsStep implements WizardStep {
  private final ConnectedAccounts accounts;
  private final Connectors connectors;
  private final Editing editing;

  AgentsStep(ConnectedAccounts accounts, Connectors connectors, Editing editing) {
    this.accounts = accounts;
    this.connectors = connectors;
    this.editing = editing;
  }

  /**
   * A user of the CRM who can own records.
   *
   * @param field his box in the form
   * @param already whether he is an agent
   */
  public record Candidate(String field, String name, String email, String crm, boolean already) {}

  private record Found(CrmConnection connection, CrmUser user) {
    String field() {
      return "user-" + connection.id() + "-" + user.owner();
    }

    AgentId agent() {
      try {
        return new AgentId(user.email().toLowerCase(Locale.ROOT));
      } catch (IllegalArgumentException noAddress) {
        return new AgentId(connection.crm() + "-" + user.owner());
      }
    }

    String name() {
      return user.name().isBlank() ? agent().value() : user.name();
    }

    boolean isOneOf(BookDraft book) {
      return book.agents().stream()
          .anyMatch(
              agent ->
                  agent.id().equals(agent())
                      || (!user.email().isEmpty() && agent.email().equalsIgnoreCase(user.email()))
                      || agent
                          .in(connection.id())
                          .filter(known -> known.owner().equals(user.owner()))
                          .isPresent());
    }
  }

  @Override
  public Step step() {
    return Step.AGENTS;
  }

  /**
   * Everybody who can own records, by name.
   *
   * @throws CrmUnavailable when a CRM could not be asked
   */
  private List<Found> found(CompanyId company) {
    var found = new ArrayList<Found>();
    for (CrmConnection connection : accounts.open(company)) {
      ConnectionId id = connection.id();
      connectors.connector(id).users().stream()
          .filter(CrmUser::active)
          .forEach(user -> found.add(new Found(connection, user)));
    }
    found.sort(Comparator.comparing(each -> each.name().toLowerCase(Locale.ROOT)));
    return found;
  }

  @Override
  public String page(Question asked, Wizard.Frame frame, Form form) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    List<Candidate> candidates = List.of();
    String trouble = "";
    try {
      candidates =
          found(visitor.company()).stream()
              .map(
                  each ->
                      new Candidate(
                          each.field(),
                          each.name(),
                          each.user().email(),
                          CrmNames.of(each.connection().crm()),
                          each.isOneOf(book)))
              .toList();
    } catch (CrmUnavailable | IllegalStateException away) {
      trouble = String.valueOf(away.getMessage());
    }
    return Templates.render(
        "setup/stepAgents.jte",
        Map.of(
            "frame",
            frame,
            "form",
            form,
            "candidates",
            candidates,
            "trouble",
            trouble,
            "agents",
            book.agents().size()));
  }

  @Override
  public Result act(Question asked, Form form, Words words) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft seen = editing.seenBy(visitor);
    List<Found> chosen;
    try {
      chosen =
          found(visitor.company()).stream()
              .filter(each -> form.ticked(each.field()) && !each.isOneOf(seen))
              .toList();
    } catch (CrmUnavailable | IllegalStateException away) {
      return new Result.Wrong(form.wrong("agents", String.valueOf(away.getMessage())));
    }
    if (chosen.isEmpty()) {
      return seen.agents().isEmpty()
          ? new Result.Wrong(form.wrong("agents", words.say("setup.agents.tick")))
          : new Result.Done();
    }
    List<String> problems = editing.change(visitor, book -> plus(book, chosen));
    return problems.isEmpty()
        ? new Result.Done()
        : new Result.Wrong(form.wrong("agents", problems));
  }

  private static BookDraft plus(BookDraft book, List<Found> chosen) {
    BookDraft more = book;
    for (Found each : chosen) {
      if (each.isOneOf(more)) continue;
      var agents = new ArrayList<>(more.agents());
      CrmUser user = each.user();
      agents.add(
          new Agent(
              each.agent(),
              each.name(),
              user.email(),
              Set.of(),
              true,
              false,
              Map.of(each.connection().id(), new CrmIdentity(user.owner(), user.user()))));
      more = more.staffed(agents);
    }
    return more;
  }
}
