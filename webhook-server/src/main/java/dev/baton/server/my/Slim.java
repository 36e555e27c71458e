package dev.baton.server.my;

import dev.baton.account.Permission;
import dev.baton.server.page.Shell.Item;
import dev.baton.server.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands around an agent's pages: little, because they are read on a phone.
 *
 * @param words in his language
 * @param csrf what each form carries
 */
public record Slim(Words words, String company, String name, String csrf, List<Item> items) {
  static final String LEADS = "/my";
  static final String SCORE = "/my/score";

  /**
   * Around a page.
   *
   * @param here the address of the way it belongs to
   */
  static Slim around(Me me, String here) {
    var items = new ArrayList<Item>();
    items.add(item(me, LEADS, here));
    items.add(item(me, SCORE, here));
    if (me.visitor().may(Permission.OWN_ACCOUNT)) items.add(item(me, "/account", here));
    if (me.visitor().may(Permission.SEE_REPORTS)) items.add(item(me, "/dashboard", here));
    return new Slim(me.words(), me.company().name(), me.agent().name(), me.visitor().csrf(), items);
  }

  private static Item item(Me me, String address, String here) {
    String label = me.words().say("common.way." + address.substring(1));
    return new Item(address, label, address.equals(here));
  }
}
