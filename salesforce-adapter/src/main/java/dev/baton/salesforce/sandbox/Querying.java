package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.SoqlQuery.Order;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a query asks for. */
final class Querying {
  private Querying() {}

  /**
   * What was found.
   *
   * @param fields those asked for, by the names Salesforce gives them
   */
  record Found(List<String> fields, List<SandboxRecord> records) {}

  /**
   * Answers a query.
   *
   * @param all whether deleted records count
   */
  static Found find(Records records, String text, boolean all) {
    SoqlQuery query = SoqlParser.parse(text);
    ObjectType type =
        ObjectType.named(query.from()).orElseThrow(() -> CallRefused.unknownType(query.from()));
    Schema schema = records.schema();
    List<String> fields =
        query.fields().stream().map(name -> schema.field(type, name).name()).toList();
    Stream<SandboxRecord> found = (all ? records.allEver(type) : records.all(type)).stream();
    for (SoqlCondition condition : query.conditions()) {
      found = found.filter(SoqlFilter.of(schema.field(type, condition.field()), condition));
    }
    for (Order order : query.orders().reversed()) {
      found = found.sorted(by(schema.field(type, order.field()), order));
    }
    if (query.limit().isPresent()) found = found.limit(query.limit().getAsInt());
    return new Found(fields, found.toList());
  }

  /** Later sorts keep what earlier ones did, so the first order is applied last. */
  private static Comparator<SandboxRecord> by(FieldDefinition field, Order order) {
    var values = SoqlComparison.of(field.type(), order.descending(), order.emptyLast());
    return Comparator.comparing(record -> valueOf(record, field.name()), values);
  }

  /** The value of a field, with the id among them. */
  static String valueOf(SandboxRecord record, String field) {
    return field.equals("Id") ? record.id() : record.value(field);
  }
}
