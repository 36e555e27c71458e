package dev.baton.salesforce.sandbox;

import java.util.Locale;

/** What a field holds, by the names a describe call gives. */
public enum FieldType {
  ID("tns:ID"),
  REFERENCE("tns:ID"),
  STRING("xsd:string"),
  TEXTAREA("xsd:string"),
  PHONE("xsd:string"),
  EMAIL("xsd:string"),
  PICKLIST("xsd:string"),
  MULTIPICKLIST("xsd:string"),
  BOOLEAN("xsd:boolean"),
  DOUBLE("xsd:double"),
  CURRENCY("xsd:double"),
  DATE("xsd:date"),
  DATETIME("xsd:dateTime");

  private final String soapType;

  FieldType(String soapType) {
    this.soapType = soapType;
  }

  String apiName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String soapType() {
    return soapType;
  }

  boolean isText() {
    return soapType.equals("xsd:string");
  }

  boolean isNumber() {
    return soapType.equals("xsd:double");
  }

  boolean isMoment() {
    return this == DATE || this == DATETIME;
  }
}
