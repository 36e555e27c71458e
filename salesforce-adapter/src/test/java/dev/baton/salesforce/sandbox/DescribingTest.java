package dev.baton.salesforce.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.partner.DescribeSObjectResult;
import com.sforce.soap.partner.Field;
import com.sforce.soap.partner.FieldType;
import com.sforce.soap.partner.PicklistEntry;
import com.sforce.soap.partner.fault.InvalidSObjectFault;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescribingTest extends SandboxTest {
  @Test
  void an_object_is_described_with_its_fields() throws Exception {
    DescribeSObjectResult lead = app.describeSObject("Lead");

    assertThat(lead.getName()).isEqualTo("Lead");
    assertThat(lead.getKeyPrefix()).isEqualTo("00Q");
    assertThat(lead.isUpdateable()).isTrue();
    Field company = field(lead, "Company");
    assertThat(company.getType()).isEqualTo(FieldType.string);
    assertThat(company.getLength()).isEqualTo(255);
    assertThat(company.isNillable()).isFalse();
    assertThat(company.isUpdateable()).isTrue();
    assertThat(company.isCustom()).isFalse();
    assertThat(field(lead, "IsConverted").isUpdateable()).isFalse();
    assertThat(field(lead, "OwnerId").getReferenceTo()).containsExactly("User", "Group");
    assertThat(Arrays.stream(field(lead, "Status").getPicklistValues()))
        .map(PicklistEntry::getValue)
        .contains("Open - Not Contacted");
  }

  @Test
  void the_fields_of_the_package_are_what_baton_needs() throws Exception {
    DescribeSObjectResult[] described =
        app.describeSObjects(new String[] {"Lead", "Case", "Opportunity", "Task"});

    for (DescribeSObjectResult offered : List.of(described).subList(0, 3)) {
      Field response = field(offered, "Baton_Offer_Response__c");
      assertThat(response.isCustom()).isTrue();
      assertThat(response.getType()).isEqualTo(FieldType.picklist);
      assertThat(response.isRestrictedPicklist()).isTrue();
      assertThat(Arrays.stream(response.getPicklistValues()).map(PicklistEntry::getValue))
          .containsExactly("accept", "decline", "another_chance");
      assertThat(field(offered, "Baton_Tags__c").getType()).isEqualTo(FieldType.multipicklist);
      assertThat(field(offered, "Baton_Expected_Value__c").getType()).isEqualTo(FieldType._double);
      assertThat(field(offered, "Baton_Expected_Currency__c").getLength()).isEqualTo(3);
      assertThat(field(offered, "Baton_Comment__c").getType()).isEqualTo(FieldType.textarea);
    }
    Field key = field(described[3], "Baton_Offer_Key__c");
    assertThat(key.isExternalId()).isTrue();
    assertThat(key.isUnique()).isTrue();
    assertThat(key.isIdLookup()).isTrue();
  }

  @Test
  void an_org_without_the_package_describes_no_field_of_it() throws Exception {
    org.uninstallBaton();

    assertThat(Arrays.stream(app.describeSObject("Lead").getFields()).map(Field::getName))
        .contains("Email")
        .noneMatch(name -> name.startsWith("Baton_"));
  }

  @Test
  void all_objects_are_described_in_short() throws Exception {
    assertThat(Arrays.stream(app.describeGlobal().getSobjects()).map(s -> s.getName()))
        .contains("Lead", "Task", "User", "Case", "Opportunity", "Contact", "Group");
    assertThat(app.describeGlobal().getMaxBatchSize()).isEqualTo(200);
  }

  @Test
  void an_object_nobody_knows_is_not_described() {
    assertThatThrownBy(() -> app.describeSObject("Sandwich__c"))
        .isInstanceOf(InvalidSObjectFault.class);
  }

  private static Field field(DescribeSObjectResult object, String name) {
    return Arrays.stream(object.getFields())
        .filter(f -> f.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
