package dev.baton.server.page;

import java.util.List;

/**
 * What stands around each page of somebody who has logged in.
 *
 * @param company whose pages these are
 * @param name who has logged in
 * @param csrf what each form carries
 * @param items where he can go
 * @param draft how many changes of his wait to be published; 0 for none
 */
public record Shell(String company, String name, String csrf, List<Item> items, int draft) {
  /** A way to go. */
  public record Item(String address, String label, boolean here) {}
}
