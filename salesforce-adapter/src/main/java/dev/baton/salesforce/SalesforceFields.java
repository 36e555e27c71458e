package dev.baton.salesforce;

/** Which Salesforce field holds what of a lead. Every Salesforce name Baton knows stands here. */
final class SalesforceFields {
  static final String LEAD = "Lead";
  static final String CASE = "Case";
  static final String OPPORTUNITY = "Opportunity";
  static final String TASK = "Task";
  static final String CONTACT = "Contact";
  static final String ACCOUNT = "Account";
  static final String USER = "User";

  /** What the fields of tasks belong to in an installed package; events share them. */
  static final String ACTIVITY = "Activity";

  static final String ID = "Id";
  static final String OWNER = "OwnerId";

  /** Who changed a record last, and when; outbound messages carry both. */
  static final String CHANGED_BY = "LastModifiedById";

  static final String CHANGED = "SystemModstamp";

  /** When a record came to be. Of the outbound messages, only one about a new record carries it. */
  static final String CREATED = "CreatedDate";

  /** The org's own words for how far a lead, a case or a task is; an opportunity has a stage. */
  static final String STATUS = "Status";

  static final String STAGE = "StageName";

  /** Where an agent answers an offer, in the record or in the task; Baton's own field. */
  static final String OFFER_RESPONSE = "Baton_Offer_Response__c";

  /** Where people give a record tags by hand, a multi-select; Baton's own field. */
  static final String GIVEN_TAGS = "Baton_Tags__c";

  /** How far the owner has come, in Baton's own fields. */
  static final String CONTACT_STATUS = "Baton_Contact_Status__c";

  static final String DEAL_STATUS = "Baton_Deal_Status__c";
  static final String EXPECTED_VALUE = "Baton_Expected_Value__c";
  static final String EXPECTED_CURRENCY = "Baton_Expected_Currency__c";
  static final String REASON = "Baton_Reason__c";

  /** Where people write a comment that Baton is to hear of; Baton's own field. */
  static final String COMMENT = "Baton_Comment__c";

  /** Names the offer a task is about, an external id; Baton's own field. */
  static final String OFFER_KEY = "Baton_Offer_Key__c";

  /** Whoever holds it is Baton itself: the installed flows tell Baton nothing of his changes. */
  static final String INTEGRATION_PERMISSION = "Baton_Integration";

  static final String NAME = "Name";
  static final String FIRST_NAME = "FirstName";
  static final String LAST_NAME = "LastName";
  static final String COMPANY = "Company";
  static final String EMAIL = "Email";
  static final String PHONE = "Phone";
  static final String MOBILE_PHONE = "MobilePhone";
  static final String DESCRIPTION = "Description";
  static final String SOURCE = "LeadSource";

  static final String SUBJECT = "Subject";
  static final String ORIGIN = "Origin";
  static final String SUPPLIED_NAME = "SuppliedName";
  static final String SUPPLIED_EMAIL = "SuppliedEmail";
  static final String SUPPLIED_PHONE = "SuppliedPhone";
  static final String SUPPLIED_COMPANY = "SuppliedCompany";
  static final String CONTACT_ID = "ContactId";
  static final String ACCOUNT_ID = "AccountId";
  static final String AMOUNT = "Amount";

  static final String TASK_DUE = "ActivityDate";
  static final String TASK_PRIORITY = "Priority";

  /** The lead or contact a task is about, and the case or opportunity. */
  static final String TASK_WHO = "WhoId";

  static final String TASK_WHAT = "WhatId";

  static final String TASK_REMINDER = "ReminderDateTime";
  static final String TASK_REMINDER_SET = "IsReminderSet";

  /**
   * What Salesforce itself derives from the status: nothing more is to be done, and how it ended.
   */
  static final String CLOSED = "IsClosed";

  static final String WON = "IsWon";
  static final String CONVERTED = "IsConverted";

  static final String ACTIVE = "IsActive";
  static final String TIME_ZONE = "TimeZoneSidKey";
  static final String CLOSE_DATE = "CloseDate";

  private SalesforceFields() {}
}
