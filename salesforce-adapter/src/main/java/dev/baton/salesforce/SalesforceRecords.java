package dev.baton.salesforce;

import static dev.baton.salesforce.SalesforceFields.CHANGED;
import static dev.baton.salesforce.SalesforceFields.COMMENT;
import static dev.baton.salesforce.SalesforceFields.GIVEN_TAGS;
import static dev.baton.salesforce.SalesforceFields.ID;
import static dev.baton.salesforce.SalesforceFields.OWNER;

import dev.baton.crm.RecordRead;
import dev.baton.crm.RecordRead.Absent;
import dev.baton.crm.RecordRead.Present;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import dev.baton.salesforce.RoutedObject.Person;
import dev.baton.salesforce.client.SalesforceApi;
import dev.baton.salesforce.client.SalesforceRow;
import dev.baton.salesforce.client.SalesforceSettings;
import dev.baton.salesforce.client.Soql;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads records back: all in one call, and the contacts or accounts behind them in another. */
final class SalesforceRecords {
  /** How the ids of queues begin. */
  private static final String QUEUE = "00G";

  private final SalesforceApi api;
  private final SalesforceFeedback feedback;
  private final List<String> further;
  private final Supplier<String> ourUser;

  /**
   * @param ourUser the user Baton works as; empty where that is not known
   */
  SalesforceRecords(
      SalesforceApi api,
      SalesforceFeedback feedback,
      SalesforceSettings settings,
      Supplier<String> ourUser) {
    this.api = api;
    this.ourUser = ourUser;
    this.feedback = feedback;
    this.further = settings.furtherFields();
  }

  /** One answer for each record asked, in the order asked. */
  List<RecordRead> read(List<CrmRecord> asked) {
    Map<CrmRecord, RecordRead> found = new HashMap<>();
    for (RoutedObject kind : RoutedObject.values()) read(kind, asked, found);
    return asked.stream()
        .map(record -> Optional.ofNullable(found.get(record)).orElseGet(() -> new Absent(record)))
        .toList();
  }

  private void read(RoutedObject kind, List<CrmRecord> asked, Map<CrmRecord, RecordRead> found) {
    Map<CrmRecord, String> ids = new LinkedHashMap<>();
    asked.stream()
        .filter(record -> record.object().equals(kind.object()))
        .forEach(record -> fullId(record.id()).ifPresent(id -> ids.put(record, id)));
    Map<String, SalesforceRow> rows = rows(kind.object(), fields(kind), ids.values());
    Map<String, SalesforceRow> related = related(kind, rows.values());
    ids.forEach(
        (record, id) -> {
          SalesforceRow row = rows.get(id);
          if (row != null) found.put(record, present(kind, record, row, related));
        });
  }

  /** The id with 18 characters; empty for a text that is none of Salesforce's ids. */
  static Optional<String> fullId(String id) {
    try {
      return Optional.of(SalesforceId.parse(id).toString());
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notATime) {
      return Instant.EPOCH;
    }
  }

  private Map<String, SalesforceRow> rows(
      String object, Collection<String> fields, Collection<String> ids) {
    if (ids.isEmpty()) return Map.of();
    String soql =
        "SELECT %s FROM %s WHERE Id IN %s"
            .formatted(String.join(", ", fields), object, Soql.anyOf(new TreeSet<>(ids)));
    return api.query(soql).stream()
        .collect(Collectors.toMap(SalesforceRow::id, row -> row, (a, b) -> b));
  }

  private Map<String, SalesforceRow> related(RoutedObject kind, Collection<SalesforceRow> rows) {
    var related = kind.related();
    if (related.by().isEmpty()) return Map.of();
    Set<String> ids =
        rows.stream()
            .map(row -> row.value(related.by()))
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
    return rows(related.object(), named(Stream.concat(Stream.of(ID), of(related.person()))), ids);
  }

  private Set<String> fields(RoutedObject kind) {
    var words = kind.words();
    return named(
        Stream.of(
                Stream.of(ID, OWNER, CHANGED, GIVEN_TAGS),
                Stream.of(words.subject(), words.body(), words.source(), words.company()),
                of(kind.person()),
                Stream.of(kind.related().by()),
                feedback.fields(kind).stream(),
                further.stream())
            .flatMap(fields -> fields));
  }

  private static Stream<String> of(Person person) {
    return Stream.concat(Stream.of(person.name(), person.email()), person.phones().stream());
  }

  private static Set<String> named(Stream<String> fields) {
    return fields
        .filter(field -> !field.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Present present(
      RoutedObject kind, CrmRecord record, SalesforceRow row, Map<String, SalesforceRow> related) {
    var words = kind.words();
    Map<String, String> fields = new LinkedHashMap<>();
    Stream.concat(Stream.of(words.company()), further.stream())
        .filter(name -> !row.value(name).isEmpty())
        .forEach(name -> fields.put(name, row.value(name)));
    var content =
        new LeadContent(
            new LeadText(row.value(words.subject()), row.value(words.body()), fields),
            contact(kind, row, Optional.ofNullable(related.get(row.value(kind.related().by())))),
            tags(row),
            row.value(words.source()));
    return new Present(
        record,
        content,
        owner(row.value(OWNER)),
        feedback.of(kind, row),
        row.value(COMMENT),
        time(row.value(CHANGED)));
  }

  /** Every record in Salesforce has an owner; one in a queue, or with Baton itself, is nobody's. */
  private String owner(String id) {
    return id.startsWith(QUEUE) || id.equals(ourUser.get()) ? "" : id;
  }

  /** What the record says of the person counts; the record behind it fills the gaps. */
  private static Contact contact(
      RoutedObject kind, SalesforceRow row, Optional<SalesforceRow> behind) {
    Contact own = contact(kind.person(), row);
    Contact other =
        behind.map(found -> contact(kind.related().person(), found)).orElse(Contact.UNKNOWN);
    return new Contact(
        first(own.name(), other.name()),
        first(own.email(), other.email()),
        first(own.phone(), other.phone()));
  }

  private static Contact contact(Person person, SalesforceRow row) {
    String phone = person.phones().stream().map(row::value).reduce("", SalesforceRecords::first);
    return new Contact(row.value(person.name()), row.value(person.email()), phone);
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /** Salesforce joins the chosen values of a multi-select with semicolons. */
  private static Set<String> tags(SalesforceRow row) {
    return Arrays.stream(row.value(GIVEN_TAGS).split(";"))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
