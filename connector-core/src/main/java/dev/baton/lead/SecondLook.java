package dev.baton.lead;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for a person in a text in another way than he was taken out: by letters and digits alone,
 * whatever stands between them. C-l-e-o is seen, too.
 *
 * @param words of his name and address, each without anything between its letters
 * @param number the last digits of his phone
 */
record SecondLook(List<String> words, Optional<String> number) {
  /** Shorter ones stand in others' words by chance, once nothing is between those. */
  private static final int SHORTEST = 6;

  static SecondLook at(Contact person) {
    String email = person.email();
    List<String> words =
        Stream.concat(
                Stream.of(
                    person.name(), email, email.substring(0, Math.max(0, email.indexOf('@')))),
                KnownPerson.words(PlainText.of(person.name())).stream())
            .map(PlainText::squeezed)
            .filter(word -> word.length() >= SHORTEST)
            .distinct()
            .toList();
    Optional<String> number =
        Optional.of(KnownPerson.local(KnownPerson.number(PlainText.of(person.phone()))))
            .filter(digits -> digits.length() >= SHORTEST);
    return new SecondLook(words, number);
  }

  boolean sees(String text) {
    String letters = PlainText.squeezed(text);
    String digits = PlainText.digits(text);
    return words.stream().anyMatch(letters::contains)
        || number.filter(digits::contains).isPresent();
  }

  /** The person stays out of logs. */
  @Override
  public String toString() {
    return "SecondLook[hidden]";
  }
}
