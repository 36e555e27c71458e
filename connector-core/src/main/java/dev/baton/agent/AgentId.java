package dev.baton.agent;

/** Names an agent within a company. */
public record AgentId(String value) implements Comparable<AgentId> {
  public AgentId {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._@+-]{0,127}")) {
      throw new IllegalArgumentException(
          "An agent id is 1 to 128 letters, digits and . _ @ + -, but this is: " + value);
    }
  }

  @Override
  public int compareTo(AgentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
