package dev.baton.tag;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.lead.LeadText;
import dev.baton.tag.LeadNumber.Money;
import dev.baton.tag.LeadNumber.Plain;
import dev.baton.tag.LeadNumber.Zip;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domain §3: which figures of a lead are numbers, and which are not. The tables are the rule. */
class LeadNumbersTest {
  private static String numbers(List<LeadNumber> numbers) {
    return numbers.stream().map(LeadNumbersTest::said).collect(joining(" "));
  }

  private static String said(LeadNumber number) {
    return switch (number) {
      case Money m -> m.symbol() + m.amount().toPlainString();
      case Plain p -> p.value().toPlainString();
      case Zip z -> "zip:" + String.join("/", z.codes());
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          $450,000                       | $450000
          $ 450,000                      | $450000
          $450000.50                     | $450000.50
          $1.2M                          | $1200000
          $1.2m and more                 | $1200000
          $200k                          | $200000
          $2bn                           | $2000000000
          US$ 300                        | $300
          (about $300)                   | $300
          $300/month                     | $300
          $300, maybe $400.              | $300 $400
          300 $ a month                  | $300
          €1.200,50                      | €1200.50
          1.200,50 €                     | €1200.50
          1.200,50€                      | €1200.50
          1 200 €                        | €1200
          1 200 000,50 €                 | €1200000.50
          450.000,- €                    | €450000
          450,--€                        | €450
          1'200'000.50 €                 | €1200000.50
          1,5 Mio. €                     | €1500000
          1.5 Mio €                      | €1500000
          200 k€                         | €200000
          200T€                          | €200000
          500 € 2 Zimmer                 | €500 2
          3 $ 450,000                    | 3 $450000
          2 million dollars              | $2000000
          £99                            | £99
          ¥5000                          | ¥5000
          50000 EUR                      | €50000
          EUR 50000                      | €50000
          USD450,000                     | $450000
          450000USD                      | $450000
          2,500 Euro                     | €2500
          $200-$300                      | $200 $300
          $200,000 - $300,000            | $200000 $300000
          $200-300                       | $200 $300
          200-300 €                      | €200 €300
          200-300k                       | 200000 300000
          200-300k €                     | €200000 €300000
          $1.2M–1.5M                     | $1200000 $1500000
          $500-1k                        | $500 $1000
          €10 10 people                  | €10 10
          $5551234567                    | $5551234567
          """)
  void amounts_have_a_symbol_before_or_after(String text, String expected) {
    assertThat(numbers(LeadNumbers.inText("body", text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          450000                         | 450000
          Budget: 450,000.               | 450000
          Budget:450.000                 | 450000
          budget=450000                  | 450000
          1,200.50                       | 1200.50
          1.200,50                       | 1200.50
          1.200                          | 1200
          1,200,000                      | 1200000
          1.200.000                      | 1200000
          1'200'000                      | 1200000
          450 000                        | 450000
          1234.567                       | 1234.567
          0.125                          | 0.125
          3,5 Zimmer                     | 3.5
          200k                           | 200000
          200K or 300K                   | 200000 300000
          1.5M                           | 1500000
          2 million                      | 2000000
          3 Mio.                         | 3000000
          10000-20000                    | 10000 20000
          10000 - 20000                  | 10000 20000
          10000–20000                    | 10000 20000
          500-1000 units                 | 500 1000
          3 to 5 rooms                   | 3 5
          3+ bedrooms                    | 3
          built 1998                     | 1998
          90210                          | 90210
          5551234                        | 5551234
          2 x 500                        | 2 500
          12 Main Street                 | 12
          10, 20, 30                     | 10 20 30
          `500;600`                      | 500 600
          """)
  void plain_numbers_have_none(String text, String expected) {
    assertThat(numbers(LeadNumbers.inText("body", text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // phone numbers
        "555-1234",
        "555 1234",
        "555-123-4567",
        "555.123.4567",
        "(555) 123-4567",
        "(555)123-4567",
        "1-800-555-1234",
        "1 800 555 1234",
        "+49 431 1234567",
        "+1 (555) 123-4567",
        "+4943112345",
        "0431 123456",
        "0431/123456",
        "0431-123456",
        "06 12 34 56 78",
        "020 7946 0958",
        "5551234567",
        "612 345 678",
        "tel 5551234",
        "Phone: 431 12345",
        "Tel.: 43112345",
        "+49 (0)431 123456",
        "0049 431 123456",
        "Fax 123456",
        // dates and years
        "2024-03-15",
        "15.03.2024",
        "15.3.24",
        "3/15/2024",
        "03/15",
        "15-03-2024",
        "20240315",
        "12 March",
        "March 12",
        "March 12, 2024",
        "12 March 2024",
        "12. März 2024",
        "Mar 2024",
        "12th of May",
        "May 12th, 2024",
        "am 24.12. um",
        "2024/03/15",
        "2020-2024",
        "in 2019",
        "seit 2019",
        "2024-03-15T10:30:00Z",
        "2024-03-15 10:30",
        "10-12",
        // times and shares
        "10:30",
        "10:30:15",
        "10.30 Uhr",
        "10 am",
        "10am",
        "5 p.m.",
        "8 o'clock",
        "50%",
        "50 %",
        "7.5 percent",
        "20 Prozent",
        "20°C",
        "24/7",
        "1/2",
        // ids, versions, addresses
        "A1234",
        "1234A",
        "INV-2024-001",
        "id_123",
        "#4711",
        "3rd",
        "120m2",
        "450sqm",
        "2x",
        "version 2.0",
        "v2.0",
        "v 2.0",
        "1.2.3",
        "192.168.1.1",
        "192.168.100.200",
        "Nr. 5",
        "No. 17",
        "Invoice 12345",
        "id: 5512",
        "https://x.com/4500",
        "https://x.com/?id=4500",
        "123@x.com",
        "x.com/a/500",
        "12.pdf",
        "3-bedroom",
        "Java-17",
        "123-45-6789",
        "COVID-19",
        "1,2,3",
        "007",
        "90210-1234",
        "1234567890123456",
        "1. Budget",
        "-500",
        "1.2E7"
      })
  void other_figures_are_no_numbers(String text) {
    assertThat(LeadNumbers.inText("body", text)).isEmpty();
    assertThat(numbers(LeadNumbers.inText("body", "Re: " + text + " ok"))).isIn("", "1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Beverly Hills, CA 90210             | zip:90210
          Beverly Hills CA 90210              | zip:90210
          Portland, OR 97201                  | zip:97201
          NY 10001-1234 please                | zip:100011234/10001
          zip 90210                           | zip:90210
          Zip Code: 00501                     | zip:00501
          ZIP is 90210, budget 50000          | zip:90210 50000
          postal code 90210                   | zip:90210
          PLZ 24103 Kiel                      | zip:24103
          either 50000 OR 60000               | 50000 60000
          IN 50000 cases                      | 50000
          zip file 50000                      | 50000
          CA 902101                           | 902101
          CA 9021                             | 9021
          XX 90210                            | 90210
          """)
  void a_zip_code_in_running_text_needs_a_state_or_a_word_before(String text, String expected) {
    assertThat(numbers(LeadNumbers.inText("body", text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PostalCode, 90210, zip:90210",
    "MailingPostalCode, 00501, zip:00501",
    "zip, 90210-1234, zip:902101234/90210",
    "hs_zip, ' 24103 ', zip:24103",
    "PLZ, D-24103, zip:24103",
    "BillingZip, SW1A 1AA, zip:SW1A1AA/SW1A",
    "postcode, m11 2ab, zip:M112AB/M11",
    "postcode, K1A0B1, zip:K1A0B1/K1A",
    "POSTCODE, 1012 AB, zip:1012AB/1012",
    "zip, unknown, ''",
    "zip, '', ''",
    "Phone, 450000, ''",
    "MobilePhone, 450000, ''",
    "createdate, 450000, ''",
    "hs_object_id, 450000, ''",
    "LastActivityDate, 450000, ''",
    "AnnualRevenue, 450000, 450000",
    "NumberOfEmployees, 250, 250",
    "budget, '$450,000', $450000",
    "Candidate_Count__c, 12, 12"
  })
  void the_name_of_a_field_says_what_its_figures_are(String field, String value, String expected) {
    assertThat(numbers(LeadNumbers.inField(field, value))).isEqualTo(expected);
  }

  @Test
  void each_number_has_its_place_with_all_that_belongs_to_it() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("zip", " 90210 ");
    fields.put("size", "3");
    var text = new LeadText("For $ 1.2 million, or", "about 200 k€.", fields);

    assertThat(LeadNumbers.in(text))
        .containsExactly(
            new Money('$', new BigDecimal("1200000"), "subject", 4, 17),
            new Money('€', new BigDecimal("200000"), "body", 6, 12),
            new Zip(List.of("90210"), "zip", 1, 6),
            new Plain(new BigDecimal("3"), "size", 0, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1 ", "123 ", "1-", "1.", "$1 ", "1 200 ", "(1) ", "CA 90210 ", "9", "zip "})
  void a_text_of_nothing_but_figures_costs_no_more_than_its_length(String piece) {
    String text = piece.repeat(200_000 / piece.length());
    org.junit.jupiter.api.Assertions.assertTimeout(
        Duration.ofSeconds(5), () -> LeadNumbers.inText("body", text));
  }
}
