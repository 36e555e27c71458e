package dev.baton.lead;

/**
 * The person behind a lead. Nobody sees this before the lead is theirs (domain §5). What the CRM
 * does not know is an empty text.
 */
public record Contact(String name, String email, String phone) {
  public static final Contact UNKNOWN = new Contact("", "", "");

  /** Contact data stays out of logs, whoever prints a lead. */
  @Override
  public String toString() {
    return "Contact[hidden]";
  }
}
