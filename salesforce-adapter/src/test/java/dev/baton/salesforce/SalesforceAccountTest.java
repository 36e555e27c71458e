package dev.baton.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmAccount.Changed;
import dev.baton.crm.CrmAccount.Changes;
import dev.baton.crm.CrmAccount.Finding;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.RecordRead.Present;
import dev.baton.crm.StatusMapping;
import dev.baton.lead.CrmRecord;
import dev.baton.salesforce.client.SalesforceSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An org is looked at, caught up on and tried out. */
class SalesforceAccountTest {
  private SandboxUnderTest crm = new SandboxUnderTest(RoutedObject.LEAD);

  @AfterEach
  void close() {
    crm.close();
  }

  @ParameterizedTest
  @EnumSource(RoutedObject.class)
  void an_org_with_batons_package_has_nothing_wrong(RoutedObject kind) {
    open(kind, SalesforceSettings.defaults());
    crm.givenUser("Bob Builder", "bob@example.org");

    assertThat(account().check()).hasSizeGreaterThan(10).allMatch(Finding::ok);
    assertThat(account().check()).extracting(Finding::what).contains("Connection to Acme");
    assertThat(account().prepare()).isNotEmpty().allMatch(Finding::ok);
  }

  @Test
  void an_org_without_it_is_told_to_install_it() {
    crm.org.uninstallBaton();

    assertThat(wrong(account().prepare()))
        .hasSize(10)
        .allMatch(finding -> finding.advice().contains("Install Baton's package"))
        .extracting(Finding::what)
        .contains("Field Baton_Offer_Key__c of Task", "Field Baton_Offer_Response__c of Lead");
  }

  @Test
  void a_field_and_a_status_that_do_not_exist_are_named() {
    open(
        RoutedObject.LEAD,
        SalesforceSettings.defaults()
            .lookingAt(List.of("Citty__c"))
            .mapping(
                StatusMapping.read(
                    "", "Working = CONTACTED/NONE; Working - Contacted = CONTACTED/IN_PROGRESS")));

    assertThat(wrong(account().check()))
        .anyMatch(finding -> finding.what().equals("Field Citty__c of Lead"))
        .anyMatch(
            finding ->
                finding.what().equals("Field Status of Lead")
                    && finding.advice().contains("Working.")
                    && !finding.advice().contains("Contacted"));
  }

  @Test
  void an_org_that_lets_nobody_in_is_one_finding_and_no_exception() {
    crm.withdrawAccess();

    assertThat(account().check())
        .singleElement()
        .satisfies(finding -> assertThat(finding.advice()).contains("connected again"));
  }

  @Test
  void an_org_that_is_down_is_a_finding_and_no_exception() {
    crm.beDown(true);

    assertThat(account().check()).singleElement().matches(finding -> !finding.ok());
    assertThat(account().prepare()).isNotEmpty().noneMatch(Finding::ok);
    assertThatThrownBy(() -> account().changedSince(Instant.EPOCH, Optional.empty()))
        .isInstanceOf(CrmUnavailable.class);
  }

  @ParameterizedTest
  @EnumSource(RoutedObject.class)
  void a_test_lead_is_plainly_one_and_can_be_deleted_twice(RoutedObject kind) {
    open(kind, SalesforceSettings.defaults());
    CrmRecord test = account().createTestLead("k-1");

    var read = (Present) crm.connector.read(List.of(test)).getFirst();
    assertThat(read.content().contact().name() + read.content().text().subject())
        .contains("Baton test k-1");
    assertThat(read.owner()).isEmpty();

    account().deleteTestLead(test);
    account().deleteTestLead(test);
    assertThat(crm.org.record(test.id())).isEmpty();
  }

  @Test
  void nothing_but_a_test_is_ever_deleted() {
    String real = crm.org.createLead(Map.of("LastName", "Example", "Company", "C"));

    account().deleteTestLead(new CrmRecord(SandboxUnderTest.CONNECTION, "Lead", real));
    account().deleteTestLead(new CrmRecord(SandboxUnderTest.CONNECTION, "Lead", "nonsense"));

    assertThat(crm.org.record(real)).isPresent();
  }

  @Test
  void every_change_is_told_once_in_order_page_by_page() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      made.add(crm.org.createLead(Map.of("LastName", "L" + i, "Company", "C")));
    }
    String again = made.getFirst();

    List<Changed> told = new ArrayList<>();
    Optional<String> page = Optional.empty();
    do {
      Changes changes = account().changedSince(Instant.EPOCH, page);
      assertThat(changes.records()).hasSizeLessThanOrEqualTo(200);
      told.addAll(changes.records());
      if (page.isEmpty()) crm.org.change(again, Map.of("Phone", "1"), crm.org.admin().id());
      page = changes.next();
    } while (page.isPresent());

    assertThat(told).extracting(changed -> changed.record().id()).containsAll(made);
    assertThat(told).isSortedAccordingTo((a, b) -> a.changedAt().compareTo(b.changedAt()));
    assertThat(told).hasSizeBetween(450, 451);
  }

  @Test
  void what_changed_before_is_not_told() {
    crm.org.createLead(Map.of("LastName", "Old", "Company", "C"));

    Changes changes =
        account().changedSince(Instant.parse("2100-01-01T00:00:00Z"), Optional.empty());

    assertThat(changes.records()).isEmpty();
    assertThat(changes.next()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "x:y", "1:' OR Id != '", "1:00Q"})
  void a_page_that_is_none_of_ours_is_a_bug(String page) {
    assertThatThrownBy(() -> account().changedSince(Instant.EPOCH, Optional.of(page)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private CrmAccount account() {
    return crm.connector.account();
  }

  private static List<Finding> wrong(List<Finding> findings) {
    return findings.stream().filter(finding -> !finding.ok()).toList();
  }

  private void open(RoutedObject kind, SalesforceSettings settings) {
    crm.close();
    crm = new SandboxUnderTest(kind, settings);
  }
}
