package dev.baton.salesforce;

import static dev.baton.salesforce.SalesforceFields.ACTIVITY;
import static dev.baton.salesforce.SalesforceFields.CASE;
import static dev.baton.salesforce.SalesforceFields.CONTACT_STATUS;
import static dev.baton.salesforce.SalesforceFields.DEAL_STATUS;
import static dev.baton.salesforce.SalesforceFields.EXPECTED_CURRENCY;
import static dev.baton.salesforce.SalesforceFields.EXPECTED_VALUE;
import static dev.baton.salesforce.SalesforceFields.GIVEN_TAGS;
import static dev.baton.salesforce.SalesforceFields.LEAD;
import static dev.baton.salesforce.SalesforceFields.OFFER_KEY;
import static dev.baton.salesforce.SalesforceFields.OFFER_RESPONSE;
import static dev.baton.salesforce.SalesforceFields.OPPORTUNITY;
import static dev.baton.salesforce.SalesforceFields.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.crm.CrmNotice.Answer;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the installed fields, their values and the rights to them against the names in Java. */
class SalesforcePackageFieldsTest {
  private static final List<String> ROUTED = List.of(LEAD, CASE, OPPORTUNITY);
  private static final String FIELD = ".field-meta.xml";
  private static final String SET = ".permissionset-meta.xml";

  @Test
  void every_name_of_its_own_in_java_is_an_installed_field_and_every_installed_field_is_in_java() {
    Set<String> installed =
        InstalledFile.in("objects").stream()
            .map(file -> file.component(FIELD))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(installed).isEqualTo(new TreeSet<>(ownNames()));
  }

  @Test
  void leads_cases_and_opportunities_have_the_same_fields_and_tasks_have_two() {
    Set<String> routed = new TreeSet<>(ownNames());
    routed.remove(OFFER_KEY);

    for (String object : ROUTED) assertThat(fieldsOf(object)).as(object).isEqualTo(routed);
    assertThat(fieldsOf(ACTIVITY)).containsExactly(OFFER_KEY, OFFER_RESPONSE);
  }

  @Test
  void a_field_is_named_as_its_file_and_tells_people_what_it_is_for() {
    for (InstalledFile file : InstalledFile.in("objects")) {
      assertThat(file.text("fullName")).isEqualTo(file.component(FIELD));
      assertThat(file.text("label")).as(file.file()).startsWith("Baton ");
      assertThat(file.text("description")).as(file.file()).isNotEmpty().hasSizeLessThan(1000);
      assertThat(file.text("inlineHelpText")).as(file.file()).isNotEmpty().hasSizeLessThan(511);
    }
  }

  @Test
  void the_values_of_a_picklist_are_those_java_knows_with_the_same_labels() {
    assertThat(values("Baton_Offer_Response").keySet())
        .containsExactlyElementsOf(
            Arrays.stream(Answer.values()).map(a -> a.name().toLowerCase(Locale.ROOT)).toList());
    assertThat(values("Baton_Contact_Status"))
        .containsExactlyEntriesOf(
            labels(Arrays.stream(ContactStatus.values()), Enum::name, ContactStatus::label));
    assertThat(values("Baton_Deal_Status"))
        .containsExactlyEntriesOf(
            labels(Arrays.stream(DealStatus.values()), Enum::name, DealStatus::label));
  }

