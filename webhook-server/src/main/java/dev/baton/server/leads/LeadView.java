package dev.baton.server.leads;

import dev.baton.server.page.OfferView.Hints;
import java.util.List;

/**
 * A lead as its page shows it to admins and editors. All moments are in the company's zone.
 *
 * @param address of the page
 * @param who the customer, by name or address; the record where neither is known
 * @param record where it lives in the CRM
 * @param standing where it stands, in a sentence
 * @param because what brought it there, in a sentence; may be empty
 * @param hints what an agent is shown before he accepts
 * @param acts what can be done to it now
 * @param owned whether somebody owns it, so that feedback and comments can be given
 */
public record LeadView(
    String address,
    String who,
    String record,
    String received,
    String zone,
    String status,
    String css,
    String standing,
    String because,
    List<Fact> facts,
    List<Fact> texts,
    List<Tag> tags,
    Hints hints,
    List<OfferLine> offers,
    List<Said> said,
    List<DeliveryLine> deliveries,
    List<LeadAct> acts,
    boolean owned) {

  /**
   * Something the lead says.
   *
   * @param href what a tap does; may be empty
   */
  public record Fact(String name, List<Piece> pieces, String href) {}

  /** A piece of a text; marked where a tag was found there. */
  public record Piece(String text, boolean marked) {}

  /** A tag found in the lead, and where. */
  public record Tag(String name, String place) {}

  /**
   * An offer.
   *
   * @param run which trip of the lead it belongs to, from 1
   * @param css the outcome as it is dressed
   * @param settled when it got its outcome; empty while it is open
   * @param took from offered to settled
   */
  public record OfferLine(
      int number,
      int run,
      String agent,
      String kind,
      String offered,
      String until,
      String outcome,
      String css,
      String settled,
      String took) {}

  /**
   * Something said about it.
   *
   * @param kind as it is called, and {@code memo} as it is dressed
   */
  public record Said(String at, String author, String kind, boolean memo, String text) {}

  /**
   * Something that went in or out.
   *
   * @param direction {@code in} or {@code out}
   * @param again what can be pressed to set it going once more; may be empty
   */
  public record DeliveryLine(
      String direction,
      long id,
      String at,
      String what,
      String state,
      String css,
      int attempts,
      String note,
      String again) {}
}
