package dev.baton.salesforce.client;

import com.sforce.soap.partner.sobject.SObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

/**
 * What is to stand in some fields of a record. A date never becomes a {@code java.util.Date}, which
 * WSC would send as the day it is in Greenwich.
 */
public final class SalesforceChange {
  private final String object;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<String> emptied = new ArrayList<>();

  private SalesforceChange(String object) {
    this.object = object;
  }

  /** Of a record that is yet to be created, or is found by another key than its id. */
  public static SalesforceChange of(String object) {
    return new SalesforceChange(object);
  }

  public static SalesforceChange of(String object, String id) {
    return new SalesforceChange(object).put("Id", id);
  }

  public SalesforceChange put(String field, Object value) {
    values.put(field, value);
    return this;
  }

  public SalesforceChange put(String field, LocalDate day) {
    return put(field, new SoapDate(day));
  }

  public SalesforceChange put(String field, Instant at) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    calendar.setTimeInMillis(at.toEpochMilli());
    return put(field, calendar);
  }

  /** A text, or nothing where it is empty. */
  public SalesforceChange putOrEmpty(String field, String text) {
    return text.isEmpty() ? empty(field) : put(field, text);
  }

  /** Takes away what stands in the field. */
  public SalesforceChange empty(String field) {
    emptied.add(field);
    return this;
  }

  SObject sobject() {
    var sobject = new SObject(object);
    values.forEach(sobject::setField);
    if (!emptied.isEmpty()) sobject.setFieldsToNull(emptied.toArray(String[]::new));
    return sobject;
  }

  /** Values may be free text and stay out of logs. */
  @Override
  public String toString() {
    return "SalesforceChange[" + object + ", " + values.keySet() + "]";
  }
}
