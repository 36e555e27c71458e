package dev.baton.routing;

import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose leads are kept apart as spam (domain §11). An entry is an e-mail address ({@code
 * joe@spam.example}), a domain with its subdomains ({@code @spam.example}), a phone number of seven
 * or more digits, or words that stand in the subject or body. Case does not count.
 *
 * @param allowed whoever fits one of these is no spam, whatever else fits
 */
public record SpamList(List<String> allowed, List<String> blocked) {
  public static final SpamList EMPTY = new SpamList(List.of(), List.of());
  private static final int DIGITS_OF_A_PHONE = 7;

  public SpamList {
    allowed = List.copyOf(allowed);
    blocked = List.copyOf(blocked);
  }

  /** The entry that speaks against the lead; empty for one that is welcome. */
  public Optional<String> against(LeadContent lead) {
    Optional<String> entry = blocked.stream().filter(e -> fits(e, lead)).findFirst();
    return entry.isPresent() && allowed.stream().anyMatch(e -> fits(e, lead))
        ? Optional.empty()
        : entry;
  }

  private static boolean fits(String entry, LeadContent lead) {
    String wanted = entry.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) return false;
    Contact contact = lead.contact();
    String email = contact.email().strip().toLowerCase(Locale.ROOT);
    if (wanted.startsWith("@")) {
      return email.endsWith(wanted) || email.endsWith("." + wanted.substring(1));
    }
    if (wanted.indexOf('@') > 0) return email.equals(wanted);
    String digits = digits(wanted);
    if (digits.length() >= DIGITS_OF_A_PHONE && wanted.matches("[0-9 ()+./-]+")) {
      return digits(contact.phone()).endsWith(digits);
    }
    return lead.text().subject().toLowerCase(Locale.ROOT).contains(wanted)
        || lead.text().body().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
