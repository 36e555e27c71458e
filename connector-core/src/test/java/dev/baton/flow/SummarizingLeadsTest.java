package dev.baton.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.crm.CrmNotice;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import dev.baton.lead.Summarizer;
import dev.baton.lead.Summarizer.Outcome.Refused;
import dev.baton.lead.Summarizer.Outcome.Said;
import dev.baton.lead.Summarizer.Outcome.TryAgain;
import dev.baton.lead.Summary;
import dev.baton.store.Database;
import dev.baton.store.JdbcSummaries;
import dev.baton.store.StoreUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leads get a summary when nobody waits for it, and nobody's contact data leaves. */
class SummarizingLeadsTest {
  /** Answers what it is told to, and remembers what it was asked. */
  private static final class Model implements Summarizer {
    private final List<String> asked = new ArrayList<>();
    private Outcome answer = new Said("Wants a villa");

    @Override
    public Outcome summarize(String text) {
      asked.add(text);
      return answer;
    }
  }

  @TempDir Path directory;
  private final Model model = new Model();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private Walk walk;
  private SummarizingLeads summarizing;

  @BeforeEach
  void open() {
    Database database = Database.open(Database.embedded(directory), "sa", "");
    walk = new Walk(StoreUnderTest.in(database), Map.of()).agent("ann", false).agent("bob", true);
    summarizing =
        new SummarizingLeads(
            new JdbcSummaries(database), model, walk.store.clock(), waiting::addLast);
  }

  @AfterEach
  void close() {
    walk.close();
  }

  private CrmRecord arrives() {
    return walk.leadArrives();
  }

  private CrmRecord arrives(String message) {
    var cleo = new Contact("Cleo Canary", "cleo.canary@customer.example", "+49 431 5550123");
    var text = new LeadText("", message, Map.of("Phone", "0431 5550123"));
    CrmRecord record = walk.crm.givenRecord(new LeadContent(text, cleo, Set.of(), "WEB"));
    walk.tell(new CrmNotice.RecordCreated("contacts", record.id(), walk.now()));
    walk.settle();
    return record;
  }

  private Optional<String> summary(CrmRecord lead) {
    return walk.file(lead).summary().map(Summary::text);
  }

  /** Looks, and lets all that was set off come to its end; answers how many leads that were. */
  private int look() {
    int leads = summarizing.look();
    while (!waiting.isEmpty()) waiting.removeFirst().run();
    return leads;
  }

  private void passes(Duration time) {
    walk.store.clock().tick(time);
  }

  @Test
  void a_lead_is_summarized_once() {
    CrmRecord lead = arrives();

    assertThat(look()).isEqualTo(1);
    assertThat(look()).isZero();

    assertThat(summary(lead)).contains("Wants a villa");
    assertThat(model.asked).hasSize(1);
  }

  @Test
  void neither_the_question_nor_what_is_kept_holds_contact_data() {
    CrmRecord lead = arrives("I am Cleo, a villa please: cleo.canary@customer.example, 5550123");
    model.answer = new Said("Cleo (cleo.canary@customer.example, 0431 5550123) wants a villa");

    look();

    assertThat(model.asked).containsExactly("I am […], a villa please: […] […]");
    assertThat(summary(lead)).contains("[…] […] […]) wants a villa");
  }

  @Test
  void an_answer_from_which_the_person_cannot_be_taken_out_is_dropped() {
    CrmRecord lead = arrives("A villa, please");
    model.answer = new Said("c l e o . c a n a r y writes");

    look();
    passes(Duration.ofHours(1));
    look();

    assertThat(summary(lead)).isEmpty();
    assertThat(model.asked).hasSize(1);
  }

  @Test
  void nobody_is_asked_about_a_lead_from_which_the_person_cannot_be_taken_out() {
    CrmRecord lead = arrives("A villa, please. C-l-e-o C-a-n-a-r-y");

    look();
    passes(Duration.ofHours(1));
    look();

    assertThat(summary(lead)).isEmpty();
    assertThat(model.asked).isEmpty();
  }

