package dev.baton.company;

/** Names a company that Baton routes leads for; every stored row carries it. */
public record CompanyId(String value) {
  public CompanyId {
    if (!value.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw new IllegalArgumentException(
          "A company id is 1 to 63 lower-case letters, digits and hyphens, but this is: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
