package dev.baton.message;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * How a company is told, besides its agents one by one.
 *
 * @param admins e-mail addresses of those who mind the leads
 * @param language of what the admins are told
 * @param rooms chat rooms that many read: no links that act and no contact data go there; secrets
 */
public record CompanyContacts(List<String> admins, String language, Map<Medium, URI> rooms) {
  public static final CompanyContacts NONE = new CompanyContacts(List.of(), "en", Map.of());

  public CompanyContacts {
    admins = List.copyOf(admins);
    rooms = Map.copyOf(rooms);
    admins.forEach(MailAddresses::check);
    Rooms.check(rooms.keySet());
  }

  /** Secrets stay out of logs. */
  @Override
  public String toString() {
    return "CompanyContacts[" + admins.size() + " admins, " + rooms.keySet() + "]";
  }
}
