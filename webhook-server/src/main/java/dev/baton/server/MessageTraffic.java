package dev.baton.server;

import dev.baton.feedback.Comments;
import dev.baton.flow.Bells;
import dev.baton.flow.CountingWeeks;
import dev.baton.flow.FindingMatter;
import dev.baton.flow.KnowingPeople;
import dev.baton.flow.OfferLinks;
import dev.baton.flow.OpeningWeeks;
import dev.baton.flow.PostingLetters;
import dev.baton.flow.SendingMessages;
import dev.baton.flow.SendingOneMessage;
import dev.baton.flow.SpreadingTidings;
import dev.baton.ledger.Leads;
import dev.baton.message.Channel;
import dev.baton.message.ContactBook;
import dev.baton.message.Medium;
import dev.baton.message.Messages;
import dev.baton.server.api.ContactApi;
import dev.baton.server.api.MessagesApi;
import dev.baton.server.http.Route;
import dev.baton.server.notify.Letters;
import dev.baton.server.notify.MailChannel;
import dev.baton.server.notify.PasswordLetters;
import dev.baton.server.notify.PublicAddresses;
import dev.baton.server.notify.RoomChannel;
import dev.baton.server.notify.SmsChannel;
import dev.baton.server.security.AccountMail;
import dev.baton.server.tick.Chore;
import dev.baton.store.Database;
import dev.baton.store.JdbcComments;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcContactBook;
import dev.baton.store.JdbcLeads;
import dev.baton.store.JdbcMessageQueue;
import dev.baton.store.JdbcMessages;
import dev.baton.store.JdbcReports;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.store.Sealing;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The steps by which people are told, put together by hand. */
final class MessageTraffic {
  /** Whether a message arrived can be looked up for that long. */
  private static final Duration KEPT = Duration.ofDays(90);

  private final JdbcMessageQueue queue;
  private final Messages messages;
  private final ContactBook contacts;
  private final SpreadingTidings spreading;
  private final SendingMessages sending;
  private final OpeningWeeks weeks;
  private final PostingLetters posting;
  private final PublicAddresses rooms;
  private final JdbcRoutingBooks books;
  private final InstantSource clock;
  private final boolean mailed;
  private final boolean texted;

  /**
   * Puts it together.
   *
   * @param threads calls that wait for a channel run on these
   */
  MessageTraffic(
      MessageSettings settings,
      Database database,
      Sealing sealing,
      JdbcRoutingBooks books,
      OfferLinks links,
      Executor threads,
      Bells bells) {
    this.clock = database.clock();
    this.mailed = settings.mail().isPresent();
    this.texted = settings.sms().isPresent();
    this.books = books;
    this.rooms = new PublicAddresses(settings.roomsAnywhere());
    this.queue = new JdbcMessageQueue(database, sealing);
    this.messages = new JdbcMessages(database, sealing);
    this.contacts = new JdbcContactBook(database, sealing);
    Map<Medium, Channel> channels = channels(settings);
    Leads leads = new JdbcLeads(database);
    Comments comments = new JdbcComments(database);
    var people = new KnowingPeople(new JdbcCompanies(database), books, contacts, channels.keySet());
    var finding =
        new FindingMatter(
            people, queue, leads, comments, new CountingWeeks(new JdbcReports(database)), links);
    var words = new Letters();
    this.spreading = new SpreadingTidings(queue, people, leads, clock);
    this.sending =
        new SendingMessages(
            queue,
            new SendingOneMessage(queue, finding, people, words, channels, clock),
            clock,
            threads,
            bells.messages());
    this.weeks = new OpeningWeeks(queue, people, clock);
    this.posting =
        new PostingLetters(messages, people, finding, words, channels, bells.messages(), clock);
  }

  private Map<Medium, Channel> channels(MessageSettings settings) {
    var channels = new EnumMap<Medium, Channel>(Medium.class);
    settings.mail().ifPresent(m -> channels.put(Medium.EMAIL, new MailChannel(m, clock)));
    settings.sms().ifPresent(gateway -> channels.put(Medium.SMS, new SmsChannel(gateway)));
    channels.put(Medium.SLACK, RoomChannel.slack(rooms));
    channels.put(Medium.TEAMS, RoomChannel.teams(rooms));
    return channels;
  }

  /** What the bell for messages rings. */
  int work() {
    return weeks.look() + spreading.spread() + sending.send();
  }

  Messages messages() {
    return messages;
  }

  ContactBook contacts() {
    return contacts;
  }

  /** By what people can be told here, in words. */
  List<String> channelNames() {
    var names = new ArrayList<String>();
    if (mailed) names.add("E-mail");
    if (texted) names.add("SMS");
    names.add("Slack");
    names.add("Microsoft Teams");
    return names;
  }

  /** Why the address of a chat room is not called. */
  Optional<String> objection(URI room) {
    return rooms.objection(room);
  }

  PostingLetters posting() {
    return posting;
  }

  /** How links to set a password are sent; nobody gets one where no mail is configured. */
  AccountMail passwordMail() {
    return mailed ? new PasswordLetters(posting, clock) : AccountMail.NONE;
  }

  Chore forgetting() {
    return Chore.nightly(
        "forget-messages",
        () -> {
          Instant before = clock.instant().minus(KEPT);
          queue.forget(before);
        });
  }

  List<Route> routes() {
    var routes = new ArrayList<Route>();
    routes.addAll(new ContactApi(contacts, books, rooms::objection, clock).routes());
    routes.addAll(new MessagesApi(messages, posting).routes());
    return routes;
  }
}
