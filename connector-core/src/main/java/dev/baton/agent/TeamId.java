package dev.baton.agent;

/** Names a team within a company. */
public record TeamId(String value) implements Comparable<TeamId> {
  public TeamId {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
      throw new IllegalArgumentException(
          "A team id is 1 to 63 letters, digits and . _ -, but this is: " + value);
    }
  }

  @Override
  public int compareTo(TeamId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
