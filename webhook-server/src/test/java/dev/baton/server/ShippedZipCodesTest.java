package dev.baton.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Place;
import dev.baton.agent.ZipCentroids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The zip codes that come with the distribution can be used as they are. */
class ShippedZipCodesTest {
  @Test
  void every_line_is_right_and_beverly_hills_is_where_it_is() throws IOException {
    try (var csv = Files.newBufferedReader(Path.of("src/main/dist/conf/zip-us.csv"))) {
      ZipCentroids.Reading reading = ZipCentroids.read(csv);

      assertThat(reading.problems()).isEmpty();
      assertThat(reading.zips()).isGreaterThan(33_000);
      assertThat(reading.centroids().of("90210-1234").orElseThrow())
          .extracting(place -> place.kilometresTo(new Place(34.07, -118.40)))
          .satisfies(km -> assertThat((double) km).isLessThan(10));
    }
  }
}
