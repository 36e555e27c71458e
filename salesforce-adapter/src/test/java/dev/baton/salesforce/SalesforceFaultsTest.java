package dev.baton.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.CrmWrite.CloseTask;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.crm.CrmWrite.SetFeedback;
import dev.baton.crm.CrmWrite.SetOwner;
import dev.baton.crm.RecordRead.Absent;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.crm.WriteResult.TryAgain;
import dev.baton.crm.WriteResult.Written;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import dev.baton.salesforce.client.SalesforceFault;
import dev.baton.salesforce.client.SalesforceTrouble.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the table of refusals, most of them over the wire to the sandbox. */
class SalesforceFaultsTest {
  private static final LeadContent ANN_ASKS =
      new LeadContent(
          new LeadText("", "Harbour", Map.of()),
          new Contact("Ann Example", "ann@example.org", "+1 555 0100"),
          Set.of(),
          "");

  private final SandboxUnderTest crm = new SandboxUnderTest(RoutedObject.LEAD);
  private CrmRecord record;
  private String bob;

  @BeforeEach
  void givenRecordAndUser() {
    record = crm.givenRecord(ANN_ASKS);
    bob = crm.givenUser("Bob Builder", "bob@example.org");
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SERVER_UNAVAILABLE", "QUERY_TIMEOUT", "REQUEST_LIMIT_EXCEEDED"})
  void a_refused_call_that_says_not_now_holds_for_the_whole_connection(String code) {
    crm.sandbox.faults().always().on("update").fail(code, "words");

    assertThat(((TryAgain) setOwner()).everything()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "UNABLE_TO_LOCK_ROW, unable to obtain exclusive access",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, UNABLE_TO_LOCK_ROW in trigger X",
    "RECORD_IN_USE_BY_WORKFLOW, words",
    "UNKNOWN_EXCEPTION, words"
  })
  void a_refused_record_that_says_not_now_holds_for_it_alone(String code, String message) {
    crm.sandbox.faults().always().failRecords(code, message, record.id());

    assertThat(((TryAgain) setOwner()).everything()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "FIELD_CUSTOM_VALIDATION_EXCEPTION, VALIDATION",
    "REQUIRED_FIELD_MISSING, VALIDATION",
    "DUPLICATES_DETECTED, VALIDATION",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, VALIDATION",
    "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, VALIDATION",
    "INACTIVE_OWNER_OR_USER, INACTIVE_OWNER",
    "TRANSFER_REQUIRES_READ, INACTIVE_OWNER",
    "ENTITY_IS_DELETED, RECORD_GONE",
    "INVALID_CROSS_REFERENCE_KEY, RECORD_GONE",
    "CANNOT_UPDATE_CONVERTED_LEAD, RECORD_GONE",
    "INSUFFICIENT_ACCESS_OR_READONLY, NO_ACCESS",
    "INVALID_FIELD_FOR_INSERT_UPDATE, NO_ACCESS"
  })
  void a_refused_record_needs_a_person(String code, Cause cause) {
    crm.sandbox.faults().always().failRecords(code, "words", record.id());

    var person = (NeedsPerson) setOwner();

    assertThat(person.cause()).isEqualTo(cause);
    assertThat(person.why()).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"API_DISABLED_FOR_ORG", "INSUFFICIENT_ACCESS", "INVALID_TYPE"})
  void a_refused_call_for_lack_of_rights_needs_a_person(String code) {
    crm.sandbox.faults().always().on("update").fail(code, "words");
    crm.sandbox.faults().always().on("query").fail(code, "words");

    assertThat(((NeedsPerson) setOwner()).cause()).isEqualTo(Cause.NO_ACCESS);
    assertThatThrownBy(() -> crm.connector.read(List.of(record)))
        .isInstanceOfSatisfying(
            CrmUnavailable.class, thrown -> assertThat(thrown.needsPerson()).isTrue());
  }

