package dev.baton.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Texts of pages stand in bundles, and all languages say the same things. */
class WordsTest {
  private static final Path BUNDLES = Path.of("src/main/resources/dev/baton/server/words");
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Path CODE = Path.of("src/main/java");
  private static final Pattern SAID =
      Pattern.compile("(?:say|html)\\(\\s*\"([a-z-]+\\.[^\"]+)\"\\s*([,)])");

  private static List<Path> files(Path under, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(under)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Properties bundle(String file) throws IOException {
    var texts = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(file))) {
      texts.load(reader);
    }
    return texts;
  }

  private static List<String> bundles() throws IOException {
    return files(BUNDLES, ".properties").stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> !name.contains("_"))
        .map(name -> name.replace(".properties", ""))
        .toList();
  }

  /** Which values a text has room for. */
  private static Set<Integer> places(String text, Locale locale) {
    Format[] formats = new MessageFormat(text, locale).getFormatsByArgumentIndex();
    return Stream.iterate(0, i -> i < formats.length, i -> i + 1)
        .filter(i -> text.contains("{" + i))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicTest> all_languages_say_the_same_things() throws IOException {
    return bundles().stream()
        .flatMap(
            name ->
                Words.ALL.stream()
                    .filter(words -> words != Words.ENGLISH)
                    .map(
                        words ->
                            DynamicTest.dynamicTest(
                                name + " " + words.language(), () -> same(name, words))));
  }

  private static void same(String name, Words words) throws IOException {
    Properties english = bundle(name + ".properties");
    Properties other = bundle(name + "_" + words.language() + ".properties");
    assertThat(new TreeSet<>(other.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(english.stringPropertyNames()));
    for (String key : english.stringPropertyNames()) {
      assertThat(places(other.getProperty(key), words.locale()))
          .as(key)
          .isEqualTo(places(english.getProperty(key), Locale.ENGLISH));
      assertThat(other.getProperty(key).isEmpty())
          .as(key)
          .isEqualTo(english.getProperty(key).isEmpty());
      if (key.endsWith(".subject")) {
        assertThat(other.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
      }
      assertThat(marks(other.getProperty(key))).as(key).isEqualTo(marks(english.getProperty(key)));
    }
  }

  private static List<String> marks(String text) {
    return Pattern.compile("<[^>]*>|\\bhref=\"[^\"]*\"")
        .matcher(text)
        .results()
        .map(m -> m.group())
        .sorted()
        .toList();
  }

  @Test
  void whatever_is_said_by_name_stands_in_a_bundle_and_whatever_stands_there_is_said()
      throws IOException {
    var said = new TreeSet<String>();
    var known = new TreeSet<String>();
    for (String name : bundles()) {
      bundle(name + ".properties")
          .stringPropertyNames()
          .forEach(key -> known.add(name + "." + key));
    }
    var sources = new ArrayList<>(files(TEMPLATES, ".jte"));
    // What messages say stands in a bundle of theirs.
    files(CODE, ".java").stream()
        .filter(file -> !file.toString().contains("/notify/"))
        .forEach(sources::add);
    var begun = new TreeSet<String>();
    for (Path source : sources) {
      String code = Files.readString(source);
      Matcher each = SAID.matcher(code);
      while (each.find()) said.add(each.group(1));
      // A key that is put together, or chosen, has its beginning or the whole in a literal.
      for (String literal : code.split("\"")) {
        if (literal.matches("[a-z-]+\\.[A-Za-z0-9_./-]*")) begun.add(literal);
      }
    }
    assertThat(said.stream().filter(key -> !known.contains(key))).as("in no bundle").isEmpty();
    // What messages say is asked for by the kind of message.
    known.removeIf(key -> key.startsWith("messages."));
    known.removeAll(said);
    known.removeIf(key -> begun.stream().anyMatch(key::startsWith));
    assertThat(known).as("said by nobody").isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> a_template_has_no_words_of_its_own() throws IOException {
    return files(TEMPLATES, ".jte").stream()
        .map(file -> TEMPLATES.relativize(file).toString())
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file,
                    () ->
                        assertThat(TemplateTexts.of(Files.readString(TEMPLATES.resolve(file))))
                            .as(file)
                            .isEmpty()));
  }

  @Test
  void words_in_a_template_are_found_wherever_they_hide() {
    assertThat(
            TemplateTexts.of(
                """
                @param String name
                @template.gate(title = "Log in", content = @`
                <p class="lead" aria-label="Your leads">${name}: yours</p>
                @if(name.isEmpty())<b>${name.equals("x") ? "One thing" : "my.said"}</b>@endif
                @template.field(form = form, name = "email", label = "E-mail", type = "email")
                `)
                """))
        .containsExactlyInAnyOrder("Log in", "Your leads", ": yours", "One thing", "E-mail");
  }

  @Test
  void a_language_is_chosen_by_its_tag_or_by_what_a_browser_says() {
    assertThat(Words.in("de-AT").say("offer.accept")).isEqualTo("Annehmen");
    assertThat(Words.in("fr").say("offer.accept")).isEqualTo("Accept");
    assertThat(Words.accepted(Optional.of("fr;q=0.9, de-CH;q=0.8, en;q=0.7")).language())
        .isEqualTo("de");
    assertThat(Words.accepted(Optional.of("\u0000;;q=x")).language()).isEqualTo("en");
    assertThat(Words.accepted(Optional.empty()).language()).isEqualTo("en");
    assertThat(Words.ALL).map(Words::ownName).isEqualTo(Arrays.asList("English", "Deutsch"));
  }

  @Test
  void values_are_text_and_never_marks() {
    var output = new StringOutput();
    Words.ENGLISH.html("offer.hints.from", "<script>\"&'", "12:00").writeTo(output);
    assertThat(output.toString())
        .isEqualTo("From <b>&lt;script&gt;&quot;&amp;'</b>, received 12:00");
  }
}
