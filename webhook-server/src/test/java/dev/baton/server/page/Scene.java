package dev.baton.server.page;

import static dev.baton.server.page.Chromium.awaitHeadline;
import static dev.baton.server.page.Chromium.phone;
import static dev.baton.server.page.Chromium.readAndPress;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.function.BiFunction;

/** Everything an agent can come to see behind an offer link, and how it comes to that. */
enum Scene {
  OPEN((offers, browser) -> browser.page(phone(), offers.link(offers.lead(), "Ada Brook"))),
  TOO_QUICK(
      (offers, browser) -> {
        Page page = OPEN.reach(offers, browser);
        page.navigate(page.url() + "?notice=too-quick");
        return page;
      }),
  YOURS(
      (offers, browser) -> {
        Page page = OPEN.reach(offers, browser);
        readAndPress(page, "Accept");
        awaitHeadline(page, "This lead is yours");
        return page;
      }),
  DECLINED(
      (offers, browser) -> {
        Page page = OPEN.reach(offers, browser);
        readAndPress(page, "Decline");
        awaitHeadline(page, "You declined this lead");
        return page;
      }),
  TAKEN(
      (offers, browser) -> {
        String lead = offers.lead();
        URI link = offers.link(lead, "Ada Brook");
        offers.giveByHand(lead, "Ben Carter");
        Page page = browser.page(phone(), link);
        awaitHeadline(page, "Already taken");
        return page;
      }),
  GONE(
      (offers, browser) -> {
        String lead = offers.lead();
        URI link = offers.link(lead, "Ada Brook");
        offers.delete(lead);
        Page page = browser.page(phone(), link);
        awaitHeadline(page, "This lead is gone");
        return page;
      }),
  CATCHALL(
      (offers, browser) ->
          browser.page(phone(), offers.link(offers.leadForCatchalls(), "Kara Lowe"))),
  GIVEN(
      (offers, browser) -> {
        Page page = CATCHALL.reach(offers, browser);
        page.getByLabel("or give it to").selectOption("Ben Carter");
        readAndPress(page, "Assign");
        awaitHeadline(page, "You gave this lead to a colleague");
        return page;
      }),
  SENT_ON(
      (offers, browser) -> {
        Page page = CATCHALL.reach(offers, browser);
        page.getByText("Edit and resubmit").click();
        page.getByLabel("Tags, one a line").fill("Harbour");
        readAndPress(page, "Send it round again");
        awaitHeadline(page, "You sent this lead round again");
        return page;
      }),
  NOT_FOUND((offers, browser) -> browser.page(phone(), offers.address().resolve("/o/x"))),
  MISSED(
      (offers, browser) -> {
        Page page = OPEN.reach(offers, browser);
        awaitHeadline(page, "You missed this lead");
        return page;
      }),
  WAITING(
      (offers, browser) -> {
        Page page = MISSED.reach(offers, browser);
        readAndPress(page, "Give me another chance");
        awaitHeadline(page, "You are back in line");
        return page;
      });

  private final BiFunction<Offers, Chromium, Page> way;

  Scene(BiFunction<Offers, Chromium, Page> way) {
    this.way = way;
  }

  /** Whether it needs offers that end while a test looks on. */
  boolean needsShortOffers() {
    return this == MISSED || this == WAITING;
  }

  Page reach(Offers offers, Chromium browser) {
    return way.apply(offers, browser);
  }
}
