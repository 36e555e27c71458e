package dev.baton.crm;

import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.Feedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which value of a CRM's own status field stands for which feedback, in both directions (domain §6:
 * configurable). Written by an admin as {@code value = CONTACT/DEAL} pairs, separated by
 * semicolons: {@code Working = CONTACTED/IN_PROGRESS; Won = CONTACTED/CLOSED_WON}.
 *
 * @param field the CRM's name of the field; empty where nothing is mapped
 */
public record StatusMapping(String field, List<Pair> pairs) {
  public static final StatusMapping NONE = new StatusMapping("", List.of());

  /** One value of the CRM and what it stands for. */
  public record Pair(String value, ContactStatus contact, DealStatus deal) {}

  public StatusMapping {
    pairs = List.copyOf(pairs);
  }

  /**
   * Reads what an admin wrote.
   *
   * @throws IllegalArgumentException naming the pair that is wrong, with an example
   */
  public static StatusMapping read(String field, String written) {
    var pairs = new ArrayList<Pair>();
    for (String pair : written.split(";")) {
      if (pair.isBlank()) continue;
      int equals = pair.lastIndexOf('=');
      String[] statuses = pair.substring(equals + 1).strip().split("/");
      if (equals < 1 || statuses.length != 2) throw wrong(pair);
      try {
        pairs.add(
            new Pair(
                pair.substring(0, equals).strip(),
                ContactStatus.valueOf(statuses[0].strip()),
                DealStatus.valueOf(statuses[1].strip())));
      } catch (IllegalArgumentException unknown) {
        throw wrong(pair);
      }
    }
    return pairs.isEmpty() ? NONE : new StatusMapping(field.strip(), pairs);
  }

  private static IllegalArgumentException wrong(String pair) {
    return new IllegalArgumentException(
        "A mapped status is written like \"Working = CONTACTED/IN_PROGRESS\", but this is \""
            + pair.strip()
            + "\"");
  }

  /** The value that tells the CRM of this feedback; the first pair that fits it counts. */
  public Optional<String> valueFor(Feedback feedback) {
    return pairs.stream()
        .filter(p -> p.contact() == feedback.contact() && p.deal() == feedback.deal())
        .map(Pair::value)
        .findFirst();
  }

  /** What a value of the CRM says; empty for one that is not mapped. */
  public Optional<Feedback> feedbackOf(String value) {
    return pairs.stream()
        .filter(p -> p.value().equalsIgnoreCase(value.strip()))
        .map(p -> new Feedback(p.contact(), p.deal()))
        .findFirst();
  }
}
