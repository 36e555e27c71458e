package dev.baton.server.why;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.routing.Explanation;
import dev.baton.routing.Explanation.Verdict;
import dev.baton.routing.LineUp;
import dev.baton.routing.Reason;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.Traits;
import dev.baton.routing.WhatIf;
import dev.baton.server.why.Why.AgentVerdict;
import dev.baton.server.why.Why.Step;
import dev.baton.server.why.Why.TagFound;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the explanation of a lead from what was recorded, by the books of that time. */
public final class Explaining {
  /** For so many agents of a decision the smallest change is looked for; more on request. */
  private static final int CHANGES_TOLD = 12;

  private final RoutingBooks books;

  public Explaining(RoutingBooks books) {
    this.books = books;
  }

  /**
   * Explains everything that was decided about a lead.
   *
   * @param about the agent whose smallest change is asked for; empty for the first dozen
   */
  public Why explain(LeadFile file, ZoneId zone, Optional<AgentId> about) {
    CompanyId company = file.lead().company();
    RoutingBook current = books.current(company);
    var sentences = sentences(file, zone);
    var steps = new ArrayList<Step>();
    var happened = new ArrayList<String>();
    Rotation before = Rotation.NEW;
    Rotation after = Rotation.NEW;
    for (Recorded recorded : file.history()) {
      RotationEvent event = recorded.event();
      happened.add(sentences.of(event));
      after = after.after(event);
      if (recorded.grounds().isEmpty()) continue;
      RoutingBook book = books.revision(company, recorded.revision());
      RoutingFacts facts = recorded.grounds().get().facts();
      Traits lead = after.traits();
      Set<AgentId> out = before.out();
      List<AgentVerdict> agents =
          recorded
              .lineUp()
              .map(line -> verdicts(book, lead, line, facts, out, about))
              .orElse(List.of());
      String team = recorded.lineUp().map(line -> team(book, line)).orElse("");
      steps.add(new Step(event.at(), recorded.revision(), happened, team, agents));
      happened.clear();
      before = after;
    }
    return new Why(sentences.standing(file.rotation()), tags(file.rotation(), current), steps);
  }

  /** Where a lead stands, in a sentence. */
  public String standing(LeadFile file, ZoneId zone) {
    return sentences(file, zone).standing(file.rotation());
  }

  /** What brought a lead where it stands, in a sentence; empty where nothing was decided. */
  public String because(LeadFile file, ZoneId zone) {
    return file.history().reversed().stream()
        .map(Recorded::event)
        .filter(Explaining::moves)
        .findFirst()
        .map(sentences(file, zone)::of)
        .orElse("");
  }

  private static boolean moves(RotationEvent event) {
    return switch (event) {
      case RotationEvent.FeedbackGiven unused -> false;
      case RotationEvent.CommentAdded unused -> false;
      case RotationEvent.CareExpected unused -> false;
      case RotationEvent.SharkTankReminded unused -> false;
      case RotationEvent.OfferWithdrawn unused -> false;
      case RotationEvent.AnotherChanceAsked unused -> false;
      default -> true;
    };
  }

  private Sentences sentences(LeadFile file, ZoneId zone) {
    RoutingBook current = books.current(file.lead().company());
    return new Sentences(id -> name(id, current), zone);
  }

  private static String team(RoutingBook book, LineUp line) {
    return line.team()
        .flatMap(book::team)
        .map(t -> "A lead of the team " + t.name() + ": " + t.distribution().method().words() + ".")
        .orElse("");
  }

  /** Explains a line that was only tried out. */
  public List<AgentVerdict> verdicts(
      RoutingBook book,
      Traits lead,
      LineUp line,
      RoutingFacts facts,
      Set<AgentId> out,
      Optional<AgentId> about) {
    var whatIf = new WhatIf(book, lead, line.asked(), out, facts);
    var told = new ArrayList<AgentVerdict>();
    for (Verdict verdict : Explanation.of(book, lead, line, facts).agents()) {
      boolean wanted = about.map(verdict.agent()::equals).orElse(told.size() < CHANGES_TOLD);
      List<WhatIf.Change> changes = wanted ? whatIf.toBeFirst(verdict.agent()) : List.of();
      told.add(told(verdict, book, changes));
    }
    return told;
  }

  private static AgentVerdict told(Verdict verdict, RoutingBook book, List<WhatIf.Change> changes) {
    String name = name(verdict.agent(), book);
    return new AgentVerdict(
        verdict.agent().value(),
        name,
        verdict.reason().map(Reason::name).orElse(verdict.asked() ? "ASKED" : "IN_LINE"),
        verdict.place().orElse(0),
        verdict
            .reason()
            .map(
                reason ->
                    name
                        + " "
                        + (isTold(verdict, reason) ? verdict.detail() : words(verdict, reason)))
            .orElseGet(() -> verdict.asked() ? name + " was asked before" : name + inLine(verdict)),
        verdict.score(),
        arithmetic(verdict),
        changes.isEmpty()
            ? ""
            : name
                + " would have been first if "
                + changes.stream().map(WhatIf.Change::words).collect(Collectors.joining(" and ")));
  }

  private static String inLine(Verdict verdict) {
    String detail = verdict.detail().isEmpty() ? "" : ": " + verdict.detail();
    return " stands in line, place " + verdict.place().orElse(0) + detail;
  }

  /** Whether the detail says it all by itself. */
  private static boolean isTold(Verdict verdict, Reason reason) {
    return reason == Reason.NO_MATCH && !verdict.detail().isEmpty();
  }

  private static String words(Verdict verdict, Reason reason) {
    return verdict.detail().isEmpty() ? reason.words() : reason.words() + ": " + verdict.detail();
  }

  private static String arithmetic(Verdict verdict) {
    String sum =
        verdict.parts().stream()
            .map(part -> part.what() + " " + part.points())
            .collect(Collectors.joining(" + "));
    return verdict.parts().size() < 2 ? sum : sum + " = " + verdict.score();
  }

  private static List<TagFound> tags(Rotation lead, RoutingBook book) {
    var found = new ArrayList<TagFound>();
    for (TagMatch match : lead.tags()) {
      Optional<Tag> tag = book.tags(List.of(match.tag())).stream().findFirst();
      found.add(
          new TagFound(
              match.tag().text(),
              match.place(),
              match.start(),
              match.end(),
              tag.map(t -> t.rule().name()).orElse(""),
              tag.map(Tag::weight).orElse(0)));
    }
    return found;
  }

  private static String name(AgentId agent, RoutingBook book) {
    return book.agent(agent).map(Agent::name).orElse(agent.value());
  }
}
