package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.QueryCursors.Part;
import dev.baton.salesforce.sandbox.Querying.Found;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads records, by id or by query. */
final class ReadOperations {
  private static final int MOST_RETRIEVED = 2_000;

  private final QueryCursors cursors;

  ReadOperations(QueryCursors cursors) {
    this.cursors = cursors;
  }

  void retrieve(Question question, Markup results) {
    String typeName = question.arguments().text("sObjectType").strip();
    ObjectType type =
        ObjectType.named(typeName).orElseThrow(() -> CallRefused.unknownType(typeName));
    List<String> fields =
        Arrays.stream(question.arguments().text("fieldList").split(","))
            .map(name -> question.records().schema().field(type, name.strip()).name())
            .toList();
    List<String> ids = question.request().ids();
    question.atMost(MOST_RETRIEVED, ids);
    for (String id : ids) {
      if (Ids.full(id).isEmpty()) throw new CallRefused("MALFORMED_ID", "malformed id " + id);
      Optional<SandboxRecord> found =
          question.records().find(id).filter(r -> r.type() == type && !r.isDeleted());
      found.ifPresentOrElse(
          record -> write(record, fields, "result", results), () -> results.nil("result"));
    }
  }

  void query(Question question, Markup results) {
    query(question, results, false);
  }

  void queryAll(Question question, Markup results) {
    query(question, results, true);
  }

  void queryMore(Question question, Markup results) {
    String locator = question.arguments().text("queryLocator").strip();
    write(cursors.next(question.org().id(), locator, question.batchSize()), results);
  }

  private void query(Question question, Markup results, boolean all) {
    String query = question.arguments().text("queryString");
    Found found = Querying.find(question.records(), query, all);
    write(cursors.first(question.org().id(), found, question.batchSize()), results);
  }

  private static void write(Part part, Markup results) {
    Found found = part.found();
    results.open("result", "xsi:type", "QueryResult").leaf("done", part.locator().isEmpty());
    part.locator()
        .ifPresentOrElse(
            locator -> results.leaf("queryLocator", locator), () -> results.nil("queryLocator"));
    for (SandboxRecord record : found.records().subList(part.from(), part.to())) {
      write(record, found.fields(), "records", results);
    }
    results.leaf("size", found.records().size()).close("result");
  }

  /** Ids stand in front whether asked for or not, and again among the fields if they were. */
  private static void write(
      SandboxRecord record, List<String> fields, String name, Markup results) {
    results.open(name, "xsi:type", "sf:sObject").leaf("sf:type", record.type().apiName());
    if (fields.contains("Id")) {
      results.leaf("sf:Id", record.id());
    } else {
      results.nil("sf:Id");
    }
    for (String field : fields) {
      String value = Querying.valueOf(record, field);
      if (value.isEmpty()) {
        results.nil("sf:" + field);
      } else {
        results.leaf("sf:" + field, value);
      }
    }
    results.close(name);
  }
}
