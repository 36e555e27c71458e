package dev.baton.salesforce;

/**
 * The id of a record, user or organisation in Salesforce. It comes with 15 characters, where case
 * matters, or with 18, of which the last three only protect the case of the others: both name the
 * same thing.
 */
public final class SalesforceId {
  private static final int SHORT = 15;
  private static final int LONG = 18;
  private static final String CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

  private final String characters;

  private SalesforceId(String characters) {
    this.characters = characters;
  }

  /**
   * Reads an id of either length.
   *
   * @throws IllegalArgumentException for a text of another length, with other characters, or whose
   *     last three do not fit the others
   */
  public static SalesforceId parse(String text) {
    if (!text.matches("[A-Za-z0-9]+") || (text.length() != SHORT && text.length() != LONG)) {
      throw new IllegalArgumentException("A Salesforce id has 15 or 18 letters and digits");
    }
    var id = new SalesforceId(text.substring(0, SHORT));
    if (text.length() == LONG && !id.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("The last three characters do not fit this id");
    }
    return id;
  }

  /** The id with 18 characters. */
  @Override
  public String toString() {
    var id = new StringBuilder(characters);
    for (int chunk = 0; chunk < SHORT; chunk += 5) {
      int upper = 0;
      for (int i = 0; i < 5; i++) {
        if (Character.isUpperCase(characters.charAt(chunk + i))) upper |= 1 << i;
      }
      id.append(CHECK.charAt(upper));
    }
    return id.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SalesforceId id && characters.equals(id.characters);
  }

  @Override
  public int hashCode() {
    return characters.hashCode();
  }
}
