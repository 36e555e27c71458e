package dev.baton.proof.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands in a CRM at the end of the story, without ids and times, which differ from run to
 * run.
 *
 * @param fields the owner by name and Baton's own fields
 * @param tasks of offers, each with its agent, whether it is ticked off, and its last words
 * @param comments as people read them
 * @param pasts for owner and status all values one after the other, each once
 */
record CrmState(
    Map<String, String> fields,
    List<String> tasks,
    List<String> comments,
    Map<String, List<String>> pasts) {
  CrmState {
    fields = new TreeMap<>(fields);
    tasks = tasks.stream().sorted().toList();
    comments = comments.stream().sorted().toList();
    pasts = new TreeMap<>(pasts);
  }

  /** Values one after the other; one that is written over itself is no step. */
  static List<String> steps(List<String> values) {
    var steps = new ArrayList<String>();
    for (String value : values) {
      if (steps.isEmpty() || !steps.getLast().equals(value)) steps.add(value);
    }
    return List.copyOf(steps);
  }

  /** How another state differs from this one, which is as it should be. */
  List<String> differences(CrmState other) {
    var found = new ArrayList<String>();
    if (!fields.equals(other.fields)) found.add("fields " + other.fields + ", not " + fields);
    if (!tasks.equals(other.tasks)) found.add("tasks " + other.tasks + ", not " + tasks);
    if (!comments.equals(other.comments)) {
      found.add("comments " + other.comments + ", not " + comments);
    }
    pasts.forEach(
        (field, steps) -> {
          List<String> others = other.pasts.getOrDefault(field, List.of());
          if (!goesForwardOnly(steps, others))
            found.add(field + " went " + others + ", not " + steps);
        });
    return found;
  }

  /** Whether all is the same but for one task or comment that is there twice. */
  boolean hasOneMoreThan(CrmState other) {
    var more = new ArrayList<>(tasks);
    more.addAll(comments);
    var less = new ArrayList<>(other.tasks);
    less.addAll(other.comments);
    boolean noneMissing = less.stream().allMatch(more::remove);
    var rest = new CrmState(fields, other.tasks, other.comments, pasts);
    return noneMissing && more.size() == 1 && other.differences(rest).isEmpty();
  }

  /** Steps may be left out, but none may be taken back. */
  static boolean goesForwardOnly(List<String> expected, List<String> taken) {
    int at = 0;
    for (String step : taken) {
      while (at < expected.size() && !expected.get(at).equals(step)) at++;
      if (at == expected.size()) return false;
      at++;
    }
    return true;
  }
}
