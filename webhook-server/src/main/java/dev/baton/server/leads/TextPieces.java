package dev.baton.server.leads;

import dev.baton.server.leads.LeadView.Piece;
import dev.baton.tag.TagMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Cuts a text of a lead where tags were found in it. */
final class TextPieces {
  private TextPieces() {}

  /**
   * The text in pieces.
   *
   * @param place which text of the lead it is, as {@link TagMatch#place} names it
   */
  static List<Piece> of(String text, String place, List<TagMatch> tags) {
    var pieces = new ArrayList<Piece>();
    int told = 0;
    List<TagMatch> here =
        tags.stream()
            .filter(tag -> tag.place().equals(place) && tag.end() <= text.length())
            .sorted(Comparator.comparingInt(TagMatch::start))
            .toList();
    for (TagMatch tag : here) {
      if (tag.start() < told || tag.end() <= tag.start()) continue;
      if (tag.start() > told) pieces.add(new Piece(text.substring(told, tag.start()), false));
      pieces.add(new Piece(text.substring(tag.start(), tag.end()), true));
      told = tag.end();
    }
    if (told < text.length()) pieces.add(new Piece(text.substring(told), false));
    return pieces;
  }
}
