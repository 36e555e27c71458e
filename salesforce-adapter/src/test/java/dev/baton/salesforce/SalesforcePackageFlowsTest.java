package dev.baton.salesforce;

import static dev.baton.salesforce.SalesforceFields.ACTIVITY;
import static dev.baton.salesforce.SalesforceFields.CASE;
import static dev.baton.salesforce.SalesforceFields.CHANGED;
import static dev.baton.salesforce.SalesforceFields.CHANGED_BY;
import static dev.baton.salesforce.SalesforceFields.CREATED;
import static dev.baton.salesforce.SalesforceFields.GIVEN_TAGS;
import static dev.baton.salesforce.SalesforceFields.ID;
import static dev.baton.salesforce.SalesforceFields.INTEGRATION_PERMISSION;
import static dev.baton.salesforce.SalesforceFields.LEAD;
import static dev.baton.salesforce.SalesforceFields.OFFER_KEY;
import static dev.baton.salesforce.SalesforceFields.OFFER_RESPONSE;
import static dev.baton.salesforce.SalesforceFields.OPPORTUNITY;
import static dev.baton.salesforce.SalesforceFields.OWNER;
import static dev.baton.salesforce.SalesforceFields.STAGE;
import static dev.baton.salesforce.SalesforceFields.STATUS;
import static dev.baton.salesforce.SalesforceFields.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the installed flows against the outbound messages they send, and both against Java. */
class SalesforcePackageFlowsTest {
  private static final List<String> ROUTED = List.of(LEAD, CASE, OPPORTUNITY);
  private static final Pattern READ = Pattern.compile("\\{!\\$Record\\.(\\w+)}");
  private static final Pattern PERMISSION = Pattern.compile("\\{!\\$Permission\\.(\\w+)}");

  /** By full name, such as {@code Lead.Baton_Lead_Created}. */
  private final Map<String, InstalledFile> messages = new TreeMap<>();

  private final Map<String, InstalledFile> flows = new TreeMap<>();

  SalesforcePackageFlowsTest() {
    for (InstalledFile file : InstalledFile.in("workflows")) {
      String object = file.component(".workflow-meta.xml");
      file.all("outboundMessages").forEach(m -> messages.put(object + "." + m.text("fullName"), m));
    }
    InstalledFile.in("flows").forEach(f -> flows.put(f.component(".flow-meta.xml"), f));
  }

  @Test
  void each_flow_sends_the_message_of_its_own_name_and_each_message_is_sent() {
    Set<String> sent = new TreeSet<>();
    flows.forEach(
        (name, flow) -> {
          assertThat(flow.text("actionCalls", "actionType")).isEqualTo("outboundMessage");
          assertThat(flow.text("start", "connector", "targetReference"))
              .isEqualTo(flow.text("actionCalls", "name"));
          String message = flow.text("actionCalls", "actionName");
          assertThat(message).isEqualTo(flow.text("start", "object") + "." + name);
          sent.add(message);
        });

    assertThat(sent).isEqualTo(messages.keySet());
  }

  @Test
  void flows_run_after_a_record_is_saved_and_are_switched_on_by_hand() {
    for (InstalledFile flow : flows.values()) {
      assertThat(flow.text("start", "triggerType")).isEqualTo("RecordAfterSave");
      assertThat(flow.text("processType")).isEqualTo("AutoLaunchedFlow");
      assertThat(flow.text("status")).as(flow.file()).isEqualTo("Draft");
    }
  }

  @Test
  void a_new_record_is_told_of_whoever_created_it_and_alone_carries_when() {
    for (String object : ROUTED) {
      InstalledFile flow = flow("Baton_" + object + "_Created");
      assertThat(flow.text("start", "recordTriggerType")).isEqualTo("Create");
      assertThat(flow.all("start").getFirst().all("filterFormula")).isEmpty();
    }
    messages.forEach(
        (name, message) ->
            assertThat(message.texts("fields").contains(CREATED))
                .as(name)
                .isEqualTo(name.endsWith("_Created")));
  }

