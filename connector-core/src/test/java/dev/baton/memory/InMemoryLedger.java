package dev.baton.memory;

import dev.baton.agent.AgentId;
import dev.baton.agent.Team;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.TokenHash;
import dev.baton.lead.Coalescence;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.SearchWords;
import dev.baton.ledger.AgentNotes;
import dev.baton.ledger.Entry;
import dev.baton.ledger.Erasure;
import dev.baton.ledger.Grounds;
import dev.baton.ledger.Lead;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.ledger.LeadSearch;
import dev.baton.ledger.LeadStatus;
import dev.baton.ledger.Leads;
import dev.baton.ledger.Ledger;
import dev.baton.ledger.OfferTokens;
import dev.baton.ledger.Sheet;
import dev.baton.memory.InMemoryOutbox.LeadNow;
import dev.baton.outbox.Outbox.OwnerWritten;
import dev.baton.performance.LeadTrack;
import dev.baton.rotation.Circumstances;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Kin;
import dev.baton.rotation.Offer;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.Stage;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import dev.baton.tag.TagName;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The ledger in memory: one lock instead of transactions. */
public final class InMemoryLedger implements Ledger, Leads, Erasure {
  private static final class Page {
    Lead lead;
    LeadContent content;
    boolean erased;
    final List<Recorded> history = new ArrayList<>();
    Rotation rotation = Rotation.NEW;
    Instant changedAt;

    Page(Lead lead, LeadContent content) {
      this.lead = lead;
      this.content = content;
      this.changedAt = lead.receivedAt();
    }
  }

  private final Map<LeadId, Page> pages = new LinkedHashMap<>();
  private final Map<CrmRecord, LeadId> byRecord = new HashMap<>();
  private final Map<ByteBuffer, Link> links = new HashMap<>();
  private final InMemoryCompanies companies;
  private final InMemoryOutbox outbox;
  private final InMemoryComments comments = new InMemoryComments();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final InstantSource clock;
  private final OfferTokens tokens;

  public InMemoryLedger(InMemoryCompanies companies, InstantSource clock, OfferTokens tokens) {
    this.companies = companies;
    this.clock = clock;
    this.tokens = tokens;
    this.outbox = new InMemoryOutbox(this::leadNow, this::ownerWritten);
  }

  /** The words that are said with decisions, and others. */
  public InMemoryComments comments() {
    return comments;
  }

  public InMemoryOutbox outbox() {
    return outbox;
  }

  @Override
  public synchronized Admission admit(Lead lead, LeadContent content, Decider decider) {
    LeadId known = byRecord.get(lead.record());
    if (known != null) return new Admission.Known(known);
    var page = new Page(lead, content);
    pages.put(lead.id(), page);
    byRecord.put(lead.record(), lead.id());
    return new Admission.Admitted(decide(page, decider));
  }

  @Override
  public synchronized Optional<Decision> decide(LeadId lead, Decider decider) {
    return Optional.ofNullable(pages.get(lead)).map(page -> decide(page, decider));
  }

  @Override
  public synchronized int decideDue(int atMost, Decider decider) {
    Instant now = clock.instant();
    List<Page> due =
        pages.values().stream()
            .filter(p -> p.rotation.due().filter(d -> !d.isAfter(now)).isPresent())
            .sorted(Comparator.comparing((Page p) -> p.rotation.due().get()))
            .limit(atMost)
            .toList();
    due.forEach(page -> decide(page, decider));
    return due.size();
  }

  @Override
  public synchronized int decideFollowing(int atMost, Decider decider) {
    List<Page> leftBehind =
        pages.values().stream()
            .filter(p -> p.rotation.stage() == Stage.FOLLOWING)
            .filter(p -> !earlierThan(p).rotation.stage().onItsWay())
            .limit(atMost)
            .toList();
    leftBehind.forEach(page -> decide(page, decider));
    return leftBehind.size();
  }

  private Page earlierThan(Page page) {
    return pages.get(page.rotation.following().orElseThrow());
  }

