package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.feedback.Comment;
import dev.baton.feedback.Comment.Kind;
import dev.baton.feedback.Comment.Said;
import dev.baton.feedback.CommentId;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.LeadText;
import dev.baton.ledger.Lead;
import dev.baton.rotation.RotationCommand.Begin;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everything that forgets persons does, in sentences. */
abstract class ErasureContract extends StoreScene {
  private static final Contact CLEO =
      new Contact("Cleo Customer", "Cleo@Customer.example", "+49 431 555 0123");

  private Lead from(Contact contact) {
    store.clock().tick(Duration.ofSeconds(1));
    var content =
        new LeadContent(
            new LeadText(
                "Cleo asks",
                "Call me",
                Map.of("budget", "1.200,50", "city", "Kiel", "spouse", "Al")),
            contact,
            Set.of("Harbour"),
            "WEB");
    Lead lead = newLead();
    store
        .ledger()
        .admit(
            lead,
            content,
            sheet -> entry(sheet, new Begin(sheet.circumstances().book().tagsOf(content))));
    return lead;
  }

  private boolean erase(LeadId lead) {
    return store.erasure().erase(ACME, lead, Set.of("budget", "city"), store.clock().instant());
  }

  private LeadContent contentOf(Lead lead) {
    return store.leads().file(ACME, lead.id()).orElseThrow().content();
  }

  @Test
  void leads_of_a_person_are_found_by_address_or_number_however_written_oldest_first() {
    Lead first = from(CLEO);
    Lead second = from(new Contact("", "cleo@customer.example", ""));
    Lead third = from(new Contact("", "", "0049-431-5550123"));
    from(new Contact("Cleo Customer", "another@customer.example", ""));

    assertThat(store.erasure().leadsOf(ACME, CLEO))
        .containsExactly(first.id(), second.id(), third.id());
    assertThat(store.erasure().leadsOf(ACME, new Contact("", "CLEO@customer.example", "")))
        .containsExactly(first.id(), second.id());
    assertThat(store.erasure().leadsOf(ACME, new Contact("Cleo Customer", "", ""))).isEmpty();
    assertThat(store.erasure().leadsOf(OTHER, CLEO)).isEmpty();
  }

  @Test
  void nothing_of_the_person_remains_and_reports_still_have_what_they_add_up() {
    Lead lead = from(CLEO);
    var comment =
        new Comment(
            new CommentId(new UUID(7, 1)),
            ACME,
            lead.id(),
            store.clock().instant(),
            Said.OWNER,
            "Ann",
            Kind.COMMENT,
            "Cleo is nice");
    store.comments().add(comment);
    var history = store.leads().file(ACME, lead.id()).orElseThrow().rotation();

    assertThat(erase(lead.id())).isTrue();

    assertThat(contentOf(lead))
        .isEqualTo(
            new LeadContent(
                new LeadText("", "", Map.of("budget", "1.200,50", "city", "erased")),
                Contact.UNKNOWN,
                Set.of(),
                "WEB"));
    assertThat(store.comments().of(ACME, lead.id())).isEmpty();
    assertThat(store.erasure().leadsOf(ACME, CLEO)).isEmpty();
    assertThat(store.leads().file(ACME, lead.id()).orElseThrow().rotation()).isEqualTo(history);
  }

  @Test
  void a_lead_is_erased_once_and_only_by_its_company() {
    Lead lead = from(CLEO);
    Lead other = from(new Contact("Otto", "otto@customer.example", ""));

    assertThat(store.leads().erased(ACME, lead.id())).isFalse();
    assertThat(store.erasure().erase(OTHER, lead.id(), Set.of(), store.clock().instant()))
        .isFalse();
    assertThat(contentOf(lead).contact()).isEqualTo(CLEO);
    assertThat(erase(lead.id())).isTrue();
    assertThat(erase(lead.id())).isFalse();
    assertThat(store.leads().erased(ACME, lead.id())).isTrue();
    assertThat(store.leads().erased(OTHER, lead.id())).isFalse();
    assertThat(store.leads().erased(ACME, other.id())).isFalse();
    assertThat(contentOf(other).contact().name()).isEqualTo("Otto");
  }

  @Test
  void who_comes_back_after_being_erased_is_a_stranger() {
    Lead lead = from(CLEO);
    erase(lead.id());

    Lead again = from(CLEO);

    assertThat(store.leads().file(ACME, again.id()).orElseThrow().rotation().following()).isEmpty();
    assertThat(store.erasure().leadsOf(ACME, CLEO)).containsExactly(again.id());
  }
}