  @Test
  void a_lead_that_says_nothing_is_left() {
    arrives(" Cleo Canary ");
    look();
    passes(Duration.ofHours(1));

    assertThat(look()).isZero();
    assertThat(model.asked).isEmpty();
  }

  @Test
  void no_more_than_four_are_asked_about_at_once() {
    for (int i = 0; i < 6; i++) arrives();

    assertThat(summarizing.look()).isEqualTo(4);
    assertThat(summarizing.look()).isZero();
    waiting.removeFirst().run();
    assertThat(summarizing.look()).isEqualTo(1);
    while (!waiting.isEmpty()) waiting.removeFirst().run();
    assertThat(look()).isEqualTo(1);
    assertThat(model.asked).hasSize(6);
  }

  @Test
  void what_fails_is_tried_again_after_a_minute_and_after_ten_and_then_left() {
    CrmRecord lead = arrives();
    model.answer = new TryAgain("busy");
    look();
    passes(Duration.ofSeconds(59));
    assertThat(look()).isZero();
    passes(Duration.ofSeconds(1));
    assertThat(look()).isEqualTo(1);
    passes(Duration.ofMinutes(9));
    assertThat(look()).isZero();
    passes(Duration.ofMinutes(1));
    assertThat(look()).isEqualTo(1);
    passes(Duration.ofHours(1));
    model.answer = new Said("Wants a villa");

    assertThat(look()).isZero();
    assertThat(summary(lead)).isEmpty();
    assertThat(model.asked).hasSize(3);
  }

  @Test
  void what_is_refused_is_left() {
    CrmRecord lead = arrives();
    model.answer = new Refused("not this");
    look();
    passes(Duration.ofHours(1));

    assertThat(look()).isZero();
    assertThat(summary(lead)).isEmpty();
  }

  @Test
  void after_three_failures_in_a_row_it_rests_for_a_minute_and_then_tries_one() {
    for (int i = 0; i < 3; i++) arrives();
    model.answer = new TryAgain("away");
    assertThat(look()).isEqualTo(3);
    CrmRecord later = arrives();
    arrives();

    passes(Duration.ofSeconds(59));
    assertThat(look()).isZero();
    passes(Duration.ofSeconds(1));
    assertThat(summarizing.look()).isEqualTo(1);
    assertThat(summarizing.look()).as("while it is on trial").isZero();
    waiting.removeFirst().run();
    assertThat(look()).as("the trial failed").isZero();

    passes(Duration.ofMinutes(1));
    model.answer = new Said("Wants a villa");
    assertThat(look()).isEqualTo(1);
    assertThat(look()).as("it answers again").isGreaterThan(1);
    while (look() > 0) passes(Duration.ofMillis(1));
    assertThat(summary(later)).contains("Wants a villa");
  }

  @Test
  void leads_that_were_left_behind_are_found_within_a_minute() {
    CrmRecord lead = arrives();
    passes(Duration.ofHours(2));
    assertThat(look()).isEqualTo(1);
    assertThat(summary(lead)).isPresent();

    assertThat(look()).isZero();
    CrmRecord another = arrives();
    passes(Duration.ofMinutes(20));
    assertThat(look()).isEqualTo(1);
    assertThat(summary(another)).isPresent();
  }

  @Test
  void a_server_that_stops_keeps_nothing_and_blames_nobody() {
    CrmRecord lead = arrives();
    summarizing.look();
    model.answer = new TryAgain("The server stops");
    Thread.currentThread().interrupt();
    try {
      waiting.removeFirst().run();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    passes(Duration.ofMinutes(1));
    model.answer = new Said("Wants a villa");

    assertThat(look()).isEqualTo(1);
    assertThat(summary(lead)).isPresent();
  }
}
