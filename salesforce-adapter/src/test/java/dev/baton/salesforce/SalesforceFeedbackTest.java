package dev.baton.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.crm.CrmWrite.SetFeedback;
import dev.baton.crm.RecordRead.Present;
import dev.baton.crm.StatusMapping;
import dev.baton.crm.WriteResult.Written;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.ExpectedValue;
import dev.baton.feedback.Feedback;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import dev.baton.salesforce.client.SalesforceSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feedback in Baton's fields and in the org's own status, and which of them counts. */
class SalesforceFeedbackTest {
  private static final LeadContent ANN_ASKS =
      new LeadContent(
          new LeadText("Asks", "Harbour", Map.of()),
          new Contact("Ann Example", "ann@example.org", "+1 555 0100"),
          Set.of(),
          "");
  private static final Feedback WORKING =
      new Feedback(ContactStatus.CONTACTED, DealStatus.IN_PROGRESS);
  private static final Feedback WON = new Feedback(ContactStatus.CONTACTED, DealStatus.CLOSED_WON);
  private static final Feedback LOST =
      new Feedback(ContactStatus.CONTACTED, DealStatus.CLOSED_LOST);
  private static final Feedback UNREACHABLE =
      new Feedback(ContactStatus.UNREACHABLE, DealStatus.NONE);
  private static final StatusMapping LEAD_STATUSES =
      StatusMapping.read(
          "",
          "Working - Contacted = CONTACTED/IN_PROGRESS;"
              + "Closed - Not Converted = CONTACTED/CLOSED_LOST");

  private SandboxUnderTest crm = mapped(RoutedObject.LEAD, LEAD_STATUSES);

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void feedback_that_a_status_stands_for_sets_it_and_other_feedback_leaves_it() {
    CrmRecord lead = crm.givenRecord(ANN_ASKS);

    say(lead, WORKING);
    assertThat(value(lead, "Status")).isEqualTo("Working - Contacted");

    say(lead, UNREACHABLE);
    assertThat(value(lead, "Status")).isEqualTo("Working - Contacted");
    assertThat(read(lead)).contains(UNREACHABLE);
  }

  @Test
  void a_status_somebody_sets_in_the_org_comes_back() {
    CrmRecord lead = crm.givenRecord(ANN_ASKS);
    say(lead, WORKING);

    crm.org.change(lead.id(), Map.of("Status", "Closed - Not Converted"), crm.org.admin().id());

    assertThat(read(lead)).contains(LOST);
  }

  @Test
  void a_status_of_a_record_baton_has_said_nothing_of_counts() {
    CrmRecord lead = crm.givenRecord(ANN_ASKS);
    assertThat(read(lead)).isEmpty();

    crm.org.change(lead.id(), Map.of("Status", "Working - Contacted"), crm.org.admin().id());

    assertThat(read(lead)).contains(WORKING);
  }

  @Test
  void a_converted_lead_is_won_whatever_was_said_before() {
    CrmRecord lead = crm.givenRecord(ANN_ASKS);
    crm.org.giveTo(crm.org.admin().id(), lead.id(), crm.org.admin().id());
    say(lead, WORKING);

    crm.org.convert(lead.id(), crm.org.admin().id());

    assertThat(read(lead)).contains(WON);
  }

  @Test
  void an_opportunity_that_is_closed_comes_back_without_any_mapping() {
    open(RoutedObject.OPPORTUNITY, StatusMapping.NONE);
    CrmRecord opportunity = crm.givenRecord(ANN_ASKS);
    say(opportunity, WORKING.because("Budget is there"));

    crm.org.change(opportunity.id(), Map.of("StageName", "Closed Won"), crm.org.admin().id());
    assertThat(read(opportunity)).contains(WON.because("Budget is there"));

    crm.org.change(opportunity.id(), Map.of("StageName", "Closed Lost"), crm.org.admin().id());
    assertThat(read(opportunity)).contains(LOST.because("Budget is there"));
  }

  @Test
  void an_amount_without_a_currency_of_its_own_is_in_the_connections() {
    open(RoutedObject.OPPORTUNITY, StatusMapping.NONE);
    CrmRecord opportunity = crm.givenRecord(ANN_ASKS);

    crm.org.change(opportunity.id(), Map.of("Amount", "1200.5"), crm.org.admin().id());
    assertThat(read(opportunity).orElseThrow().value()).contains(ExpectedValue.of("1200.5", "USD"));

    say(opportunity, WORKING.worth(ExpectedValue.of("99999999999.99", "EUR")));
    assertThat(read(opportunity).orElseThrow().value())
        .contains(ExpectedValue.of("99999999999.99", "EUR"));
  }

  @Test
  void a_closed_case_is_closed() {
    open(RoutedObject.CASE, StatusMapping.NONE);
    CrmRecord customer = crm.givenRecord(ANN_ASKS);

    crm.org.change(customer.id(), Map.of("Status", "Closed"), crm.org.admin().id());

    assertThat(read(customer)).contains(WON);
  }

  @Test
  void a_value_that_is_none_says_nothing() {
    CrmRecord lead = crm.givenRecord(ANN_ASKS);

    crm.org.change(
        lead.id(),
        Map.of("Baton_Expected_Value__c", "-5", "Baton_Expected_Currency__c", "ABC"),
        crm.org.admin().id());

    assertThat(read(lead)).isEmpty();
  }

  private void say(CrmRecord record, Feedback feedback) {
    assertThat(crm.connector.write(new SetFeedback(record, feedback), 1))
        .isInstanceOf(Written.class);
  }

  private Optional<Feedback> read(CrmRecord record) {
    return ((Present) crm.connector.read(List.of(record)).getFirst()).feedback();
  }

  private String value(CrmRecord record, String field) {
    return crm.org.record(record.id()).orElseThrow().value(field);
  }

  private void open(RoutedObject kind, StatusMapping statuses) {
    crm.close();
    crm = mapped(kind, statuses);
  }

  private static SandboxUnderTest mapped(RoutedObject kind, StatusMapping statuses) {
    return new SandboxUnderTest(kind, SalesforceSettings.defaults().mapping(statuses));
  }
}
