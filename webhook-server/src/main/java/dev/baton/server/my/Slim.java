package dev.baton.server.my;

import dev.baton.account.Permission;
import dev.baton.server.page.Shell.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands around an agent's pages: little, because they are read on a phone.
 *
 * @param csrf what each form carries
 */
public record Slim(String company, String name, String csrf, List<Item> items) {
  static final String LEADS = "/my";
  static final String SCORE = "/my/score";

  /**
   * Around a page.
   *
   * @param here the address of the way it belongs to
   */
  static Slim around(Me me, String here) {
    var items = new ArrayList<Item>();
    items.add(item(LEADS, "My leads", here));
    items.add(item(SCORE, "My score", here));
    if (me.visitor().may(Permission.OWN_ACCOUNT)) items.add(item("/account", "Account", here));
    if (me.visitor().may(Permission.SEE_REPORTS)) items.add(item("/dashboard", "Dashboard", here));
    return new Slim(me.company().name(), me.agent().name(), me.visitor().csrf(), items);
  }

  private static Item item(String address, String label, String here) {
    return new Item(address, label, address.equals(here));
  }
}
