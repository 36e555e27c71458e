package dev.baton.lead;

import java.util.Set;

/**
 * What a lead says and who it comes from, as the CRM had it when it was last read. Kept apart from
 * the history, so that a person can be erased and the history still adds up.
 *
 * @param givenTags tags that came with the lead by name, such as a CRM multi-select field
 * @param source where the lead came from in the CRM's words, such as {@code ORGANIC_SEARCH}
 */
public record LeadContent(LeadText text, Contact contact, Set<String> givenTags, String source) {
  public static final LeadContent NONE =
      new LeadContent(LeadText.NONE, Contact.UNKNOWN, Set.of(), "");

  public LeadContent {
    givenTags = Set.copyOf(givenTags);
  }
}
