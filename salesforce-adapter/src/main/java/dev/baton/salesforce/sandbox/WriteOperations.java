package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.Outcome.Refused;
import dev.baton.salesforce.sandbox.Outcome.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Writes up to 200 records in a call, each of which may fail by itself. */
final class WriteOperations {
  private static final int MOST = 200;

  private final Faults faults;

  WriteOperations(Faults faults) {
    this.faults = faults;
  }

  void create(Question question, Markup results) {
    write(
        question,
        results,
        record -> {
          if (!record.id().isEmpty()) {
            return new Refused(
                Refusal.of(
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "cannot specify Id in an insert call",
                    "Id"));
          }
          return question.records().create(record.type(), record.values(), question.writer());
        },
        false);
  }

  void update(Question question, Markup results) {
    write(question, results, record -> updated(question, record), false);
  }

  void upsert(Question question, Markup results) {
    String key = question.arguments().text("externalIDFieldName").strip();
    for (RecordInput record : question.request().records()) {
      FieldDefinition field = question.records().schema().field(record.type(), key);
      if (!field.externalId() && !field.name().equals("Id")) {
        throw new CallRefused(
            "INVALID_FIELD",
            "Field name provided, "
                + key
                + " does not match an External ID, Salesforce Id, or indexed field for "
                + record.type().apiName());
      }
    }
    write(question, results, record -> upserted(question, key, record), true);
  }

  void delete(Question question, Markup results) {
    List<String> ids = question.request().ids();
    question.atMost(MOST, ids);
    var writes = new ArrayList<Supplier<Outcome>>();
    for (String id : ids) {
      writes.add(
          () ->
              faults
                  .refusal(question, List.of(Ids.full(id).orElse(id)))
                  .<Outcome>map(Refused::new)
                  .orElseGet(() -> question.records().delete(id, question.userId())));
    }
    for (Outcome outcome : question.records().together(question.allOrNone(), writes)) {
      write(outcome, results, false);
    }
  }

  private void write(
      Question question, Markup results, Function<RecordInput, Outcome> write, boolean upsert) {
    List<RecordInput> records = question.request().records();
    question.atMost(MOST, records);
    // Unknown objects and fields refuse the call before anything is written.
    for (RecordInput record : records) {
      ObjectType type = record.type();
      record.values().keySet().forEach(name -> question.records().schema().field(type, name));
    }
    var writes = new ArrayList<Supplier<Outcome>>();
    for (RecordInput record : records) {
      writes.add(
          () ->
              faults
                  .refusal(question, concerned(record))
                  .<Outcome>map(Refused::new)
                  .orElseGet(() -> write.apply(record)));
    }
    for (Outcome outcome : question.records().together(question.allOrNone(), writes)) {
      write(outcome, results, upsert);
    }
  }

  private static Outcome updated(Question question, RecordInput record) {
    if (record.id().isEmpty()) {
      return new Refused(
          Refusal.of("MISSING_ARGUMENT", "Id not specified in an update call", "Id"));
    }
    if (Ids.full(record.id()).isEmpty()) {
      return new Refused(
          Refusal.of("MALFORMED_ID", record.typeName() + " ID: id value of incorrect type", "Id"));
    }
    return question
        .records()
        .update(record.type(), record.id(), record.values(), question.writer());
  }

  private static Outcome upserted(Question question, String key, RecordInput record) {
    FieldDefinition field = question.records().schema().field(record.type(), key);
    if (field.name().equals("Id")) {
      return record.id().isEmpty()
          ? question.records().create(record.type(), record.values(), question.writer())
          : updated(question, record);
    }
    // The key may have been spelt in another case than the field it is the value of.
    var values = new LinkedHashMap<String, String>();
    record
        .values()
        .forEach(
            (name, value) -> values.put(name.equalsIgnoreCase(key) ? field.name() : name, value));
    return question.records().upsert(record.type(), field.name(), values, question.writer());
  }

  /** The ids a write has to do with, itself and what it refers to: a lock on any is in its way. */
  private static List<String> concerned(RecordInput record) {
    var ids = new ArrayList<String>();
    ids.add(Ids.full(record.id()).orElse(record.id()));
    record.values().values().forEach(value -> ids.add(Ids.full(value).orElse(value)));
    return ids;
  }

  private static void write(Outcome outcome, Markup results, boolean upsert) {
    results.open("result");
    switch (outcome) {
      case Stored stored -> {
        if (upsert) results.leaf("created", stored.created());
        results.leaf("id", stored.id()).leaf("success", true);
      }
      case Refused refused -> {
        if (upsert) results.leaf("created", false);
        Refusal refusal = refused.refusal();
        results.open("errors");
        refusal.fields().forEach(field -> results.leaf("fields", field));
        results
            .leaf("message", refusal.message())
            .leaf("statusCode", refusal.statusCode())
            .close("errors");
        results.nil("id").leaf("success", false);
      }
    }
    results.close("result");
  }
}
