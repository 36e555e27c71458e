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
import dev.baton.server.words.Words;
import dev.baton.tag.Tag;
import dev.baton.tag.TagMatch;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the explanation of a lead from what was recorded, by the books of that time. */
public final class Explaining {
  /** For so many agents of a decision the smallest change is looked for; more on request. */
  private static final int CHANGES_TOLD = 12;

  private final RoutingBooks books;
  private final Words words;

  /** In English, as programs read it. */
  public Explaining(RoutingBooks books) {
    this(books, Words.ENGLISH);
  }

  private Explaining(RoutingBooks books, Words words) {
    this.books = books;
    this.words = words;
  }

  /** The same in other words. */
  public Explaining in(Words others) {
    return new Explaining(books, others);
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
    return new Sentences(id -> name(id, current), zone, words);
  }

  private String team(RoutingBook book, LineUp line) {
    return line.team()
        .flatMap(book::team)
        .map(t -> words.say("why.team." + t.distribution().method().name(), t.name()))
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
    var said = new VerdictWords(words);
    var told = new ArrayList<AgentVerdict>();
    for (Verdict verdict : Explanation.of(book, lead, line, facts).agents()) {
      boolean wanted = about.map(verdict.agent()::equals).orElse(told.size() < CHANGES_TOLD);
      List<WhatIf.Change> changes = wanted ? whatIf.toBeFirst(verdict.agent()) : List.of();
      told.add(told(verdict, name(verdict.agent(), book), said, changes));
    }
    return told;
  }

  private static AgentVerdict told(
      Verdict verdict, String name, VerdictWords said, List<WhatIf.Change> changes) {
    return new AgentVerdict(
        verdict.agent().value(),
        name,
        verdict.reason().map(Reason::name).orElse(verdict.asked() ? "ASKED" : "IN_LINE"),
        verdict.place().orElse(0),
        said.because(verdict, name),
        verdict.score(),
        said.arithmetic(verdict),
        said.toBeFirst(changes, name));
  }

  private List<TagFound> tags(Rotation lead, RoutingBook book) {
    var found = new ArrayList<TagFound>();
    for (TagMatch match : lead.tags()) {
      Optional<Tag> tag = book.tags(List.of(match.tag())).stream().findFirst();
      found.add(
          new TagFound(
              match.tag().text(),
              match.place(),
              Sentences.where(match, words),
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
