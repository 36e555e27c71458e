package dev.baton.server.setup;

import dev.baton.lead.LeadContent;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words and values that occur in several leads and could be tags. What names a person, or is a
 * number, is none; nor is what stands in nearly every lead, for it tells them apart by nothing.
 */
public final class TagSuggestions {
  private static final int LONGEST_VALUE = 40;
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’]{3,29}");
  private static final Pattern VALUE = Pattern.compile("[\\p{L}][\\p{L}\\p{N} &/+.'’-]*");
  private static final Set<String> COMMON =
      Arrays.stream(
              ("""
               about above after again also always another anybody anything around asked asking
               available back based because been before being below best better between both call
               called can't cannot come contact could dear does doing don't down during each else
               email enough even ever every example family find first free from further general
               getting give good great have having hello help here home https i'd i'm i've inquiry
               interested into just know last lead like little live long look looking made make many
               maybe message might more most much must name near need needs never next nice only
               other ours over part people perhaps phone please possible price quite quote rather
               really regards request same send several should since some somebody something soon
               still such sure talk test than thank thanks that that's their them then there these
               they thing think this those through time today together tomorrow under until upon
               used using very wait want wants week well were what when where which while will with
               within without wish would write year years your yours
               aber alle auch bitte danke dann dass dein eine einen einer eines für haben hallo ihre
               ihren kann kein keine können mehr mein mich mir möchte nach nicht noch oder schon sehr
               sein sich sind suche über unser viel vielen wenn wird wäre zwischen
               """)
                  .strip()
                  .split("\\s+"))
          .collect(Collectors.toUnmodifiableSet());

  private TagSuggestions() {}

  /**
   * Something that could be a tag.
   *
   * @param where the field it is a value of; empty for a word of the text
   * @param leads in how many leads it stands
   */
  public record Suggestion(String name, String where, int leads) {}

  private static final class Count {
    final Map<String, Integer> spellings = new TreeMap<>();
    String where = "";
    int leads;
  }

  /**
   * The most frequent first.
   *
   * @param known tags there are already
   */
  static List<Suggestion> of(List<LeadContent> leads, Set<TagName> known, int atMost) {
    var counts = new HashMap<String, Count>();
    for (LeadContent lead : leads) count(lead, counts);
    int fewest = leads.size() >= 3 ? 2 : 1;
    int most = leads.size() >= 10 ? leads.size() * 9 / 10 : leads.size();
    var found = new ArrayList<Suggestion>();
    for (Count count : counts.values()) {
      if (count.leads < fewest || count.leads > most) continue;
      String name =
          count.spellings.entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey)
              .orElseThrow();
      if (isNew(name, known)) found.add(new Suggestion(name, count.where, count.leads));
    }
    found.sort(
        Comparator.comparing((Suggestion s) -> s.where().isEmpty())
            .thenComparing(Comparator.comparing(Suggestion::leads).reversed())
            .thenComparing(Suggestion::name));
    return found.stream().limit(atMost).toList();
  }

  private static boolean isNew(String name, Set<TagName> known) {
    try {
      return !known.contains(TagName.of(name));
    } catch (IllegalArgumentException noTag) {
      return false;
    }
  }

  private static void count(LeadContent lead, Map<String, Count> counts) {
    Set<String> person = person(lead);
    var seen = new HashSet<String>();
    lead.text()
        .fields()
        .forEach(
            (field, value) -> {
              String text = value.strip();
              if (text.length() > LONGEST_VALUE || !VALUE.matcher(text).matches()) return;
              if (person.contains(folded(text))) return;
              add(text, field, seen, counts);
            });
    String text = lead.text().subject() + "\n" + lead.text().body();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      if (COMMON.contains(folded(word)) || person.contains(folded(word))) continue;
      if (isPartOfAnAddress(text, words.start(), words.end())) continue;
      add(word, "", seen, counts);
    }
  }

  private static boolean isPartOfAnAddress(String text, int start, int end) {
    boolean before = start > 0 && "@./".indexOf(text.charAt(start - 1)) >= 0;
    boolean after = end < text.length() && text.charAt(end) == '@';
    return before || after;
  }

  private static void add(
      String spelling, String where, Set<String> seen, Map<String, Count> counts) {
    if (!seen.add(folded(spelling))) return;
    Count count = counts.computeIfAbsent(folded(spelling), unused -> new Count());
    count.leads++;
    count.spellings.merge(spelling, 1, Integer::sum);
    if (count.where.isEmpty()) count.where = where;
  }

  private static Set<String> person(LeadContent lead) {
    var words = new HashSet<String>();
    String all = lead.contact().name() + " " + lead.contact().email();
    for (String word : all.split("[^\\p{L}'’]+")) words.add(folded(word));
    words.add(folded(lead.contact().name()));
    words.remove("");
    return words;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