  private List<Kin> kin(Page page, RoutingBook book) {
    if (page.rotation.following().isPresent()) return List.of(asKin(earlierThan(page), ""));
    Stage stage = page.rotation.stage();
    if (stage != Stage.NEW && stage != Stage.QUARANTINED) return List.of();
    var keys = Coalescence.keys(page.content.contact());
    var kin = new ArrayList<Kin>();
    latest(page, p -> Coalescence.keys(p.content.contact()).stream().anyMatch(keys::contains))
        .ifPresent(p -> kin.add(asKin(p, "")));
    for (String field : book.stickyFields()) {
      Optional<String> key = Coalescence.stickyKey(page.content, field);
      latest(
              page,
              p ->
                  key.isPresent()
                      && Coalescence.stickyKey(p.content, field).equals(key)
                      && p.history.stream().noneMatch(r -> r.event() instanceof LeadCoalesced))
          .ifPresent(p -> kin.add(asKin(p, field)));
    }
    return kin;
  }

  private Optional<Page> latest(Page page, Predicate<Page> akin) {
    return pages.values().stream()
        .filter(p -> p != page && p.lead.company().equals(page.lead.company()))
        .filter(p -> p.rotation.stage().onItsWay() || p.rotation.owner().isPresent())
        .filter(akin)
        .max(Comparator.comparing((Page p) -> p.lead.receivedAt()).thenComparing(p -> p.lead.id()));
  }

  private Optional<Instant> lastRelease(CompanyId company) {
    return pages.values().stream()
        .filter(p -> p.lead.company().equals(company) && p.rotation.stage() == Stage.HELD)
        .flatMap(p -> p.rotation.due().stream())
        .max(Comparator.naturalOrder());
  }

  @Override
  public RoutingFacts facts(CompanyId company) {
    return factsAt(company, clock.instant());
  }

  private RoutingFacts factsAt(CompanyId company, Instant now) {
    List<Rotation> leads =
        pages.values().stream()
            .filter(p -> p.lead.company().equals(company))
            .map(p -> p.rotation)
            .toList();
    return agents.facts(companies.current(company), companies.facts(company, now), now, leads);
  }

  private static Kin asKin(Page page, String by) {
    return new Kin(
        page.lead.id(),
        page.rotation.owner(),
        page.rotation.ownedAt(),
        page.rotation.stage().onItsWay(),
        by);
  }

  private Decision decide(Page page, Decider decider) {
    CompanyId company = page.lead.company();
    RoutingBook book = companies.current(company);
    Instant now = clock.instant();
    var notes = new AgentNotes(book, factsAt(company, now));
    var seen =
        new Circumstances(book, notes.facts(now, lastRelease(company)), now, kin(page, book));
    var sheet = new Sheet(page.lead, page.rotation, seen);
    Entry entry = decider.decide(sheet);
    if (entry.decision() instanceof Decided decided) {
      record(page, decided, entry, seen);
      AgentNotes.Noted noted = notes.after(sheet, decided);
      agents.add(company, page.rotation, noted, now);
      noted.switchedOff().forEach(agent -> companies.set(company, agent, false, now));
    }
    return entry.decision();
  }

  private void record(Page page, Decided decided, Entry entry, Circumstances seen) {
    Instant now = seen.now();
    RoutingFacts facts =
        decided
            .lineUp()
            .map(line -> seen.facts().thatMatteredTo(line))
            .orElseGet(() -> seen.facts().withoutAgents());
    int offersBefore = page.rotation.offers().size();
    for (RotationEvent event : decided.events()) {
      page.rotation = page.rotation.after(event);
      boolean last = event == decided.events().getLast();
      page.history.add(
          new Recorded(
              page.rotation.version(),
              seen.book().revision(),
              event,
              now,
              last ? decided.lineUp() : Optional.empty(),
              last
                  ? Optional.of(new Grounds(entry.command(), facts, seen.kin()))
                  : Optional.empty()));
      if (event instanceof OwnerChangedInCrm changed) {
        noteOwner(page.lead.id(), changed.crmOwner());
      }
    }
    List<Offer> offers = page.rotation.offers();
    for (Offer offer : offers.subList(offersBefore, offers.size())) {
      var id = new OfferId(page.lead.id(), offer.number());
      links.put(
          ByteBuffer.wrap(TokenHash.of(tokens.token(id, offer.agent()))),
          new Link(page.lead.company(), id, offer.agent()));
      companies.noteAsked(page.lead.company(), offer.agent(), now);
    }
    page.changedAt = now;
    entry.comments().forEach(comments::add);
    outbox.promise(page.lead, entry.promises(), now);
  }

  private synchronized LeadNow leadNow(LeadId id) {
    Page page = pages.get(id);
    return new LeadNow(
        page.rotation.tagNames().stream().map(TagName::text).toList(),
        page.content.source(),
        page.rotation.owner(),
        page.lead.crmOwner(),
        ownersHeard(page),
        page.rotation.offers().stream().map(Offer::open).toList());
  }

