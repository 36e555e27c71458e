package dev.baton.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a lead may leave, and what is taken out of it. */
class RedactionTest {
  private static final Contact CLEO =
      new Contact("Cleo Canary", "cleo.c@customer.example", "+49 (0)431 555-0123 ext. 9");

  private static String hidden(Contact person, String text) {
    return Redaction.of(person).hide(text);
  }

  private static String hidden(String text) {
    return hidden(CLEO, text);
  }

  private static Contact named(String name) {
    return new Contact(name, "", "");
  }

  @Test
  void what_the_customer_asks_for_stays() {
    String wish =
        "A warehouse at the harbour, 120 m2, 2-3 rooms, from 2027.\nQuiet, please! (Kiel)";
    assertThat(hidden(wish)).isEqualTo(wish);
  }

  @Test
  void the_name_goes_whole_and_word_by_word_whatever_the_case() {
    assertThat(hidden("Cleo Canary here")).isEqualTo("[…] here");
    assertThat(hidden("I am CLEO, yours, canary")).isEqualTo("I am […], yours, […]");
    assertThat(hidden("Canary, Cleo; cleo_canary; CleoCanary; Cleo-Canary's; Canarys Wohnung"))
        .doesNotContainIgnoringCase("cleo")
        .doesNotContainIgnoringCase("canary");
  }

  @Test
  void a_short_name_is_not_found_in_the_middle_of_others_words() {
    Contact ann = named("Ann B. Li");
    assertThat(hidden(ann, "The annual fee of Ann, in Anns and Ann’s words, is alive"))
        .isEqualTo("The annual fee of […], in […] and […] words, is alive");
    assertThat(hidden(named("Bo Li"), "Bo Li, or BOLI, likes a bolide"))
        .isEqualTo("[…], or […], likes a bolide");
  }

  @Test
  void a_name_is_known_with_and_without_accents_and_in_other_forms_of_its_letters() {
    assertThat(hidden(named("Zoë Müller"), "Zoe Mueller, ZOE\u0308 MÜLLER, zoe muller"))
        .isEqualTo("[…], […], […]");
    assertThat(hidden(named("Zoe Mueller"), "Zoë Müller")).isEqualTo("[…]");
    assertThat(hidden(named("Jürgen Strauß"), "JUERGEN STRAUSS")).isEqualTo("[…]");
    assertThat(hidden(named("Jürgen Strauss"), "Jürgen Strauß")).isEqualTo("[…]");
    assertThat(hidden(named("İlker Işık"), "ilker ışık")).doesNotContainIgnoringCase("ilker");
    assertThat(hidden("Ｃｌｅｏ here, Cle\u00ado and C\u200bleo too"))
        .isEqualTo("[…] here, […] and […] too");
  }

  @Test
  void names_of_other_scripts_go_too() {
    assertThat(hidden(named("李明"), "我是李明，想租仓库")).isEqualTo("我是[…]，想租仓库".replace("，", ","));
    assertThat(hidden(named("김철수"), "김철수입니다")).isEqualTo("[…]입니다");
    assertThat(hidden(named("Иван Петров"), "пишет иван ПЕТРОВ")).isEqualTo("пишет […]");
    assertThat(hidden(named("علي حسن"), "أنا علي")).isEqualTo("أنا […]");
  }

  @Test
  void an_address_goes_however_it_is_wrapped() {
    for (String written :
        List.of(
            "cleo.c@customer.example",
            "<cleo.c@customer.example>",
            "<Somebody.Else@sea.example>,",
            "\"me\"@sea.example",
            "mailto:Cleo.C@Customer.Example?subject=x",
            "cleo.c＠customer.example",
            "cleo.c @ customer.example",
            "cleo.c@customer.example;other@sea.example",
            "@cleo_on_some_network")) {
      assertThat(hidden("Write: " + written + " soon")).as(written).isEqualTo("Write: […] soon");
    }
    assertThat(
            hidden(
                "a (at) sea (dot) example or b[at]sea[dot]example or Cleo.C at CUSTOMER.example"))
        .isEqualTo("[…] or […] or […] at […]");
    assertThat(hidden("See https://sea.example/me?id=7 or www.sea.example now"))
        .isEqualTo("See […] or […] now");
  }

  @Test
  void the_phone_goes_in_all_notations() {
    for (String written :
        List.of(
            "+49 431 5550123",
            "+49 (0)431 555-0123",
            "0049-431-5550123",
            "0431 / 555 01 23",
            "0431.555.0123",
            "04 31 55 50 12 3",
            "0431\u00a0555\u20110123",
            "0431\n555\n0123",
            "(0431) 5550123",
            "0431, 555, und 0123",
            "５５５０１２３",
            "٥٥٥٠١٢٣",
            "555 0123")) {
      assertThat(hidden("Ring " + written + " now").replaceAll("[^0-9]", ""))
          .as(written)
          .isIn("", "49");
      assertThat(hidden("Ring " + written + " now"))
          .as(written)
          .startsWith("Ring ")
          .endsWith(" now");
    }
  }

