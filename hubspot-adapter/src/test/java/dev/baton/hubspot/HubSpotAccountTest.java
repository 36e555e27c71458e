package dev.baton.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmAccount.Finding;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.OAuthTokens;
import dev.baton.crm.RecordRead.Present;
import dev.baton.crm.StatusMapping;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.hubspot.sandbox.HubSpotSandbox;
import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.PropertyDefinition;
import dev.baton.hubspot.sandbox.SandboxSettings;
import dev.baton.lead.CrmRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An account is looked at, made ready and tried out. */
class HubSpotAccountTest {
  private final HubSpotSandbox sandbox =
      HubSpotSandbox.start(SandboxSettings.defaults().withoutLimits());
  private final Portal portal = sandbox.portal("4711");

  @AfterEach
  void closeSandbox() {
    sandbox.close();
  }

  @ParameterizedTest
  @EnumSource(RoutedObject.class)
  void an_account_that_was_prepared_has_nothing_wrong(RoutedObject kind) {
    portal.addOwner("Bob", "bob@example.org");
    HubSpotSettings settings = settings(kind).mapping(usual(kind));

    assertThat(account(settings).prepare()).isNotEmpty().allMatch(Finding::ok);

    assertThat(account(settings).check()).isNotEmpty().allMatch(Finding::ok);
  }

  @Test
  void a_new_account_lacks_batons_fields_and_owners_and_is_told_what_to_do() {
    List<Finding> wrong = wrong(account(settings(RoutedObject.CONTACTS)).check());

    assertThat(wrong)
        .extracting(Finding::what)
        .contains("Field baton_tags of contacts", "Field baton_subject of contacts")
        .contains("Owners: none active");
    assertThat(wrong).allMatch(finding -> !finding.advice().isBlank());
    assertThat(wrong).anyMatch(finding -> finding.advice().contains("prepare the account"));
  }

  @Test
  void looking_changes_nothing_and_preparing_twice_does_no_harm() {
    CrmAccount account = account(settings(RoutedObject.DEALS));
    account.check();
    assertThat(portal.properties("deals")).noneMatch(p -> p.name().startsWith("baton_"));

    List<Finding> first = account.prepare();
    List<PropertyDefinition> made = portal.properties("deals");
    List<Finding> second = account.prepare();

    assertThat(second).isEqualTo(first);
    assertThat(portal.properties("deals")).isEqualTo(made);
    assertThat(made)
        .filteredOn(p -> p.name().startsWith("baton_"))
        .allMatch(p -> p.group().equals("baton"))
        .extracting(PropertyDefinition::name)
        .contains("baton_contact_status", "baton_expected_currency")
        .doesNotContain("baton_expected_value", "baton_subject");
  }

  @Test
  void tags_to_choose_from_are_the_companys_and_grow_with_them() {
    account(settings(RoutedObject.CONTACTS), List.of("Harbour", "A;B")).prepare();
    account(settings(RoutedObject.CONTACTS), List.of("Crane")).prepare();

    assertThat(portal.properties("contacts"))
        .filteredOn(p -> p.name().equals("baton_tags"))
        .singleElement()
        .satisfies(tags -> assertThat(tags.options()).containsExactly("Harbour", "Crane"));
    assertThat(wrong(account(settings(RoutedObject.CONTACTS), List.of("Yacht")).check()))
        .anyMatch(finding -> finding.advice().contains("Yacht"));
  }