  private synchronized void ownerWritten(LeadId id, OwnerWritten owner) {
    Page page = pages.get(id);
    boolean same = page.lead.crmOwner().equals(owner.before());
    if (same && ownersHeard(page) == owner.heard()) noteOwner(id, owner.now());
  }

  private static int ownersHeard(Page page) {
    return (int) page.history.stream().filter(r -> r.event() instanceof OwnerChangedInCrm).count();
  }

  private void noteOwner(LeadId id, String owner) {
    Page page = pages.get(id);
    Lead lead = page.lead;
    page.lead = new Lead(lead.id(), lead.company(), lead.record(), lead.receivedAt(), owner);
  }

  @Override
  public synchronized Optional<Instant> nextDue() {
    return pages.values().stream().flatMap(p -> p.rotation.due().stream()).min(Instant::compareTo);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public synchronized List<Row> latest(CompanyId company, Optional<Stage> stage, int limit) {
    return pages.values().stream()
        .filter(p -> p.lead.company().equals(company))
        .filter(p -> stage.isEmpty() || p.rotation.stage() == stage.get())
        .sorted(
            Comparator.comparing((Page p) -> p.lead.receivedAt())
                .reversed()
                .thenComparing(p -> p.lead.id()))
        .limit(limit)
        .map(InMemoryLedger::row)
        .toList();
  }

  @Override
  public synchronized List<Found> search(CompanyId company, LeadSearch search, int limit) {
    return pages.values().stream()
        .filter(p -> p.lead.company().equals(company))
        .map(this::found)
        .filter(f -> isLookedFor(f, search))
        .sorted(
            Comparator.comparing((Found f) -> f.row().receivedAt())
                .thenComparing(f -> f.row().id().toString())
                .reversed())
        .limit(limit)
        .toList();
  }

  private Found found(Page page) {
    LeadTrack track =
        LeadTrack.of(page.lead.receivedAt(), page.history.stream().map(Recorded::event).toList());
    return new Found(
        row(page),
        LeadStatus.of(track),
        companies.current(page.lead.company()).teamOf(page.rotation.traits()).map(Team::id),
        page.rotation.ownedAt(),
        page.content.contact(),
        page.content.text().subject());
  }

  private boolean isLookedFor(Found found, LeadSearch search) {
    Page page = pages.get(found.row().id());
    Set<String> words = SearchWords.of(page.lead.record(), page.content);
    Instant at = found.row().receivedAt();
    return search.words().stream().allMatch(w -> words.stream().anyMatch(h -> h.startsWith(w)))
        && search.status().filter(s -> s != found.status()).isEmpty()
        && search.tag().filter(t -> !page.rotation.tagNames().contains(t)).isEmpty()
        && search.team().filter(t -> !found.team().equals(Optional.of(t))).isEmpty()
        && search.agent().filter(a -> !hands(found).equals(Optional.of(a))).isEmpty()
        && search.connection().filter(c -> !found.row().record().connection().equals(c)).isEmpty()
        && search.from().filter(at::isBefore).isEmpty()
        && search.to().filter(to -> !at.isBefore(to)).isEmpty()
        && search.after().filter(last -> !comesAfter(found, last)).isEmpty();
  }

  private static Optional<AgentId> hands(Found found) {
    return found.row().owner().or(found.row()::holder);
  }

  private static boolean comesAfter(Found found, LeadSearch.Place last) {
    int at = found.row().receivedAt().compareTo(last.receivedAt());
    String id = found.row().id().toString();
    return at < 0 || at == 0 && id.compareTo(last.id().toString()) < 0;
  }

  @Override
  public synchronized List<Row> rows(CompanyId company, List<LeadId> leads) {
    return pages.values().stream()
        .filter(p -> p.lead.company().equals(company) && leads.contains(p.lead.id()))
        .map(InMemoryLedger::row)
        .toList();
  }

  private static Row row(Page page) {
    return new Row(
        page.lead.id(),
        page.lead.record(),
        page.lead.receivedAt(),
        page.rotation.stage(),
        page.rotation.held().map(Offer::agent),
        page.rotation.owner(),
        page.rotation.due(),
        page.rotation.tagNames().stream().map(TagName::text).toList(),
        page.changedAt);
  }

  @Override
  public synchronized Map<Stage, Long> counts(CompanyId company) {
    var counts = new EnumMap<Stage, Long>(Stage.class);
    for (Page page : pages.values()) {
      if (page.lead.company().equals(company)) counts.merge(page.rotation.stage(), 1L, Long::sum);
    }
    return counts;
  }

  synchronized boolean hasLeadsOf(ConnectionId connection) {
    return byRecord.keySet().stream().anyMatch(each -> each.connection().equals(connection));
  }

  @Override
  public synchronized Optional<LeadFile> file(CompanyId company, LeadId lead) {
    return Optional.ofNullable(pages.get(lead))
        .filter(p -> p.lead.company().equals(company))
        .map(
            p ->
                new LeadFile(
                    p.lead,
                    p.content,
                    Optional.empty(),
                    p.rotation,
                    List.copyOf(p.history),
                    outbox.of(p.lead.id())));
  }

  @Override
  public synchronized Map<LeadId, LeadContent> contents(CompanyId company, List<LeadId> leads) {
    var contents = new HashMap<LeadId, LeadContent>();
    for (LeadId lead : leads) file(company, lead).ifPresent(f -> contents.put(lead, f.content()));
    return contents;
  }

  @Override
  public synchronized Optional<LeadId> of(CompanyId company, CrmRecord record) {
    return Optional.ofNullable(byRecord.get(record))
        .filter(id -> pages.get(id).lead.company().equals(company));
  }

  @Override
  public synchronized boolean erased(CompanyId company, LeadId lead) {
    return Optional.ofNullable(pages.get(lead))
        .filter(p -> p.lead.company().equals(company) && p.erased)
        .isPresent();
  }

  @Override
  public synchronized List<LeadId> leadsOf(CompanyId company, Contact person) {
    var keys = Coalescence.keys(person);
    return pages.values().stream()
        .filter(p -> p.lead.company().equals(company))
        .filter(p -> !Collections.disjoint(keys, Coalescence.keys(p.content.contact())))
        .sorted(
            Comparator.comparing((Page p) -> p.lead.receivedAt()).thenComparing(p -> p.lead.id()))
        .map(p -> p.lead.id())
        .toList();
  }

  @Override
  public synchronized boolean erase(CompanyId company, LeadId lead, Set<String> told, Instant at) {
    Page page = pages.get(lead);
    if (page == null || page.erased || !page.lead.company().equals(company)) return false;
    page.content = Erasure.remains(page.content, told);
    page.erased = true;
    comments.erase(company, lead);
    return true;
  }

  @Override
  public synchronized List<LeadId> waiting(CompanyId company, int limit) {
    return pages.values().stream()
        .filter(p -> p.lead.company().equals(company) && p.rotation.stage().waits())
        .sorted(
            Comparator.comparing((Page p) -> p.lead.receivedAt()).thenComparing(p -> p.lead.id()))
        .limit(limit)
        .map(p -> p.lead.id())
        .toList();
  }

  @Override
  public synchronized List<LeadId> decidedAbout(CompanyId company, Instant from, Instant to) {
    return pages.values().stream()
        .filter(p -> p.lead.company().equals(company) && p.lead.receivedAt().isBefore(to))
        .filter(
            p ->
                p.history.stream()
                    .map(Recorded::recordedAt)
                    .anyMatch(at -> !at.isBefore(from) && at.isBefore(to)))
        .sorted(
            Comparator.comparing((Page p) -> p.lead.receivedAt()).thenComparing(p -> p.lead.id()))
        .map(p -> p.lead.id())
        .toList();
  }

  @Override
  public synchronized Map<LeadId, List<Recorded>> histories(CompanyId company, List<LeadId> leads) {
    var histories = new HashMap<LeadId, List<Recorded>>();
    for (LeadId lead : leads) {
      file(company, lead).ifPresent(file -> histories.put(lead, file.history()));
    }
    return histories;
  }

  @Override
  public synchronized List<LeadId> offeredTo(CompanyId company, AgentId agent) {
    return pages.values().stream()
        .filter(p -> p.lead.company().equals(company))
        .filter(p -> p.rotation.open().stream().anyMatch(o -> o.agent().equals(agent)))
        .map(p -> p.lead.id())
        .toList();
  }

  @Override
  public synchronized long contested(Instant now) {
    return pages.values().stream().filter(p -> p.rotation.contest().at(now)).count();
  }

  @Override
  public synchronized Optional<Link> link(byte[] tokenHash) {
    return Optional.ofNullable(links.get(ByteBuffer.wrap(tokenHash)));
  }
}
