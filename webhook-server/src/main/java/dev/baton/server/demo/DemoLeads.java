package dev.baton.server.demo;

import dev.baton.hubspot.sandbox.Portal;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** People who ask for something in the sandbox CRM: made up, always the same ones. */
final class DemoLeads {
  private static final List<String> FIRST =
      List.of("Mia", "Noah", "Lena", "Omar", "Pia", "Quinn", "Rosa", "Sven", "Tara", "Umut");
  private static final List<String> LAST =
      List.of("Abel", "Berg", "Costa", "Dahl", "Egan", "Frey", "Gruber", "Holm", "Iglesias");
  private static final List<String> SOURCES =
      List.of("ORGANIC_SEARCH", "PAID_SEARCH", "REFERRALS", "DIRECT_TRAFFIC", "SOCIAL_MEDIA");
  private static final List<String> WISHES =
      List.of(
          "Looking for a residential flat in the old town, two bedrooms.",
          "We need commercial space at the harbour, about 400 m2.",
          "Residential house, garden district, for a family of five.",
          "Commercial office in the old-town, high value fit-out expected.",
          "Residential loft near the harbour.",
          "Is the warehouse at the harbour still for sale? Commercial use, auction preferred.",
          "Busco piso, residential, garden district. Spanish please.",
          "High_Value villa, garden district, commercial let on the ground floor.",
          "Just asking what my place is worth.",
          "Commercial kitchen in the old town.");

  private static final List<String> BUDGETS =
      List.of("180000", "320000", "475000", "1.250.000", "640000", "open");

  /** How many in a hundred have asked before. */
  private static final int ONCE_MORE = 6;

  private final RandomGenerator random;
  private final List<String> phones = new ArrayList<>();
  private int count;

  DemoLeads(RandomGenerator random) {
    this.random = random;
  }

  /** One more person asks; answers the record's id. */
  String next(Portal portal) {
    return create(portal, pick(WISHES), !phones.isEmpty() && random.nextInt(100) < ONCE_MORE);
  }

  /** What somebody may wish for. */
  String wish() {
    return pick(WISHES);
  }

  /** Somebody whose wish is yours to answer. */
  String forYou(Portal portal) {
    return create(portal, "A high-value warehouse at the harbour, please call this week.", false);
  }

  /** What somebody wrote before the demonstration began. */
  LeadContent written() {
    count++;
    boolean again = !phones.isEmpty() && random.nextInt(100) < ONCE_MORE;
    String phone = again ? pick(phones) : "+1 555 " + (2_000_000 + count);
    if (!again) phones.add(phone);
    String name = pick(FIRST) + " " + pick(LAST);
    String email = "before." + count + "@customer.example";
    return new LeadContent(
        new LeadText("", pick(WISHES), Map.of("budget", pick(BUDGETS))),
        new Contact(name, email, phone),
        Set.of(),
        pick(SOURCES));
  }

  private String create(Portal portal, String wish, boolean again) {
    count++;
    String first = pick(FIRST);
    String last = pick(LAST);
    Map<String, String> properties = new HashMap<>();
    properties.put("firstname", first);
    properties.put("lastname", last);
    String email = first + "." + last + "." + count + "@customer.example";
    properties.put("email", email.toLowerCase(Locale.ROOT));
    // HubSpot has one contact per address; who asks again does so from another one.
    String phone = again ? pick(phones) : "+1 555 " + (1_000_000 + count);
    properties.put("phone", phone);
    if (!again) phones.add(phone);
    properties.put("message", wish);
    properties.put("hs_analytics_source", pick(SOURCES));
    return portal.createContact(properties);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