  @Test
  void a_company_without_tags_is_asked_for_the_first() {
    CrmAccount account = account(settings(RoutedObject.CONTACTS), List.of());

    assertThat(wrong(account.prepare()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what()).isEqualTo("Field baton_tags of contacts");
              assertThat(finding.advice()).contains("Publish the first tags");
            });
  }

  @Test
  void a_field_of_another_type_is_left_alone_and_told() {
    portal.addProperty(
        "contacts",
        PropertyDefinition.plain("baton_reason", "Reason", "contactinformation", "number"));

    assertThat(wrong(account(settings(RoutedObject.CONTACTS)).prepare()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.advice()).contains("number").contains("string"));
  }

  @Test
  void a_missing_right_is_named() {
    portal.grantOnly(List.of("crm.objects.contacts.read", "crm.objects.owners.read"));

    assertThat(wrong(account(settings(RoutedObject.TICKETS)).check()))
        .extracting(Finding::what)
        .contains("Right crm.objects.contacts.write", "Right tickets")
        .doesNotContain("Right crm.objects.owners.read");
  }

  @Test
  void a_field_and_a_status_that_do_not_exist_are_named() {
    HubSpotSettings settings =
        settings(RoutedObject.CONTACTS)
            .lookingAt(List.of("citty"))
            .mapping(StatusMapping.read("", "Working = CONTACTED/NONE; NEW = NOT_CONTACTED/NONE"));

    assertThat(wrong(account(settings).check()))
        .anyMatch(finding -> finding.what().equals("Field citty of contacts"))
        .anyMatch(
            finding ->
                finding.what().equals("Status hs_lead_status of contacts")
                    && finding.advice().contains("Working")
                    && !finding.advice().contains("NEW"));
  }

  @Test
  void an_account_that_lets_nobody_in_is_one_finding_and_no_exception() {
    CrmAccount account = account(settings(RoutedObject.CONTACTS));
    portal.withdrawAccess();

    assertThat(account.check())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what()).isEqualTo("Connection to HubSpot");
              assertThat(finding.advice()).contains("Connect HubSpot again");
            });
    assertThat(account.prepare()).hasSize(1).noneMatch(Finding::ok);
  }

  @Test
  void a_field_that_may_not_be_created_is_told_with_the_right_that_lacks() {
    sandbox.faults().always().on("POST", "/crm/properties").missScopes();

    assertThat(account(settings(RoutedObject.CONTACTS)).prepare())
        .isNotEmpty()
        .allMatch(finding -> !finding.ok() && finding.advice().contains("allow everything"));
  }

  @ParameterizedTest
  @EnumSource(RoutedObject.class)
  void a_test_lead_is_plainly_one_and_goes_without_a_trace(RoutedObject kind) {
    HubSpotConnector connector = connector(settings(kind));
    CrmAccount account = connector.account(List::of);

    CrmRecord lead = account.createTestLead("7 of Acme");

    var read = (Present) connector.read(List.of(lead)).getFirst();
    assertThat(read.content().contact().name()).contains("Baton test 7 of Acme");
    assertThat(read.content().text().body()).contains("It may be deleted");
    account.deleteTestLead(lead);
    account.deleteTestLead(lead);
    assertThat(portal.records(kind.object())).isEmpty();
    assertThat(portal.records("contacts")).isEmpty();
  }

  @Test
  void a_record_that_is_no_test_is_never_deleted() {
    String ann = portal.createContact(Map.of("lastname", "Example"));
    CrmAccount account = account(settings(RoutedObject.CONTACTS));

    account.deleteTestLead(new CrmRecord(new ConnectionId("hub"), "contacts", ann));

    assertThat(portal.records("contacts")).hasSize(1);
  }

  @Test
  void a_test_deal_that_is_refused_leaves_no_contact_behind() {
    sandbox.faults().always().on("POST", "/crm/objects/2026-09/deals").refuseValues();
    CrmAccount account = account(settings(RoutedObject.DEALS));

    assertThatThrownBy(() -> account.createTestLead("1")).isInstanceOf(CrmUnavailable.class);
    assertThat(portal.records("contacts")).isEmpty();
  }

  private static List<Finding> wrong(List<Finding> findings) {
    return findings.stream().filter(finding -> !finding.ok()).toList();
  }

  private static StatusMapping usual(RoutedObject kind) {
    return StatusMapping.read("", kind.usualStatuses());
  }

  private HubSpotSettings settings(RoutedObject kind) {
    return HubSpotSettings.defaults().at(sandbox.api()).routing(kind.object());
  }

  private CrmAccount account(HubSpotSettings settings) {
    return account(settings, List.of("Harbour", "Commercial"));
  }

  private CrmAccount account(HubSpotSettings settings, List<String> tags) {
    return connector(settings).account(() -> tags);
  }

  private HubSpotConnector connector(HubSpotSettings settings) {
    return new HubSpotConnector(
        new ConnectionId("hub"),
        settings,
        sandbox.clientId(),
        sandbox.clientSecret(),
        new KeptTokens(new OAuthTokens("none yet", Instant.EPOCH, portal.refreshToken())),
        InstantSource.system());
  }
}
