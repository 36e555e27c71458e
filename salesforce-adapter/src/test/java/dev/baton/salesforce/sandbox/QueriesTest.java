package dev.baton.salesforce.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.partner.QueryResult;
import com.sforce.soap.partner.fault.InvalidFieldFault;
import com.sforce.soap.partner.fault.InvalidQueryLocatorFault;
import com.sforce.soap.partner.fault.InvalidSObjectFault;
import com.sforce.soap.partner.fault.MalformedQueryFault;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest extends SandboxTest {
  private String bob = "";

  @BeforeEach
  void someLeads() {
    bob = lead();
    clock.tick(Duration.ofMinutes(10));
    create("O'Neil", "Status", "Working - Contacted", "Baton_Expected_Value__c", "9");
    clock.tick(Duration.ofMinutes(10));
    create("50% off_er", "Phone", "+1", "Baton_Expected_Value__c", "10", "OwnerId", ann.id());
  }

  @Test
  void a_query_finds_the_fields_it_asks_for() throws Exception {
    QueryResult result = app.query("select id, company, Phone from lead where LastName='bob'");

    assertThat(result.isDone()).isTrue();
    assertThat(result.getSize()).isEqualTo(1);
    SObject found = result.getRecords()[0];
    assertThat(found.getType()).isEqualTo("Lead");
    assertThat(found.getId()).isEqualTo(bob);
    assertThat(found.getField("Company")).isEqualTo("Bob Inc");
    assertThat(found.getField("Phone")).isNull();
    assertThat(app.query("SELECT Name FROM Lead LIMIT 1").getRecords()[0].getId()).isNull();
  }

  @Test
  void conditions_compare_as_their_fields_do() throws Exception {
    assertFound("LastName != 'Bob'", "O'Neil", "50% off_er");
    assertFound("LastName = 'o\\'neil'", "O'Neil");
    assertFound("LastName IN ('Bob', 'O\\'Neil') AND Status LIKE 'working%'", "O'Neil");
    assertFound("Baton_Expected_Value__c > 9", "50% off_er");
    assertFound("Baton_Expected_Value__c <= 9.0", "O'Neil");
    assertFound("Baton_Expected_Value__c >= 9", "O'Neil", "50% off_er");
    assertFound("IsConverted = false", "Bob", "O'Neil", "50% off_er");
    assertFound("IsConverted != false");
    assertFound("OwnerId = '" + ann.id().substring(0, 15) + "'", "50% off_er");
    assertFound("Id IN ('" + bob + "')", "Bob");
  }

  @Test
  void null_finds_what_is_empty() throws Exception {
    assertFound("Phone = null", "Bob", "O'Neil");
    assertFound("Phone != null", "50% off_er");
    assertFound("Phone != '+2'", "Bob", "O'Neil", "50% off_er");
    assertFound("Email <> NULL", "Bob");
  }

  @Test
  void moments_are_compared_in_any_zone() throws Exception {
    assertFound("CreatedDate > 2026-11-22T10:00:00Z", "O'Neil", "50% off_er");
    assertFound("SystemModstamp >= 2026-11-22T11:10:00.000+01:00", "O'Neil", "50% off_er");
    assertFound("CreatedDate = 2026-11-22T10:00:00.000Z", "Bob");
    assertFound("CreatedDate < 2026-11-22T10:00:00Z");
  }

  @Test
  void wildcards_are_wild_until_they_are_escaped() throws Exception {
    assertFound("LastName LIKE '50\\% off\\_%'", "50% off_er");
    assertFound("LastName LIKE 'B_b'", "Bob");
    assertFound("LastName LIKE 'B\\_b'");
    assertFound("LastName LIKE '%'", "Bob", "O'Neil", "50% off_er");
  }

  @Test
  void records_come_in_the_order_asked_for() throws Exception {
    assertThat(names("SELECT LastName FROM Lead ORDER BY CreatedDate DESC LIMIT 2"))
        .containsExactly("50% off_er", "O'Neil");
    assertThat(names("SELECT LastName FROM Lead ORDER BY Baton_Expected_Value__c, Id ASC"))
        .containsExactly("Bob", "O'Neil", "50% off_er");
    assertThat(names("SELECT LastName FROM Lead ORDER BY Baton_Expected_Value__c DESC NULLS LAST"))
        .containsExactly("50% off_er", "O'Neil", "Bob");
  }

  @Test
  void a_long_answer_is_read_in_parts() throws Exception {
    SObject[] many = new SObject[200];
    Arrays.setAll(many, i -> sObject("Lead", "LastName", "M", "Company", "C"));
    app.create(many);
    app.create(many);
    app.setQueryOptions(1);

    QueryResult part = app.query("SELECT Id FROM Lead WHERE LastName = 'M'");
    var ids = new ArrayList<String>();
    for (SObject record : part.getRecords()) ids.add(record.getId());
    assertThat(part.getSize()).isEqualTo(400);
    assertThat(part.isDone()).isFalse();
    assertThat(ids).hasSize(200);
    part = app.queryMore(part.getQueryLocator());
    for (SObject record : part.getRecords()) ids.add(record.getId());

    assertThat(part.isDone()).isTrue();
    assertThat(ids).doesNotHaveDuplicates().hasSize(400);
    assertThatThrownBy(() -> app.queryMore("01g000000000001-200"))
        .isInstanceOf(InvalidQueryLocatorFault.class);
  }

  @Test
  void deleted_records_are_found_by_query_all_only() throws Exception {
    org.delete(bob, ann.id());

    assertThat(app.query("SELECT Id FROM Lead WHERE LastName = 'Bob'").getRecords()).isEmpty();
    assertThat(app.queryAll("SELECT Id FROM Lead WHERE IsDeleted = true").getRecords()[0].getId())
        .isEqualTo(bob);
  }

  @Test
  void users_and_queues_are_found() throws Exception {
    String queue = org.addQueue("Everything");

    QueryResult users =
        app.query("SELECT Id, Name, Email FROM User WHERE IsActive = true AND Name = 'Ann Lee'");
    QueryResult queues = app.query("SELECT Id FROM Group WHERE Type = 'Queue'");

    assertThat(users.getRecords()[0].getId()).isEqualTo(ann.id());
    assertThat(queues.getRecords()[0].getId()).isEqualTo(queue);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SELECT FROM Lead",
        "SELECT Id Lead",
        "SELECT Id FROM Lead WHERE",
        "SELECT Id FROM Lead WHERE Name",
        "SELECT Id FROM Lead WHERE Name = 'x",
        "SELECT Id FROM Lead WHERE Name = 'O'Neil'",
        "SELECT Id FROM Lead WHERE Name = 'x' OR Name = 'y'",
        "SELECT Id FROM Lead WHERE Name IN ()",
        "SELECT Id FROM Lead WHERE Name LIKE x",
        "SELECT Id FROM Lead WHERE Name = 'x\\y'",
        "SELECT Id FROM Lead ORDER Name",
        "SELECT Id FROM Lead LIMIT many",
        "SELECT Id FROM Lead; DELETE",
        "SELECT COUNT() FROM Lead",
        "UPDATE Lead"
      })
  void what_is_no_query_is_malformed(String query) {
    assertThatThrownBy(() -> app.query(query))
        .isInstanceOf(MalformedQueryFault.class)
        .asString()
        .contains("MALFORMED_QUERY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT Nothing FROM Lead",
        "SELECT Id FROM Lead WHERE Nothing = 'x'",
        "SELECT Id FROM Lead ORDER BY Nothing",
        "SELECT Id FROM Lead WHERE CreatedDate > '2026-11-22T10:00:00Z'",
        "SELECT Id FROM Lead WHERE Name = 5",
        "SELECT Id FROM Lead WHERE CreatedDate > yesterday",
        "SELECT Id FROM Lead WHERE Description = 'x'",
        "SELECT Id FROM Lead WHERE IsConverted > false",
        "SELECT Id FROM Task WHERE ActivityDate = 2026-11-22T10:00:00Z"
      })
  void a_field_is_not_asked_what_it_cannot_answer(String query) {
    assertThatThrownBy(() -> app.query(query))
        .isInstanceOf(InvalidFieldFault.class)
        .asString()
        .contains("INVALID_FIELD");
  }

  @Test
  void there_is_nothing_in_an_object_nobody_knows() {
    assertThatThrownBy(() -> app.query("SELECT Id FROM Sandwich__c"))
        .isInstanceOf(InvalidSObjectFault.class)
        .asString()
        .contains("INVALID_TYPE");
  }

  private void create(String lastName, String... more) {
    var values = new HashMap<>(Map.of("LastName", lastName, "Company", "C"));
    for (int i = 0; i < more.length; i += 2) values.put(more[i], more[i + 1]);
    org.create(ObjectType.LEAD, values, org.admin().id());
  }

  private void assertFound(String condition, String... lastNames) throws ConnectionException {
    assertThat(names("SELECT Id, LastName FROM Lead WHERE " + condition))
        .containsExactly(lastNames);
  }

  private List<Object> names(String query) throws ConnectionException {
    return Arrays.stream(app.query(query).getRecords()).map(r -> r.getField("LastName")).toList();
  }
}