  @Test
  void a_phone_without_its_countrys_code_is_known_with_it_and_a_short_one_alone() {
    Contact national = new Contact("", "", "0431 5550123");
    assertThat(hidden(national, "+49, or 431, or 5550123")).doesNotContain("431", "555");
    Contact extension = new Contact("", "", "471");
    assertThat(hidden(extension, "ask for 471, not 4711")).isEqualTo("ask for […], not 4711");
  }

  @Test
  void anybodys_number_goes_and_a_sum_of_money_stays() {
    assertThat(hidden("My brother’s: 0171 99 88 77 or 998.877"))
        .isEqualTo("My brother’s: […] or […]");
    assertThat(hidden("IBAN DE89 3704 0044 0532 0130 00")).doesNotContain("3704");
    assertThat(hidden("Born 1.2.1980")).isEqualTo("Born […]");
    String sums = "450.000 €, EUR 1.200.000, $450000, 400.000-450.000 Euro, 450 000,00 €, 99 €";
    assertThat(hidden(sums)).isEqualTo(sums);
    assertThat(hidden("€ 431 555 0123")).doesNotContain("0123");
  }

  @Test
  void fields_about_the_person_are_left_out_and_others_are_redacted() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("company", "Canary & Daughters");
    fields.put("city", "Kiel");
    fields.put("empty", " ");
    for (String each :
        List.of(
            "Spouse_Name__c",
            "work_EMAIL",
            "MobilePhone",
            "mobile2",
            "street_address",
            "Telefon")) {
      fields.put(each, "secret");
    }
    String left =
        Redaction.of(CLEO).hide(new LeadText("Harbour for Cleo", "Please ring 5550123.", fields));
    assertThat(left)
        .isEqualTo("Harbour for […]\nPlease ring […].\ncompany: […] & Daughters\ncity: Kiel");
  }

  @Test
  void nothing_known_of_the_person_leaves_a_text_as_it_is() {
    assertThat(hidden(Contact.UNKNOWN, "A villa")).isEqualTo("A villa");
    assertThat(hidden(new Contact(" - ", "@", "+"), "A villa")).isEqualTo("A villa");
    assertThat(hidden(new Contact("(.*) [a-z]+ \\E \\Q", "a.*b@c", "x"), "A villa"))
        .isEqualTo("A villa");
    assertThat(Redaction.of(CLEO).hide(LeadText.NONE)).isEmpty();
  }

  @Test
  void what_hides_from_the_first_look_is_seen_by_the_second() {
    var redaction = Redaction.of(CLEO);
    assertThat(redaction.misses("It is C-l-e-o C.a.n.a.r.y")).isTrue();
    assertThat(redaction.misses("c l e o . c _ customer _ example")).isTrue();
    assertThat(redaction.misses("five: 5, five: 5, five: 5, 0, 1, 2, 3")).isTrue();
    assertThat(redaction.misses("A warehouse at the harbour, 120 m2")).isFalse();
    assertThat(
            redaction.misses(redaction.hide("Cleo Canary, 0431 5550123, cleo.c@customer.example")))
        .isFalse();
    assertThat(Redaction.of(Contact.UNKNOWN).misses("Anything")).isFalse();
  }

  @Test
  void a_long_text_is_cut_between_words_and_takes_no_time() {
    Contact endless = named("N".repeat(5_000) + " x".repeat(5_000));
    for (String piece :
        List.of(
            "a",
            "@",
            "a@",
            "1",
            "1.",
            "1 ",
            "(at)",
            "a (dot) ",
            "[",
            " ",
            "+(",
            "http",
            "Cle",
            "é\u0308")) {
      String text = piece.repeat(1_000_000 / piece.length());
      long start = System.nanoTime();
      String left = Redaction.of(CLEO).hide(new LeadText(text, text, Map.of("f", text)));
      Redaction.of(endless).hide(new LeadText(text, "", Map.of()));
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(piece)
          .isLessThan(Duration.ofSeconds(5));
      assertThat(left.length()).isLessThanOrEqualTo(Redaction.LONGEST);
    }
    String body = "word ".repeat(799) + "555 0199 and more";
    assertThat(Redaction.of(CLEO).hide(new LeadText("", body, Map.of()))).endsWith("word");
  }

  @Test
  void the_person_stays_out_of_logs() {
    assertThat(Redaction.of(CLEO).toString()).doesNotContainIgnoringCase("cleo");
    assertThat(SecondLook.at(CLEO).toString()).doesNotContainIgnoringCase("cleo");
    assertThat(new Summarizer.Outcome.Said("Cleo").toString()).doesNotContain("Cleo");
  }
}
