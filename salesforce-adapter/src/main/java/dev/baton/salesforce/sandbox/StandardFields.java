package dev.baton.salesforce.sandbox;

import static dev.baton.salesforce.sandbox.FieldDefinition.choice;
import static dev.baton.salesforce.sandbox.FieldDefinition.of;
import static dev.baton.salesforce.sandbox.FieldDefinition.reference;
import static dev.baton.salesforce.sandbox.FieldDefinition.text;
import static dev.baton.salesforce.sandbox.FieldType.BOOLEAN;
import static dev.baton.salesforce.sandbox.FieldType.CURRENCY;
import static dev.baton.salesforce.sandbox.FieldType.DATE;
import static dev.baton.salesforce.sandbox.FieldType.DATETIME;
import static dev.baton.salesforce.sandbox.FieldType.EMAIL;
import static dev.baton.salesforce.sandbox.FieldType.ID;
import static dev.baton.salesforce.sandbox.FieldType.PHONE;
import static dev.baton.salesforce.sandbox.FieldType.TEXTAREA;

import java.util.ArrayList;
import java.util.List;

/** The fields every org has, as far as Baton can meet them. */
final class StandardFields {
  private static final int LONG_TEXT = 32_000;

  private StandardFields() {}

  static List<FieldDefinition> fieldsOf(ObjectType type) {
    var all = new ArrayList<FieldDefinition>();
    all.add(FieldDefinition.of("Id", ID, 18).filledBySalesforce());
    if (type != ObjectType.USER && type != ObjectType.GROUP) {
      all.add(FieldDefinition.of("IsDeleted", BOOLEAN).filledBySalesforce());
    }
    all.addAll(own(type));
    all.add(FieldDefinition.of("CreatedDate", DATETIME).filledBySalesforce());
    all.add(reference("CreatedById", ObjectType.USER).filledBySalesforce());
    all.add(FieldDefinition.of("LastModifiedDate", DATETIME).filledBySalesforce());
    all.add(reference("LastModifiedById", ObjectType.USER).filledBySalesforce());
    all.add(FieldDefinition.of("SystemModstamp", DATETIME).filledBySalesforce());
    return all;
  }

  private static List<FieldDefinition> own(ObjectType type) {
    return switch (type) {
      case LEAD -> lead();
      case TASK -> task();
      case CASE -> kase();
      case OPPORTUNITY -> opportunity();
      case CONTACT -> contact();
      case ACCOUNT -> List.of(text("Name", 255).needed(), owner(), of("Phone", PHONE, 40));
      case USER -> user();
      case GROUP -> List.of(text("Name", 40).needed(), choice("Type", "Queue", "Regular"));
    };
  }

  private static List<FieldDefinition> lead() {
    return List.of(
        reference("MasterRecordId", ObjectType.LEAD).filledBySalesforce(),
        text("LastName", 80).needed(),
        text("FirstName", 40),
        text("Name", 121).filledBySalesforce(),
        text("Company", 255).needed(),
        of("Phone", PHONE, 40),
        of("MobilePhone", PHONE, 40),
        of("Email", EMAIL, 80),
        of("Description", TEXTAREA, LONG_TEXT),
        choice("LeadSource", "Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"),
        choice(
            "Status",
            "Open - Not Contacted",
            "Working - Contacted",
            "Closed - Converted",
            "Closed - Not Converted"),
        owner(),
        of("IsConverted", BOOLEAN).filledBySalesforce(),
        of("ConvertedDate", DATE).filledBySalesforce(),
        reference("ConvertedAccountId", ObjectType.ACCOUNT).filledBySalesforce(),
        reference("ConvertedContactId", ObjectType.CONTACT).filledBySalesforce(),
        reference("ConvertedOpportunityId", ObjectType.OPPORTUNITY).filledBySalesforce());
  }

  private static List<FieldDefinition> task() {
    return List.of(
        reference("WhoId", ObjectType.LEAD, ObjectType.CONTACT),
        reference("WhatId", ObjectType.CASE, ObjectType.OPPORTUNITY, ObjectType.ACCOUNT),
        text("Subject", 255),
        of("ActivityDate", DATE),
        choice(
            "Status",
            "Not Started",
            "In Progress",
            "Completed",
            "Waiting on someone else",
            "Deferred"),
        choice("Priority", "High", "Normal", "Low"),
        reference("OwnerId", ObjectType.USER),
        of("Description", TEXTAREA, LONG_TEXT),
        of("IsClosed", BOOLEAN).filledBySalesforce(),
        of("ReminderDateTime", DATETIME),
        of("IsReminderSet", BOOLEAN));
  }

  private static List<FieldDefinition> kase() {
    return List.of(
        text("CaseNumber", 30).filledBySalesforce(),
        reference("ContactId", ObjectType.CONTACT),
        text("Subject", 255),
        of("Description", TEXTAREA, LONG_TEXT),
        text("SuppliedName", 80),
        of("SuppliedEmail", EMAIL, 80),
        text("SuppliedPhone", 40),
        text("SuppliedCompany", 80),
        choice("Origin", "Phone", "Email", "Web"),
        choice("Status", "New", "Working", "Escalated", "Closed"),
        of("IsClosed", BOOLEAN).filledBySalesforce(),
        owner());
  }

  private static List<FieldDefinition> opportunity() {
    return List.of(
        reference("AccountId", ObjectType.ACCOUNT),
        text("Name", 120).needed(),
        of("Description", TEXTAREA, LONG_TEXT),
        choice("LeadSource", "Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"),
        choice(
                "StageName",
                "Prospecting",
                "Qualification",
                "Proposal/Price Quote",
                "Closed Won",
                "Closed Lost")
            .needed(),
        of("Amount", CURRENCY),
        of("CloseDate", DATE).needed(),
        of("IsWon", BOOLEAN).filledBySalesforce(),
        of("IsClosed", BOOLEAN).filledBySalesforce(),
        reference("OwnerId", ObjectType.USER));
  }

  private static List<FieldDefinition> contact() {
    return List.of(
        reference("AccountId", ObjectType.ACCOUNT),
        text("LastName", 80).needed(),
        text("FirstName", 40),
        text("Name", 121).filledBySalesforce(),
        of("Email", EMAIL, 80),
        of("Phone", PHONE, 40),
        of("MobilePhone", PHONE, 40),
        reference("OwnerId", ObjectType.USER));
  }

  private static List<FieldDefinition> user() {
    return List.of(
        text("Username", 80).needed(),
        text("LastName", 80).needed(),
        text("FirstName", 40),
        text("Name", 121).filledBySalesforce(),
        of("Email", EMAIL, 128).needed(),
        text("TimeZoneSidKey", 40),
        of("IsActive", BOOLEAN));
  }

  private static FieldDefinition owner() {
    return reference("OwnerId", ObjectType.USER, ObjectType.GROUP);
  }
}
