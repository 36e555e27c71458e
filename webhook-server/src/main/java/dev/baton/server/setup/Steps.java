package dev.baton.server.setup;

import dev.baton.account.EmailAddress;
import dev.baton.company.FirstSteps;
import dev.baton.flow.ConnectingAccounts;
import dev.baton.flow.Connectors;
import dev.baton.message.MessageId;
import dev.baton.message.Messages;
import dev.baton.server.book.Editing;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Shells;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The pages of setting up, put together. */
public record Steps(
    ConnectedAccounts accounts,
    CrmsOnOffer offer,
    Connectors connectors,
    ConnectingAccounts connecting,
    Editing editing,
    Acts acts,
    Shells shells) {

  /**
   * What the first page tells of the database.
   *
   * @param embedded whether it lives in Baton's own process
   * @param migration the number of the last change of its tables
   * @param now its own time
   */
  public record DatabaseFacts(String product, boolean embedded, String migration, Instant now) {}

  /**
   * By what people are told.
   *
   * @param trial posts a letter that says it is a trial
   * @param channels such as {@code E-mail}
   */
  public record Telling(
      Messages messages,
      BiFunction<Visitor, EmailAddress, MessageId> trial,
      List<String> channels) {
    public Telling {
      channels = List.copyOf(channels);
    }
  }

  /** How long a trial letter is of use. */
  public static final Duration TRIAL_GOOD_FOR = Duration.ofHours(1);

  public Wizard wizard(
      Supplier<DatabaseFacts> database, SelfTest selfTest, Telling telling, FirstSteps steps) {
    InstantSource clock = acts.clock();
    var recent = new RecentLeads(connectors, clock);
    return new Wizard(
        List.of(
            new DatabaseStep(database, InstantSource.system()),
            new AddressStep(selfTest),
            new CrmStep(accounts, shells),
            new FieldsStep(accounts, offer, recent, editing, acts),
            new AgentsStep(accounts, connectors, editing),
            new TagsStep(accounts, recent, editing),
            new WindowStep(editing, shells),
            new MessagesStep(telling),
            new PublishStep(editing, accounts, connecting),
            new LeadStep(accounts, editing, shells)),
        steps,
        acts,
        shells);
  }
}
