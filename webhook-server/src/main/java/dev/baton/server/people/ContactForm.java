package dev.baton.server.people;

import dev.baton.message.ContactSettings;
import dev.baton.message.Escalation;
import dev.baton.message.MailAddresses;
import dev.baton.message.Medium;
import dev.baton.message.QuietHours;
import dev.baton.server.page.Form;
import dev.baton.server.words.Words;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How an agent wants to be told, as it is filled in. Addresses of chat rooms are secrets: they are
 * not shown again, and a blank field leaves them as they are.
 */
final class ContactForm {
  private static final String BY = "by-";
  private static final String ROOM = "room-";
  private static final String NO_ROOM = "no-room-";
  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

  private ContactForm() {}

  static Form of(ContactSettings settings) {
    var values = new HashMap<String, String>();
    settings.media().forEach(medium -> values.put(BY + medium, "yes"));
    values.put("mobile", settings.mobile());
    values.put("language", settings.language());
    values.put("copies", String.join("\n", settings.copies()));
    settings
        .quiet()
        .ifPresent(
            quiet -> {
              values.put("quietFrom", quiet.from().toString());
              values.put("quietTo", quiet.to().toString());
            });
    settings
        .escalation()
        .ifPresent(
            escalation -> {
              values.put("escalateTo", escalation.medium().name());
              values.put("escalateAfter", String.valueOf(escalation.after().toSeconds()));
            });
    return Form.of(values);
  }

  /**
   * The form with all that is wrong.
   *
   * @param objection why the address of a chat room is not called
   */
  static Form checked(
      Form form, ContactSettings now, Function<URI, Optional<String>> objection, Words words) {
    Form checked = form;
    checked = refusedBy(checked, "mobile", () -> ContactSettings.DEFAULT.reachedAt(mobile(form)));
    checked = refusedBy(checked, "language", () -> ContactSettings.DEFAULT.in(language(form)));
    checked = copies(checked, words);
    checked = quiet(checked, words);
    checked = escalation(checked, words);
    for (Medium medium : rooms()) checked = room(checked, medium, objection, words);
    if (media(form).contains(Medium.SMS) && mobile(form).isEmpty()) {
      checked = checked.wrong("mobile", words.say("people.contact.mobile.missing"));
    }
    for (Medium medium : rooms()) {
      if (media(form).contains(medium) && !hasRoom(form, medium, now)) {
        checked = checked.wrong(ROOM + medium, words.say("people.contact.room.missing"));
      }
    }
    return checked;
  }

  static List<Medium> rooms() {
    return Stream.of(Medium.values()).filter(Medium::room).toList();
  }

  private static Form refusedBy(Form form, String field, Runnable made) {
    try {
      made.run();
      return form;
    } catch (IllegalArgumentException wrong) {
      return form.wrong(field, wrong.getMessage() + ".");
    }
  }

  private static String mobile(Form form) {
    return ContactNumbers.read(form.value("mobile"));
  }

  private static String language(Form form) {
    return form.value("language").isEmpty() ? "en" : form.value("language");
  }

  private static List<String> copyAddresses(Form form) {
    return Arrays.stream(form.value("copies").split("[\\s,;]+"))
        .filter(address -> !address.isEmpty())
        .toList();
  }

  private static Form copies(Form form, Words words) {
    List<String> addresses = copyAddresses(form);
    if (addresses.size() > ContactSettings.MOST_COPIES) {
      return form.wrong(
          "copies", words.say("people.contact.copies.many", ContactSettings.MOST_COPIES));
    }
    return addresses.stream()
        .filter(address -> !MailAddresses.good(address))
        .findFirst()
        .map(bad -> form.wrong("copies", words.say("people.contact.copies.wrong", bad)))
        .orElse(form);
  }

  private static Form quiet(Form form, Words words) {
    String from = form.value("quietFrom");
    String to = form.value("quietTo");
    if (from.isEmpty() && to.isEmpty()) return form;
    if (!from.matches(TIME)) {
      return form.wrong("quietFrom", words.say("people.contact.quiet.from.wrong"));
    }
    if (!to.matches(TIME)) {
      return form.wrong("quietTo", words.say("people.contact.quiet.to.wrong"));
    }
    return from.equals(to) ? form.wrong("quietTo", words.say("people.contact.quiet.same")) : form;
  }

  private static Form escalation(Form form, Words words) {
    if (form.value("escalateTo").isEmpty()) return form;
    if (medium(form.value("escalateTo")).isEmpty()) {
      return form.wrong("escalateTo", words.say("people.wrong.channel"));
    }
    return form.value("escalateAfter").matches("[1-9]\\d{0,5}")
        ? form
        : form.wrong("escalateAfter", words.say("people.contact.later.after.wrong"));
  }

  private static Form room(
      Form form, Medium medium, Function<URI, Optional<String>> objection, Words words) {
    String address = form.value(ROOM + medium);
    if (address.isEmpty()) return form;
    try {
      return objection
          .apply(URI.create(address))
          .map(why -> form.wrong(ROOM + medium, words.say("people.contact.room.refused", why)))
          .orElse(form);
    } catch (IllegalArgumentException noAddress) {
      return form.wrong(ROOM + medium, words.say("people.contact.room.no-address"));
    }
  }

  private static boolean hasRoom(Form form, Medium medium, ContactSettings now) {
    if (!form.value(ROOM + medium).isEmpty()) return true;
    return now.rooms().containsKey(medium) && !form.ticked(NO_ROOM + medium);
  }

  static Optional<Medium> medium(String name) {
    return Stream.of(Medium.values()).filter(m -> m.name().equals(name)).findFirst();
  }

  private static Set<Medium> media(Form form) {
    var media = EnumSet.noneOf(Medium.class);
    for (Medium medium : Medium.values()) if (form.ticked(BY + medium)) media.add(medium);
    return media;
  }

  /** The settings of a form that was found good. */
  static ContactSettings settings(Form form, ContactSettings now) {
    String from = form.value("quietFrom");
    return new ContactSettings(
        mobile(form),
        media(form),
        copyAddresses(form),
        language(form),
        from.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new QuietHours(LocalTime.parse(from), LocalTime.parse(form.value("quietTo")))),
        medium(form.value("escalateTo"))
            .map(
                to ->
                    new Escalation(
                        to, Duration.ofSeconds(Long.parseLong(form.value("escalateAfter"))))),
        rooms(form, now));
  }

  private static Map<Medium, URI> rooms(Form form, ContactSettings now) {
    var rooms = new EnumMap<Medium, URI>(Medium.class);
    rooms.putAll(now.rooms());
    for (Medium medium : rooms()) {
      if (form.ticked(NO_ROOM + medium)) rooms.remove(medium);
      String address = form.value(ROOM + medium);
      if (!address.isEmpty()) rooms.put(medium, URI.create(address));
    }
    return rooms;
  }
}
