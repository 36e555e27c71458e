package dev.baton.message;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How an agent wants to be told (domain §2).
 *
 * @param mobile such as {@code +4915112345678}; empty for none
 * @param copies addresses that get a copy of the leads he has accepted
 * @param language a language tag, such as {@code de}
 * @param rooms addresses of chat rooms that he alone reads; secrets
 */
public record ContactSettings(
    String mobile,
    Set<Medium> media,
    List<String> copies,
    String language,
    Optional<QuietHours> quiet,
    Optional<Escalation> escalation,
    Map<Medium, URI> rooms) {
  public static final int MOST_COPIES = 10;

  /** By e-mail, in English. */
  public static final ContactSettings DEFAULT =
      new ContactSettings(
          "", Set.of(Medium.EMAIL), List.of(), "en", Optional.empty(), Optional.empty(), Map.of());

  public ContactSettings {
    media = Set.copyOf(media);
    copies = List.copyOf(copies);
    rooms = Map.copyOf(rooms);
    if (!mobile.isEmpty() && !mobile.matches("\\+[1-9][0-9]{6,14}")) {
      throw new IllegalArgumentException("A mobile number is like +4915112345678");
    }
    if (copies.size() > MOST_COPIES) {
      throw new IllegalArgumentException("At most " + MOST_COPIES + " addresses get a copy");
    }
    copies.forEach(MailAddresses::check);
    if (!language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      throw new IllegalArgumentException("A language is like en or de-AT");
    }
    Rooms.check(rooms.keySet());
  }

  /** The same with another mobile number. */
  public ContactSettings reachedAt(String number) {
    return new ContactSettings(number, media, copies, language, quiet, escalation, rooms);
  }

  /** The same in another language. */
  public ContactSettings in(String other) {
    return new ContactSettings(mobile, media, copies, other, quiet, escalation, rooms);
  }

  /** The same by other channels. */
  public ContactSettings by(Set<Medium> others) {
    return new ContactSettings(mobile, others, copies, language, quiet, escalation, rooms);
  }

  /** Secrets and numbers stay out of logs. */
  @Override
  public String toString() {
    return "ContactSettings[" + media + ", " + language + "]";
  }
}
