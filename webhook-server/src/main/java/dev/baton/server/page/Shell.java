package dev.baton.server.page;

import dev.baton.server.words.Words;
import java.util.List;

/**
 * What stands around each page of somebody who has logged in.
 *
 * @param words in the language of who has logged in
 * @param company whose pages these are
 * @param name who has logged in
 * @param csrf what each form carries
 * @param items where he can go
 * @param draft how many changes of his wait to be published; 0 for none
 */
public record Shell(
    Words words, String company, String name, String csrf, List<Item> items, int draft) {
  /** A way to go. */
  public record Item(String address, String label, boolean here) {}
}
