package dev.baton.routing;

import dev.baton.agent.AgentId;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reasons of all who are left out, one byte for each agent of the book: a line is drawn for
 * every offer, and there can be very many agents. In the order of the book.
 */
final class LeftOut extends AbstractMap<AgentId, Reason> {
  private static final Reason[] REASONS = Reason.values();

  private final Roster roster;
  private final byte[] reasons;
  private int size;

  LeftOut(Roster roster) {
    this.roster = roster;
    this.reasons = new byte[roster.size()];
  }

  /** Only while the line is being drawn. */
  void put(int position, Reason reason) {
    if (reasons[position] == 0) size++;
    reasons[position] = (byte) (reason.ordinal() + 1);
  }

  private @Nullable Reason at(int position) {
    return reasons[position] == 0 ? null : REASONS[reasons[position] - 1];
  }

  @Override
  public @Nullable Reason get(@Nullable Object agent) {
    return agent instanceof AgentId id ? roster.position(id).map(this::at).orElse(null) : null;
  }

  @Override
  public boolean containsKey(@Nullable Object agent) {
    return get(agent) != null;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Set<Map.Entry<AgentId, Reason>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public Iterator<Map.Entry<AgentId, Reason>> iterator() {
        return new Entries();
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<AgentId, Reason>> {
    private int next;

    @Override
    public boolean hasNext() {
      while (next < reasons.length && reasons[next] == 0) next++;
      return next < reasons.length;
    }

    @Override
    public Map.Entry<AgentId, Reason> next() {
      if (!hasNext()) throw new NoSuchElementException();
      int position = next++;
      return Map.entry(roster.agent(position).id(), REASONS[reasons[position] - 1]);
    }
  }
}
