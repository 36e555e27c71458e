package dev.baton.message;

import dev.baton.lead.LeadContent;
import dev.baton.message.Tidings.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that a message may say, so that whoever puts it into words cannot say more: contact details
 * are here only where the lead is the recipient's (domain §12).
 *
 * @param company its name
 * @param agent whom it is about; the recipient, but for what the admins are told
 * @param toAgent whether that agent is the recipient
 * @param overheard whether others read it, too: then there is neither a link nor a detail in it
 * @param own lets the recipient in to all his leads; may be empty
 */
public record Matter(
    Kind kind,
    String company,
    String agent,
    boolean toAgent,
    boolean overheard,
    Locale language,
    ZoneId zone,
    Instant now,
    Hints hints,
    String link,
    String own,
    Optional<LeadContent> details,
    Optional<Said> said,
    Loss loss,
    List<Waiting> waiting,
    Optional<Week> week) {
  public Matter {
    waiting = List.copyOf(waiting);
    if (details.isPresent() && (kind != Kind.OWNED || !toAgent)) {
      throw new IllegalArgumentException("Contact details are for the owner's copy alone");
    }
    boolean more = details.isPresent() || said.isPresent() || !waiting.isEmpty();
    boolean leads = !link.isEmpty() || !own.isEmpty();
    if (overheard && (more || leads)) {
      throw new IllegalArgumentException("What others read has neither a link nor words in it");
    }
  }

  /**
   * What everybody may know of a lead.
   *
   * @param tags names of the tags found in it
   * @param until when the offer ends
   * @param price the most that accepting costs, such as {@code 12.50 EUR}; empty where it is free
   */
  public record Hints(List<String> tags, String source, Optional<Instant> until, String price) {
    public static final Hints NONE = new Hints(List.of(), "", Optional.empty(), "");

    public Hints {
      tags = List.copyOf(tags);
    }
  }

  /** A comment. */
  public record Said(String author, String text) {
    /** Words stay out of logs. */
    @Override
    public String toString() {
      return "Said[" + text.length() + " characters]";
    }
  }

  /** How a lead was lost. */
  public enum Loss {
    NONE,
    /** An offer was taken back before it was answered. */
    OFFER_TAKEN_BACK,
    /** An admin gave it to somebody else, or it starts again. */
    MOVED,
    /** The owner was changed in the CRM. */
    CHANGED_IN_CRM,
    /** It was not looked after in time. */
    TOO_SLOW,
    /** The record is gone. */
    GONE
  }

  /**
   * A lead the owner has not said the last word about.
   *
   * @param link the page that asks him; empty where there is none
   */
  public record Waiting(List<String> tags, String source, Instant since, String link) {
    public Waiting {
      tags = List.copyOf(tags);
    }
  }

  /**
   * An agent's figures of a week.
   *
   * @param to the last day
   * @param score over the last 30 days
   */
  public record Week(
      LocalDate from,
      LocalDate to,
      long offered,
      long accepted,
      long declined,
      long missed,
      int score) {}

  /** Details stay out of logs. */
  @Override
  public String toString() {
    return "Matter[" + kind + "]";
  }
}
