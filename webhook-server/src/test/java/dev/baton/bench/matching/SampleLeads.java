package dev.baton.bench.matching;

import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * A company's tags and leads that speak of some of them, the same for the same seed. Leads have 1
 * to 2 kB, in words of which few are frequent; tags have one to three words, many of which begin
 * with words that leads are full of. Each lead carries one to six tags in any case and with any
 * separator, and as many that only look like one.
 */
final class SampleLeads {
  private static final int COMMON_WORDS = 20_000;
  private static final String[] SYLLABLES =
      ("ba be bi bo ca ce co da de di do fa fe fi ga go ha he hi in ka ke ki la le li lo lu ma me"
              + " mi mo na ne ni no on or pa pe po ra re ri ro sa se si so ta te ti to ul um ur va"
              + " ve vi wa we wi za ze zü ö")
          .split(" ");
  private static final String SEPARATORS = " -_.\n";

  private final Random random;
  private final List<String> words = new ArrayList<>();
  private final List<TagName> tags;

  SampleLeads(int tags, long seed) {
    random = new Random(seed);
    var distinct = new LinkedHashSet<String>();
    while (distinct.size() < COMMON_WORDS) {
      // As in languages: what is frequent is short.
      distinct.add(word(1 + random.nextInt(distinct.size() < 500 ? 2 : 4)));
    }
    words.addAll(distinct);
    var names = new LinkedHashSet<TagName>();
    while (names.size() < tags) names.add(TagName.of(name()));
    this.tags = List.copyOf(names);
  }

  List<TagName> tags() {
    return tags;
  }

  List<LeadContent> leads(int count) {
    var leads = new ArrayList<LeadContent>(count);
    for (int i = 0; i < count; i++) leads.add(lead());
    return leads;
  }

  private LeadContent lead() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("City", capital(place()));
    fields.put("Phone", "+1 310 555 0" + (100 + random.nextInt(900)));
    fields.put("LeadSource", "Web form, " + common());
    String subject = common() + " " + spoken() + " " + common();
    return new LeadContent(
        new LeadText(subject, body(900 + random.nextInt(900)), fields),
        Contact.UNKNOWN,
        Set.of(),
        "");
  }

  private String body(int length) {
    var body = new StringBuilder(length + 100);
    int carried = random.nextInt(6);
    while (body.length() < length) {
      int sentence = 6 + random.nextInt(12);
      int special = random.nextInt(sentence);
      for (int i = 0; i < sentence; i++) {
        String word = common();
        body.append(i == 0 ? capital(word) : word);
        if (i == special) body.append(' ').append(aside(carried-- > 0));
        body.append(i == sentence - 1 ? ". " : random.nextInt(9) == 0 ? ", " : " ");
      }
    }
    return body.toString();
  }

  /** A tag, something that looks like one, or a figure. */
  private String aside(boolean tag) {
    if (tag) return spoken();
    return switch (random.nextInt(3)) {
      case 0 -> "$" + (100 + random.nextInt(900)) + ",000";
      case 1 -> spoken() + "s";
      default -> pick(tags).text().replace(" ", ", ").replace("-", " - ");
    };
  }

  /** A tag as somebody writes it. */
  private String spoken() {
    String text = pick(tags).text();
    char separator = SEPARATORS.charAt(random.nextInt(SEPARATORS.length()));
    return switch (random.nextInt(4)) {
      case 0 -> text;
      case 1 -> text.toUpperCase(Locale.ROOT);
      case 2 -> text.toLowerCase(Locale.ROOT);
      default -> text.replace(' ', separator).replace('-', separator);
    };
  }

  private String name() {
    return switch (random.nextInt(10)) {
      case 0, 1 -> capital(place());
      case 2, 3, 4 -> capital(any()) + " " + capital(place());
      case 5, 6 -> any() + "-" + any();
      default -> any() + " " + any() + " " + capital(place());
    };
  }

  /** A word of the language as it is spoken: the first hundred make up a sixth of a text. */
  private String common() {
    double at = random.nextDouble();
    return words.get((int) (COMMON_WORDS * at * at * at));
  }

  /** A word of the language, frequent or not. */
  private String any() {
    return pick(words);
  }

  private String place() {
    return word(3 + random.nextInt(2));
  }

  private String word(int syllables) {
    var word = new StringBuilder();
    for (int i = 0; i < syllables; i++) word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    return word.toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
