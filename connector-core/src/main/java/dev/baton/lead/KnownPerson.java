package dev.baton.lead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the person of a lead can be written: patterns that find him in {@link PlainText}. */
final class KnownPerson {
  /** Shorter words of a name are initials and the like. */
  private static final int SHORTEST_WORD = 3;

  /** Shorter words are found only where they stand alone: Ann is not in annual. */
  private static final int FOUND_WITHIN_WORDS = 5;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_COUNTRY_CODE = 3;
  private static final int DIGITS_OF_A_PHONE = 6;
  private static final int LOCAL_NUMBER = 7;
  private static final int MOST_DIGITS = 20;

  private static final int IN_ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String NOT_AFTER_A_LETTER = "(?<![\\p{L}\\p{M}])";
  private static final String NOT_BEFORE_A_LETTER = "(?![\\p{L}\\p{M}])";
  private static final String GENITIVE = "(?:['’]?s)?";
  private static final Pattern EXTENSION =
      Pattern.compile("(?:ext|x|durchwahl|#).*", IN_ANY_CASE | Pattern.DOTALL);

  private KnownPerson() {}

  /** The longest first: what remains of a number would not be recognised. */
  static List<Pattern> patterns(Contact person) {
    var patterns = new ArrayList<Pattern>();
    patterns.addAll(ofEmail(PlainText.of(person.email())));
    patterns.addAll(ofName(PlainText.of(person.name())));
    patterns.addAll(ofPhone(PlainText.of(person.phone())));
    return patterns;
  }

  /** Its two halves: the whole is found as every address is. */
  private static List<Pattern> ofEmail(String email) {
    return Arrays.stream(email.strip().split("@"))
        .filter(half -> half.length() >= SHORTEST_WORD)
        .map(half -> "(?<![\\p{L}\\p{N}])" + Pattern.quote(half) + "(?![\\p{L}\\p{N}])")
        .map(regex -> Pattern.compile(regex, IN_ANY_CASE))
        .toList();
  }

  /** The words of a name, as far as they say who it is. */
  static List<String> words(String name) {
    return Arrays.stream(cut(name).split("[^\\p{L}\\p{M}]+")).filter(w -> !w.isEmpty()).toList();
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static List<Pattern> ofName(String name) {
    List<String> words = words(name);
    String whole =
        words.stream().map(KnownPerson::anyHow).collect(Collectors.joining("[^\\p{L}\\p{N}]{0,3}"));
    Stream<String> asOne =
        words.size() < 2
            ? Stream.empty()
            : Stream.of(NOT_AFTER_A_LETTER + whole + GENITIVE + NOT_BEFORE_A_LETTER);
    return Stream.concat(asOne, words.stream().filter(KnownPerson::tells).map(KnownPerson::word))
        .map(regex -> Pattern.compile(regex, IN_ANY_CASE))
        .toList();
  }

  /** Scripts without capitals make names of two letters, and often no spaces. */
  private static boolean hasCase(String word) {
    return word.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
  }

  private static boolean tells(String word) {
    return letters(word) >= (hasCase(word) ? SHORTEST_WORD : 2);
  }

  private static long letters(String word) {
    return word.codePoints().filter(Character::isLetter).count();
  }

  private static String word(String word) {
    return letters(word) >= FOUND_WITHIN_WORDS || !hasCase(word)
        ? anyHow(word)
        : NOT_AFTER_A_LETTER + anyHow(word) + GENITIVE + NOT_BEFORE_A_LETTER;
  }

  /** With and without accents; Müller also as Mueller, Strauß as Strauss, and the other way. */
  private static String anyHow(String word) {
    var regex = new StringBuilder();
    int[] letters = word.codePoints().toArray();
    for (int i = 0; i < letters.length; i++) {
      int each = letters[i];
      boolean last = i + 1 == letters.length;
      if (each == '\u0308') regex.append("(?:e\\p{M}*+)?");
      if (!Character.isLetter(each)) continue;
      if (each == 'ß') {
        regex.append("(?:ß|ss)");
      } else if ((each == 's' || each == 'S') && !last && (letters[i + 1] | ' ') == 's') {
        regex.append("(?:ß|ss)");
        i++;
      } else {
        String letter = Character.toString(each) + "\\p{M}*+";
        boolean ofUmlaut = each == 'e' && i > 0 && "aouAOU".indexOf(letters[i - 1]) >= 0;
        regex.append(ofUmlaut ? "(?:" + letter + ")?" : letter);
      }
    }
    return regex.toString();
  }

  /**
   * A number with its country's code, without it, and without its area's; with whatever between its
   * digits. One that is too short for a phone, such as an extension, only where it stands alone.
   */
  private static List<Pattern> ofPhone(String phone) {
    String digits = number(phone);
    if (digits.length() < SHORTEST_WORD) return List.of();
    if (digits.length() < DIGITS_OF_A_PHONE) {
      return List.of(Pattern.compile("(?<![0-9])" + digits + "(?![0-9])"));
    }
    var patterns = new ArrayList<Pattern>();
    for (int from = 0; from <= LONGEST_COUNTRY_CODE; from++) {
      if (digits.length() - from >= LOCAL_NUMBER) patterns.add(spaced(digits.substring(from)));
    }
    patterns.add(spaced(local(digits)));
    return patterns;
  }

  /** The digits of a phone number, without what is dialled before and after it. */
  static String number(String phone) {
    String itself = EXTENSION.matcher(phone).replaceFirst("").replace("(0)", "");
    String digits = itself.replaceAll("[^0-9]+", "").replaceFirst("^0+", "");
    return digits.length() <= MOST_DIGITS ? digits : digits.substring(0, MOST_DIGITS);
  }

  /** The last digits, by which a number is known in its town. */
  static String local(String digits) {
    return digits.substring(Math.max(0, digits.length() - LOCAL_NUMBER));
  }

  private static Pattern spaced(String digits) {
    return Pattern.compile(
        "[+()0]{0,6}"
            + digits
                .chars()
                .mapToObj(Character::toString)
                .collect(Collectors.joining("[^0-9]{0,6}")));
  }
}