  @Test
  void what_baton_itself_changes_is_not_told() {
    for (InstalledFile flow : flows.values()) {
      if (!flow.text("start", "recordTriggerType").equals("Update")) continue;
      String when = flow.text("start", "filterFormula");
      assertThat(when)
          .as(flow.file())
          .startsWith("AND(\n  NOT({!$Permission." + INTEGRATION_PERMISSION + "}),");
      assertThat(PERMISSION.matcher(when).results().map(found -> found.group(1)))
          .containsOnly(INTEGRATION_PERMISSION);
    }
    assertThat(InstalledFile.in("customPermissions"))
        .extracting(file -> file.component(".customPermission-meta.xml"))
        .containsExactly(INTEGRATION_PERMISSION);
    assertThat(
            InstalledFile.in("permissionsets").stream()
                .filter(set -> !set.all("customPermissions").isEmpty())
                .map(set -> set.file() + " " + set.text("customPermissions", "name")))
        .containsExactly("Baton_Integration.permissionset-meta.xml " + INTEGRATION_PERMISSION);
  }

  @Test
  void a_change_is_told_of_owner_status_and_everything_people_write_for_baton() {
    for (String object : ROUTED) {
      Set<String> expected = SalesforcePackageFieldsTest.fieldsOf(object);
      expected.removeAll(Set.of(GIVEN_TAGS, OFFER_RESPONSE));
      expected.addAll(Set.of(OWNER, object.equals(OPPORTUNITY) ? STAGE : STATUS));

      assertThat(watched("Baton_" + object + "_Changed")).isEqualTo(expected);
      assertThat(watched("Baton_" + object + "_Answered")).containsExactly(OFFER_RESPONSE);
    }
    assertThat(watched("Baton_Task_Changed")).containsExactly(OFFER_KEY, OFFER_RESPONSE, STATUS);
  }

  @Test
  void every_field_a_flow_watches_is_installed_or_a_standard_one_that_java_knows() {
    for (InstalledFile flow : flows.values()) {
      String object = flow.text("start", "object");
      watched(flow.component(".flow-meta.xml")).forEach(field -> known(object, field));
    }
  }

  @Test
  void messages_carry_ids_times_and_answers_and_nothing_of_the_customer() {
    List<String> always = List.of(ID, CHANGED_BY, OWNER, CHANGED);
    messages.forEach(
        (name, message) -> {
          Set<String> more =
              name.startsWith(TASK + ".")
                  ? Set.of(OFFER_KEY, OFFER_RESPONSE, STATUS)
                  : name.endsWith("_Created")
                      ? Set.of(CREATED)
                      : name.endsWith("_Answered") ? Set.of(OFFER_RESPONSE) : Set.of();
          var expected = new TreeSet<>(always);
          expected.addAll(more);
          assertThat(message.texts("fields")).as(name).containsExactlyElementsOf(expected);
          String object = name.substring(0, name.indexOf('.'));
          message.texts("fields").forEach(field -> known(object, field));
        });
  }

  @Test
  void messages_go_where_the_admin_says_without_a_session() {
    messages.forEach(
        (name, message) -> {
          assertThat(message.text("endpointUrl"))
              .as(name)
              .isEqualTo("https://BATON_HOST/webhooks/salesforce/SECRET");
          assertThat(message.text("integrationUser")).isEqualTo("baton.integration@example.com");
          assertThat(message.text("includeSessionId")).isEqualTo("false");
        });
  }

  private InstalledFile flow(String name) {
    InstalledFile flow = flows.get(name);
    if (flow == null) throw new AssertionError("There is no flow " + name);
    return flow;
  }

  private Set<String> watched(String flow) {
    return flow(flow).all("start").getFirst().texts("filterFormula").stream()
        .flatMap(when -> READ.matcher(when).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void known(String object, String field) {
    assertThat(SalesforcePackageFieldsTest.names()).contains(object, field);
    if (!field.endsWith("__c")) return;
    assertThat(SalesforcePackageFieldsTest.fieldsOf(object.equals(TASK) ? ACTIVITY : object))
        .contains(field);
  }
}
