package dev.baton.salesforce.sandbox;

import java.util.List;

/** Says which objects and fields an org has. */
final class DescribeOperations {
  private static final int MOST = 100;

  private DescribeOperations() {}

  static void describeGlobal(Question question, Markup results) {
    results.open("result").leaf("encoding", "UTF-8").leaf("maxBatchSize", 200);
    for (ObjectType type : ObjectType.values()) {
      results.open("sobjects");
      object(type, results);
      results.close("sobjects");
    }
    results.close("result");
  }

  static void describeSObject(Question question, Markup results) {
    describe(question, typeOf(question.arguments().text("sObjectType")), results);
  }

  static void describeSObjects(Question question, Markup results) {
    List<XmlElement> names = question.arguments().children("sObjectType");
    question.atMost(MOST, names);
    List<ObjectType> types = names.stream().map(name -> typeOf(name.text())).toList();
    types.forEach(type -> describe(question, type, results));
  }

  private static ObjectType typeOf(String name) {
    return ObjectType.named(name.strip()).orElseThrow(() -> CallRefused.unknownType(name));
  }

  private static void describe(Question question, ObjectType type, Markup results) {
    results.open("result");
    boolean writable = !type.isSetup();
    results.leaf("activateable", false).leaf("compactLayoutable", false);
    results.leaf("createable", writable).leaf("custom", false).leaf("customSetting", false);
    results.leaf("dataTranslationEnabled", false).leaf("deepCloneable", false);
    results.leaf("deletable", writable).leaf("deprecatedAndHidden", false);
    results.leaf("feedEnabled", false);
    for (FieldDefinition field : question.records().schema().all(type)) {
      results.open("fields");
      field(field, type, results);
      results.close("fields");
    }
    results.leaf("hasSubtypes", false).leaf("idEnabled", true).leaf("isInterface", false);
    results.leaf("isSubtype", false).leaf("keyPrefix", type.keyPrefix());
    results.leaf("label", type.apiName()).leaf("labelPlural", type.apiName() + "s");
    results.leaf("layoutable", true).leaf("mergeable", type == ObjectType.LEAD);
    results.leaf("mruEnabled", false).leaf("name", type.apiName()).leaf("queryable", true);
    results.leaf("replicateable", true).leaf("retrieveable", true);
    results.leaf("searchLayoutable", false).leaf("searchable", true).leaf("triggerable", true);
    results.leaf("undeletable", writable).leaf("updateable", writable).close("result");
  }

  private static void object(ObjectType type, Markup results) {
    boolean writable = !type.isSetup();
    results.leaf("activateable", false).leaf("createable", writable).leaf("custom", false);
    results.leaf("customSetting", false).leaf("dataTranslationEnabled", false);
    results.leaf("deepCloneable", false).leaf("deletable", writable);
    results.leaf("deprecatedAndHidden", false).leaf("feedEnabled", false);
    results.leaf("hasSubtypes", false).leaf("idEnabled", true).leaf("isInterface", false);
    results.leaf("isSubtype", false).leaf("keyPrefix", type.keyPrefix());
    results.leaf("label", type.apiName()).leaf("labelPlural", type.apiName() + "s");
    results.leaf("layoutable", true).leaf("mergeable", type == ObjectType.LEAD);
    results.leaf("mruEnabled", false).leaf("name", type.apiName()).leaf("queryable", true);
    results.leaf("replicateable", true).leaf("retrieveable", true).leaf("searchable", true);
    results.leaf("triggerable", true).leaf("undeletable", writable).leaf("updateable", writable);
  }

  private static void field(FieldDefinition field, ObjectType type, Markup results) {
    boolean writable = !field.readOnly() && !type.isSetup();
    boolean filterable = field.type() != FieldType.TEXTAREA || field.length() <= 255;
    results.leaf("aggregatable", filterable).leaf("aiPredictionField", false);
    results.leaf("autoNumber", field.name().equals("CaseNumber"));
    results.leaf("byteLength", 3L * field.length()).leaf("calculated", false);
    results.leaf("cascadeDelete", false).leaf("caseSensitive", false);
    results.leaf("createable", writable).leaf("custom", field.custom());
    results.leaf("dataTranslationEnabled", false).leaf("defaultedOnCreate", false);
    results.leaf("dependentPicklist", false).leaf("deprecatedAndHidden", false);
    results.leaf("digits", 0).leaf("displayLocationInDecimal", false).leaf("encrypted", false);
    results.leaf("externalId", field.externalId()).leaf("filterable", filterable);
    results.leaf("formulaTreatNullNumberAsZero", false).leaf("groupable", filterable);
    results.leaf("highScaleNumber", false).leaf("htmlFormatted", false);
    results.leaf("idLookup", field.externalId() || field.type() == FieldType.ID);
    results.leaf("label", field.label()).leaf("length", field.length());
    results.leaf("name", field.name()).leaf("nameField", field.name().equals("Name"));
    results.leaf("namePointing", false).leaf("nillable", !field.required());
    results.leaf("permissionable", writable);
    for (String option : field.options()) {
      results.open("picklistValues").leaf("active", true).leaf("defaultValue", false);
      results.leaf("label", option).leaf("value", option).close("picklistValues");
    }
    results.leaf("polymorphicForeignKey", field.refersTo().size() > 1);
    results.leaf("precision", field.type().isNumber() ? 18 : 0).leaf("queryByDistance", false);
    field.refersTo().forEach(target -> results.leaf("referenceTo", target.apiName()));
    results.leaf("restrictedDelete", false).leaf("restrictedPicklist", field.restricted());
    results.leaf("scale", field.type().isNumber() ? 2 : 0).leaf("searchPrefilterable", false);
    results.leaf("soapType", field.type().soapType()).leaf("sortable", filterable);
    results.leaf("type", field.type().apiName()).leaf("unique", field.externalId());
    results.leaf("updateable", writable).leaf("writeRequiresMasterRead", false);
  }
}
