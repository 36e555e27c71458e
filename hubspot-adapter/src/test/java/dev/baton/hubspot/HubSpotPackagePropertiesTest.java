package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.CONTACTS;
import static dev.baton.hubspot.HubSpotFields.CONTACT_STATUS;
import static dev.baton.hubspot.HubSpotFields.DEAL_STATUS;
import static dev.baton.hubspot.HubSpotFields.GIVEN_TAGS;
import static dev.baton.hubspot.HubSpotFields.OFFER_RESPONSE;
import static dev.baton.hubspot.client.HubSpotSettings.LEADS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.crm.CrmNotice.Answer;
import dev.baton.crm.CrmNotice.OfferAnswered;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.hubspot.client.HubSpotProperty;
import dev.baton.hubspot.client.HubSpotProperty.Option;
import dev.baton.hubspot.client.HubSpotSettings;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the properties that Baton creates in HubSpot against the names and values in Java. */
class HubSpotPackagePropertiesTest {
  private final HubSpotOwnProperties own = HubSpotOwnProperties.read();

  @Test
  void every_own_name_in_java_is_defined_for_contacts_and_every_definition_is_in_java() {
    assertThat(names(CONTACTS)).isEqualTo(ownNames());
  }

  @Test
  void leads_tickets_and_deals_have_all_but_the_subject_which_they_have_of_their_own() {
    Set<String> expected = ownNames();
    expected.remove(HubSpotSettings.defaults().subjectProperty());

    for (String kind : List.of(LEADS, "tickets", "deals")) {
      assertThat(names(kind)).as(kind).isEqualTo(expected);
    }
    assertThat(own.of("companies", List.of())).isEmpty();
  }

  @Test
  void a_property_stands_in_the_group_and_has_a_type_that_fits_how_it_is_shown() {
    Map<String, Set<String>> shown =
        Map.of(
            "enumeration", Set.of("select", "checkbox"),
            "string", Set.of("text", "textarea"),
            "number", Set.of("number"));

    for (HubSpotProperty property : own.of(CONTACTS, List.of())) {
      assertThat(property.name()).matches("baton_[a-z_]+");
      assertThat(property.label()).startsWith("Baton ");
      assertThat(property.groupName()).isEqualTo(own.group()).isEqualTo("baton");
      assertThat(shown.get(property.type())).as(property.name()).contains(property.fieldType());
    }
    assertThat(own.groupLabel()).isEqualTo("Baton");
  }

  @Test
  void every_answer_that_can_be_chosen_is_understood_and_every_answer_can_be_chosen() {
    var understood = new ArrayList<Answer>();
    for (Option option : property(OFFER_RESPONSE).options()) {
      var event =
          JsonNodeFactory.instance
              .objectNode()
              .put("subscriptionType", "contact.propertyChange")
              .put("objectId", 501)
              .put("occurredAt", 1)
              .put("propertyName", OFFER_RESPONSE)
              .put("propertyValue", option.value());
      var notice = new HubSpotNotices(CONTACTS).of(new HubSpotEvent(event));
      assertThat(notice).as(option.value()).isInstanceOf(OfferAnswered.class);
      understood.add(((OfferAnswered) notice).answer());
    }

    assertThat(understood).containsExactly(Answer.values());
  }

  @Test
  void the_values_of_a_status_are_those_java_knows_with_the_same_labels() {
    assertThat(property(CONTACT_STATUS).options())
        .isEqualTo(
            Arrays.stream(ContactStatus.values())
                .map(status -> new Option(status.label(), status.name()))
                .toList());
    assertThat(property(DEAL_STATUS).options())
        .isEqualTo(
            Arrays.stream(DealStatus.values())
                .map(status -> new Option(status.label(), status.name()))
                .toList());
  }

  @Test
  void the_tags_that_can_be_given_are_those_of_the_company() {
    List<HubSpotProperty> properties = own.of(LEADS, List.of("Harbour", "Commercial"));

    assertThat(properties)
        .filteredOn(property -> property.name().equals(GIVEN_TAGS))
        .singleElement()
        .satisfies(
            tags -> {
              assertThat(tags.fieldType()).isEqualTo("checkbox");
              assertThat(tags.options())
                  .containsExactly(
                      new Option("Harbour", "Harbour"), new Option("Commercial", "Commercial"));
            });
  }

  private HubSpotProperty property(String name) {
    return own.of(CONTACTS, List.of()).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no property " + name));
  }

  /** What a kind of record gets. */
  static Set<String> names(String kind) {
    return HubSpotOwnProperties.read().of(kind, List.of()).stream()
        .map(HubSpotProperty::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every name of Baton's own that stands in {@link HubSpotFields} and the default settings. */
  private static Set<String> ownNames() {
    Set<String> names =
        Arrays.stream(HubSpotFields.class.getDeclaredFields())
            .filter(field -> field.getType() == String.class)
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(
                field -> {
                  try {
                    return (String) field.get(null);
                  } catch (IllegalAccessException hidden) {
                    throw new AssertionError(hidden);
                  }
                })
            .filter(name -> name.startsWith("baton_"))
            .collect(Collectors.toCollection(TreeSet::new));
    names.add(HubSpotSettings.defaults().subjectProperty());
    return names;
  }
}
