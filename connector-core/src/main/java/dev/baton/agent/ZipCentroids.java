package dev.baton.agent;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/** Where zip codes are: the middle of each, from a file the admin can replace (domain §4, Geo). */
@FunctionalInterface
public interface ZipCentroids {
  /** No zip code is known. */
  ZipCentroids NONE = zip -> Optional.empty();

  /**
   * The middle of a zip code, empty where the file has none. Case, spaces and hyphens make no
   * difference; of a nine-digit American code the first five digits will do.
   */
  Optional<Place> of(String zip);

  /**
   * Reads a file of lines {@code zip,latitude,longitude}, the first of which says so; degrees with
   * a decimal point. Blank lines are passed over. The caller closes the reader.
   *
   * @throws IOException when the file cannot be read, not when its content is wrong
   */
  static Reading read(Reader csv) throws IOException {
    return ZipFile.read(csv);
  }

  /**
   * What a file came to.
   *
   * @param centroids the zip codes of all lines that are right
   * @param zips how many they are
   * @param problems what is wrong, each naming the line and what to do; none for a good file
   */
  record Reading(ZipCentroids centroids, int zips, List<String> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }
}