  @Test
  void an_org_without_batons_package_is_told_to_install_it() {
    crm.org.uninstallBaton();
    var said = new SetFeedback(record, new Feedback(ContactStatus.ATTEMPTED, DealStatus.NONE));

    var person = (NeedsPerson) crm.connector.write(said, 1);

    assertThat(person.cause()).isEqualTo(Cause.NO_ACCESS);
    assertThat(person.why()).contains("Install Baton's package");
    assertThatThrownBy(() -> crm.connector.read(List.of(record)))
        .isInstanceOf(CrmUnavailable.class)
        .hasMessageContaining("Install Baton's package");
  }

  @Test
  void an_owner_nobody_knows_is_unfit_and_the_record_is_not_gone() {
    var unknown = new SetOwner(record, "0050000000zzzzzAAA");

    assertThat(((NeedsPerson) crm.connector.write(unknown, 1)).cause())
        .isEqualTo(Cause.INACTIVE_OWNER);
  }

  @Test
  void a_converted_lead_can_no_more_be_written_to() {
    crm.org.giveTo(bob, record.id(), crm.org.admin().id());
    crm.org.convert(record.id(), bob);

    assertThat(((NeedsPerson) setOwner()).cause()).isEqualTo(Cause.RECORD_GONE);
  }

  @Test
  void a_message_that_quotes_values_is_not_told_and_an_admins_is() {
    crm.sandbox.faults().next(1).failRecords("DUPLICATES_DETECTED", "ann@example.org is there");
    assertThat(((NeedsPerson) setOwner()).why()).doesNotContain("ann").doesNotContain("@");

    crm.sandbox
        .faults()
        .next(1)
        .failRecords(
            "FIELD_CUSTOM_VALIDATION_EXCEPTION",
            "Ask ann@example.org or +1 555 0100 for \"Gold\" first");
    assertThat(((NeedsPerson) setOwner()).why())
        .contains("Ask", "first")
        .doesNotContain("@", "555", "Gold");
  }

  @Test
  void an_id_that_is_none_of_salesforces_is_a_record_that_is_gone() {
    var odd = new CrmRecord(SandboxUnderTest.CONNECTION, "Lead", "nonsense' OR Id != '");

    assertThat(crm.connector.read(List.of(odd)).getFirst()).isInstanceOf(Absent.class);
    assertThat(((NeedsPerson) crm.connector.write(new SetOwner(odd, bob), 1)).cause())
        .isEqualTo(Cause.RECORD_GONE);
    assertThat(crm.sandbox.calls()).isEmpty();
  }

  @Test
  void an_agent_without_a_user_is_not_mapped() {
    assertThat(((NeedsPerson) crm.connector.write(new SetOwner(record, ""), 1)).cause())
        .isEqualTo(Cause.OWNER_NOT_MAPPED);
    var offer = new OfferTask(record, "k", " ", Instant.EPOCH, Instant.EPOCH, "s", "f", "l");
    assertThat(((NeedsPerson) crm.connector.write(offer, 1)).cause())
        .isEqualTo(Cause.OWNER_NOT_MAPPED);
  }

  @Test
  void an_answer_of_a_record_that_is_gone_is_gone_with_it() {
    crm.givenRecordDeleted(record);

    var close = new CloseTask(record, "lead-1", Optional.empty(), "Declined", true);

    assertThat(crm.connector.write(close, 1)).isInstanceOf(Written.class);
  }

  @Test
  void an_owner_field_is_told_by_the_field_that_is_named() {
    var refused =
        new Refused(
            "INVALID_CROSS_REFERENCE_KEY",
            Optional.empty(),
            List.of("OwnerId"),
            Optional.empty(),
            Optional.empty());

    assertThat(SalesforceFaults.result(new SalesforceFault(refused)))
        .isInstanceOfSatisfying(
            NeedsPerson.class, p -> assertThat(p.cause()).isEqualTo(Cause.INACTIVE_OWNER));
  }

  private dev.baton.crm.WriteResult setOwner() {
    return crm.connector.write(new SetOwner(record, bob), 1);
  }
}
