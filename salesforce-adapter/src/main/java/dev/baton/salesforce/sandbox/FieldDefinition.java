package dev.baton.salesforce.sandbox;

import java.util.List;

/**
 * A field records can have.
 *
 * @param length most characters of a text; 0 where that is no question
 * @param options the values of a picklist; several in one value are parted by semicolons
 * @param restricted whether the options are all a picklist takes
 * @param refersTo the objects a reference may name
 * @param externalId whether it is unique, and records can be found by it
 * @param readOnly whether Salesforce fills it, so that nobody else may
 * @param required whether no record is without it
 */
public record FieldDefinition(
    String name,
    String label,
    FieldType type,
    int length,
    List<String> options,
    boolean restricted,
    List<ObjectType> refersTo,
    boolean externalId,
    boolean readOnly,
    boolean required) {

  public FieldDefinition {
    options = List.copyOf(options);
    refersTo = List.copyOf(refersTo);
  }

  static FieldDefinition of(String name, FieldType type, int length) {
    return new FieldDefinition(
        name, labelOf(name), type, length, List.of(), false, List.of(), false, false, false);
  }

  static FieldDefinition of(String name, FieldType type) {
    return of(name, type, 0);
  }

  static FieldDefinition text(String name, int length) {
    return of(name, FieldType.STRING, length);
  }

  static FieldDefinition reference(String name, ObjectType... refersTo) {
    return new FieldDefinition(
        name,
        labelOf(name),
        FieldType.REFERENCE,
        18,
        List.of(),
        false,
        List.of(refersTo),
        false,
        false,
        false);
  }

  /** A standard picklist, which takes other values than its options too. */
  static FieldDefinition choice(String name, String... options) {
    return new FieldDefinition(
        name,
        labelOf(name),
        FieldType.PICKLIST,
        255,
        List.of(options),
        false,
        List.of(),
        false,
        false,
        false);
  }

  FieldDefinition oneOf(String... onlyOptions) {
    return new FieldDefinition(
        name,
        label,
        type,
        255,
        List.of(onlyOptions),
        true,
        refersTo,
        externalId,
        readOnly,
        required);
  }

  FieldDefinition asExternalId() {
    return new FieldDefinition(
        name, label, type, length, options, restricted, refersTo, true, readOnly, required);
  }

  FieldDefinition filledBySalesforce() {
    return new FieldDefinition(
        name, label, type, length, options, restricted, refersTo, externalId, true, required);
  }

  FieldDefinition needed() {
    return new FieldDefinition(
        name, label, type, length, options, restricted, refersTo, externalId, readOnly, true);
  }

  boolean custom() {
    return name.endsWith("__c");
  }

  private static String labelOf(String name) {
    String words = name.replaceFirst("__c$", "").replaceFirst("(?<=[a-z])Id$", " ID");
    return words.replace('_', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " ");
  }
}