  @Test
  void a_picklist_takes_its_values_from_an_installed_set_and_every_set_is_used() {
    Set<String> used = new TreeSet<>();
    for (InstalledFile file : InstalledFile.in("objects")) {
      if (!file.text("type").contains("icklist")) continue;
      String set = file.text("valueSet", "valueSetName");
      assertThat(file.text("fullName")).isEqualTo(set + "__c");
      used.add(set);
    }

    assertThat(used)
        .isEqualTo(
            InstalledFile.in("globalValueSets").stream()
                .map(file -> file.component(".globalValueSet-meta.xml"))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void fields_have_the_types_and_lengths_that_java_writes_to_them() {
    for (String object : ROUTED) {
      assertThat(field(object, GIVEN_TAGS).text("type")).isEqualTo("MultiselectPicklist");
      assertThat(field(object, CONTACT_STATUS).text("type")).isEqualTo("Picklist");
      assertThat(field(object, DEAL_STATUS).text("type")).isEqualTo("Picklist");
      assertThat(field(object, EXPECTED_VALUE).text("scale")).isEqualTo("2");
      assertThat(field(object, EXPECTED_CURRENCY).text("length")).isEqualTo("3");
      assertThat(field(object, SalesforceFields.REASON).text("length")).isEqualTo("255");
      assertThat(field(object, SalesforceFields.COMMENT).text("type")).isEqualTo("LongTextArea");
    }
  }

  @Test
  void the_key_of_an_offer_is_a_unique_external_id_where_case_matters() {
    InstalledFile key = field(ACTIVITY, OFFER_KEY);

    assertThat(List.of(key.text("externalId"), key.text("unique"), key.text("caseSensitive")))
        .containsOnly("true");
    assertThat(key.text("length")).isEqualTo("64");
  }

  @Test
  void every_field_in_a_permission_set_is_installed_or_a_standard_one_that_java_knows() {
    for (InstalledFile set : InstalledFile.in("permissionsets")) {
      for (InstalledFile right : set.all("fieldPermissions")) {
        String[] field = right.text("field").split("\\.", 2);
        assertThat(names()).as(set.file()).contains(field[0], field[1]);
        if (field[1].endsWith("__c")) {
          String object = field[0].equals(TASK) ? ACTIVITY : field[0];
          assertThat(fieldsOf(object)).as(set.file()).contains(field[1]);
        }
      }
    }
  }

  @Test
  void baton_and_agents_may_use_every_installed_field_and_agents_alone_choose_tags() {
    for (String part : List.of("", "_Cases", "_Opportunities")) {
      String object = part.isEmpty() ? LEAD : ROUTED.get(part.equals("_Cases") ? 1 : 2);
      Map<String, Boolean> ours = rights("Baton_Integration" + part, object);
      Map<String, Boolean> agents = rights("Baton_Agent" + part, object);

      assertThat(ours.keySet()).containsAll(fieldsOf(object));
      assertThat(agents.keySet()).isEqualTo(fieldsOf(object));
      assertThat(agents.values()).containsOnly(true);
      fieldsOf(object).forEach(f -> assertThat(ours.get(f)).isEqualTo(!f.equals(GIVEN_TAGS)));
    }
    assertThat(rights("Baton_Integration", TASK).keySet()).contains(OFFER_KEY, OFFER_RESPONSE);
    assertThat(rights("Baton_Agent", TASK))
        .isEqualTo(Map.of(OFFER_KEY, false, OFFER_RESPONSE, true));
  }

  @Test
  void no_permission_set_sees_or_changes_everything_and_one_alone_creates_and_deletes() {
    for (InstalledFile set : InstalledFile.in("permissionsets")) {
      boolean testing = set.component(SET).equals("Baton_Test_Lead");
      for (InstalledFile right : set.all("objectPermissions")) {
        assertThat(right.text("modifyAllRecords")).as(set.file()).isEqualTo("false");
        assertThat(right.text("viewAllRecords")).as(set.file()).isEqualTo("false");
        assertThat(right.text("allowCreate")).as(set.file()).isEqualTo("" + testing);
        assertThat(right.text("allowDelete")).as(set.file()).isEqualTo("" + testing);
      }
      assertThat(set.all("userPermissions").stream().map(right -> right.text("name")))
          .as(set.file())
          .doesNotContain("ModifyAllData", "ViewAllData", "ModifyMetadata");
    }
  }

  @Test
  void a_quick_action_shows_installed_fields_only() {
    for (InstalledFile action : InstalledFile.in("quickActions")) {
      String object = action.text("targetObject");
      assertThat(action.file()).startsWith(object + ".");
      Set<String> fields = fieldsOf(object.equals(TASK) ? ACTIVITY : object);
      action.all("quickActionLayout").stream()
          .flatMap(layout -> layout.all("quickActionLayoutColumns").stream())
          .flatMap(column -> column.all("quickActionLayoutItems").stream())
          .filter(item -> !item.text("uiBehavior").equals("Readonly"))
          .forEach(item -> assertThat(fields).as(action.file()).contains(item.text("field")));
    }
  }

  private static Map<String, Boolean> rights(String set, String object) {
    var rights = new LinkedHashMap<String, Boolean>();
    InstalledFile.in("permissionsets").stream()
        .filter(file -> file.component(SET).equals(set))
        .flatMap(file -> file.all("fieldPermissions").stream())
        .filter(right -> right.text("field").startsWith(object + "."))
        .forEach(
            right ->
                rights.put(
                    right.text("field").substring(object.length() + 1),
                    Boolean.valueOf(right.text("editable"))));
    return rights;
  }

  private static Map<String, String> values(String set) {
    var values = new LinkedHashMap<String, String>();
    InstalledFile.in("globalValueSets").stream()
        .filter(file -> file.file().startsWith(set + "."))
        .flatMap(file -> file.all("customValue").stream())
        .forEach(value -> values.put(value.text("fullName"), value.text("label")));
    return values;
  }

  private static <T> Map<String, String> labels(
      Stream<T> all,
      java.util.function.Function<T, String> name,
      java.util.function.Function<T, String> label) {
    var labels = new LinkedHashMap<String, String>();
    all.forEach(each -> labels.put(name.apply(each), label.apply(each)));
    return labels;
  }

  static Set<String> fieldsOf(String object) {
    return InstalledFile.in("objects/" + object).stream()
        .map(file -> file.component(FIELD))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static InstalledFile field(String object, String name) {
    return InstalledFile.in("objects/" + object).stream()
        .filter(file -> file.component(FIELD).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(object + " has no field " + name));
  }

  private static Set<String> ownNames() {
    return names().stream().filter(name -> name.endsWith("__c")).collect(Collectors.toSet());
  }

  /** Every name that stands in {@link SalesforceFields}. */
  static Set<String> names() {
    return Arrays.stream(SalesforceFields.class.getDeclaredFields())
        .filter(field -> field.getType() == String.class && Modifier.isStatic(field.getModifiers()))
        .map(
            field -> {
              try {
                return (String) field.get(null);
              } catch (IllegalAccessException hidden) {
                throw new AssertionError(hidden);
              }
            })
        .collect(Collectors.toSet());
  }
}
