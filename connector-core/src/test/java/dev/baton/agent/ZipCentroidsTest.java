package dev.baton.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domain §4, Geo: zip centroids from a data file the admin can replace. */
class ZipCentroidsTest {
  private static final String HEADER = "zip,latitude,longitude\n";

  private static ZipCentroids.Reading read(String csv) throws IOException {
    return ZipCentroids.read(new StringReader(csv));
  }

  @Test
  void a_zip_code_is_found_where_the_file_puts_it() throws IOException {
    var reading = read(HEADER + "10001,40.7506,-73.9972\n\n90210,34.1031,-118.4163\n");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.zips()).isEqualTo(2);
    assertThat(reading.centroids().of("10001")).contains(new Place(40.7506, -73.9972));
    assertThat(reading.centroids().of("10002")).isEmpty();
    assertThat(ZipCentroids.NONE.of("10001")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "90210, 90210-1234",
    "90210, 902101234",
    "90210, ' 90210 '",
    "K1A 0B1, k1a0b1",
    "00-950, 00950",
    "01067, 01067",
  })
  void case_spaces_and_hyphens_make_no_difference(String inFile, String ofLead) throws IOException {
    assertThat(read(HEADER + inFile + ",1,2").centroids().of(ofLead)).contains(new Place(1, 2));
  }

  @Test
  void zeros_in_front_do_make_a_difference() throws IOException {
    assertThat(read(HEADER + "01067,1,2").centroids().of("1067")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFzip,latitude,longitude\r\n10001,1,2\r\n",
        "\"zip\",\"latitude\",\"longitude\"\n\"10001\",\"1\",\"2\"\n",
        "Zip, Latitude, Longitude\n10001, 1.0, 2.0",
      })
  void what_spreadsheets_write_can_be_read(String csv) throws IOException {
    var reading = read(csv);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.centroids().of("10001")).contains(new Place(1, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10001;1;2 | Line 2: not three values with commas between them, but 10001;1;2; write"
            + " zip,latitude,longitude.",
        "10001,1,2,3 | Line 2: not three values with commas between them, but 10001,1,2,3; write"
            + " zip,latitude,longitude.",
        ",1,2 | Line 2: there is no zip code; write one or remove the line.",
        "10001,north,2 | Line 2: north,2 are not two numbers; write degrees with a point, such as"
            + " 40.7506,-73.9972.",
        "10001,,2 | Line 2: ,2 are not two numbers; write degrees with a point, such as"
            + " 40.7506,-73.9972.",
        "10001,-118.4,34.1 | Line 2: A latitude is from -90 to 90 degrees, but this is: -118.4;"
            + " latitude comes before longitude.",
      })
  void a_wrong_line_is_named_with_what_to_do(String line, String problem) throws IOException {
    var reading = read(HEADER + line + "\n90210,3,4\n");

    assertThat(reading.problems()).containsExactly(problem);
    assertThat(reading.centroids().of("90210")).contains(new Place(3, 4));
  }

  @Test
  void a_zip_code_on_two_lines_is_named_with_both() throws IOException {
    var reading = read(HEADER + "k1a 0b1,1,2\n90210,3,4\nK1A0B1,5,6\n");

    assertThat(reading.problems())
        .containsExactly("Line 4: zip code K1A0B1 is on line 2 too; keep one.");
    assertThat(reading.centroids().of("K1A0B1")).contains(new Place(1, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10001,1,2", "zip,longitude,latitude\n"})
  void a_file_without_its_heading_is_named(String csv) throws IOException {
    assertThat(read(csv).problems())
        .containsExactly(
            "Line 1: the first line is not the heading; make it zip,latitude,longitude.");
  }

  @Test
  void of_a_wholly_wrong_file_the_first_twenty_lines_are_told() throws IOException {
    var problems = read(HEADER + "wrong\n".repeat(500)).problems();

    assertThat(problems).hasSize(21).last().isEqualTo("And 480 more lines; mend these first.");
  }
}
