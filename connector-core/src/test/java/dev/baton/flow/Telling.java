package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.message.Channel;
import dev.baton.message.CompanyContacts;
import dev.baton.message.ContactSettings;
import dev.baton.message.Letter;
import dev.baton.message.Letter.Button;
import dev.baton.message.Matter;
import dev.baton.message.Medium;
import dev.baton.message.Message;
import dev.baton.message.Messages.Wanted;
import dev.baton.store.Database;
import dev.baton.store.JdbcContactBook;
import dev.baton.store.JdbcMessageQueue;
import dev.baton.store.JdbcMessages;
import dev.baton.store.Sealing;
import dev.baton.store.StoreUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The walk of a lead with everybody who is told of it, on an embedded database. */
final class Telling implements AutoCloseable {
  final Walk walk;
  final Postbox mail = new Postbox(Medium.EMAIL);
  final Postbox sms = new Postbox(Medium.SMS);
  final Postbox slack = new Postbox(Medium.SLACK);
  final List<Matter> matters = new ArrayList<>();
  final JdbcContactBook contacts;
  final JdbcMessages messages;
  final PostingLetters posting;
  private final SpreadingTidings spreading;
  private final SendingMessages sending;
  private final OpeningWeeks weeks;

  Telling(Database opened) {
    StoreUnderTest store = StoreUnderTest.in(opened);
    Database database = opened.withClock(store.clock());
    walk = new Walk(store, Map.of());
    var sealing = new Sealing(new byte[32]);
    var queue = new JdbcMessageQueue(database, sealing);
    messages = new JdbcMessages(database, sealing);
    contacts = new JdbcContactBook(database, sealing);
    var channels = new EnumMap<Medium, Channel>(Medium.class);
    for (Postbox each : List.of(mail, sms, slack)) channels.put(each.medium(), each);
    var people = new KnowingPeople(store.companies(), store.books(), contacts, channels.keySet());
    var finding =
        new FindingMatter(
            people,
            queue,
            store.leads(),
            store.comments(),
            new CountingWeeks(store.reports()),
            (offer, agent) -> "https://baton.example/o/" + offer.key());
    spreading = new SpreadingTidings(queue, people, store.leads(), store.clock());
    sending =
        new SendingMessages(
            queue,
            new SendingOneMessage(queue, finding, people, this::compose, channels, store.clock()),
            store.clock(),
            Runnable::run,
            Bell.silent());
    weeks = new OpeningWeeks(queue, people, store.clock());
    posting =
        new PostingLetters(
            messages, people, finding, this::compose, channels, Bell.silent(), store.clock());
  }

  private Letter compose(Matter matter) {
    matters.add(matter);
    Optional<Button> button =
        Optional.of(matter.link()).filter(l -> !l.isEmpty()).map(l -> new Button("Open", l));
    String subject = matter.kind().name();
    return new Letter(subject, subject, subject, subject, button);
  }

  Telling prefers(String agent, ContactSettings settings) {
    contacts.put(Walk.ACME, new AgentId(agent), settings, walk.now());
    return this;
  }

  Telling company(CompanyContacts company) {
    contacts.put(Walk.ACME, company, walk.now());
    return this;
  }

  /** Works until nothing waits. */
  void settle() {
    int done;
    do {
      walk.settle();
      done = weeks.look() + spreading.spread() + sending.send();
    } while (done > 0);
  }

  void passes(Duration time) {
    walk.passes(time);
    settle();
  }

  List<Message> told() {
    return messages.latest(Walk.ACME, Wanted.ALL, 100);
  }

  Message.State stateOf(String kind, Medium medium) {
    return told().stream()
        .filter(m -> m.kind().name().equals(kind) && m.medium() == medium)
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Override
  public void close() {
    walk.close();
  }
}
