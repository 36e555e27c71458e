package dev.baton.server.people.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.server.people.file.UserSheet.Reading.Refused;
import dev.baton.server.people.file.UserSheet.Reading.Sheet;
import dev.baton.server.people.file.UserSheet.Row;
import dev.baton.server.words.Words;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are read by the headings of their columns, whatever stands between them. */
class UserSheetTest {
  private static UserSheet sheet(String text) {
    assertThat(UserSheet.read(text, Words.ENGLISH)).isInstanceOf(Sheet.class);
    return ((Sheet) UserSheet.read(text, Words.ENGLISH)).sheet();
  }

  private static String refused(String text) {
    assertThat(UserSheet.read(text, Words.ENGLISH)).isInstanceOf(Refused.class);
    return ((Refused) UserSheet.read(text, Words.ENGLISH)).why();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void the_separator_is_told_from_the_headings(String separator) {
    String text =
        "name{}E-MAIL{}Tags\r\n\"Ann{} of A\"{}ann@example.org{}\"A, B\"\r\n\r\n"
            .replace("{}", separator);

    assertThat(sheet(text).rows())
        .extracting(Row::cells)
        .containsExactly(
            Map.of(
                Column.NAME, "Ann" + separator + " of A",
                Column.EMAIL, "ann@example.org",
                Column.TAGS, "A, B"));
  }

  @Test
  void a_mark_and_a_line_for_the_spreadsheet_are_passed_over_and_lines_count_on() {
    UserSheet sheet = sheet("\ufeffsep=;\nemail;Shoe size\n\"a@example.org\";44\nb@example.org;\n");

    assertThat(sheet.rows()).extracting(Row::line).containsExactly(3L, 4L);
    assertThat(sheet.notes())
        .containsExactly("The column “Shoe size” is not known, and was passed over.");
  }

  @Test
  void what_cannot_be_read_is_refused_with_what_to_do() {
    assertThat(refused(" \n ")).contains("empty");
    assertThat(refused("Name,Tags\nAnn,A\n")).contains("one of them has to be E-mail");
    assertThat(refused("email,Mail\n")).contains("Two columns are called E-mail");
    assertThat(sheet("email,name\na@example.org,Ann,B,C\n").rows().getFirst().problem())
        .get()
        .asString()
        .contains("more cells than there are columns");
  }

  @Test
  void twenty_thousand_rows_are_read_and_one_more_is_not() {
    String rows = "email\n" + "a@example.org\n".repeat(20_000);

    assertThat(sheet(rows).rows()).hasSize(20_000);
    assertThat(refused(rows + "b@example.org\n")).contains("more than 20,000 rows");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+49 1", "-x", "@a", "\tx", "'=1", "''+1", "'", "'a", "-5", "a=b"})
  void what_looks_like_a_formula_is_text_and_reads_back_as_it_was(String cell) {
    String written = Quoting.written(cell);

    assertThat(Quoting.read(written)).isEqualTo(cell);
    assertThat(written).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("@");
    assertThat(written).doesNotStartWith("\t");
  }
}
