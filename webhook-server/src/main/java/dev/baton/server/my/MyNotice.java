package dev.baton.server.my;

/** What was just done, told once on the page that comes after it. */
final class MyNotice {
  private MyNotice() {}

  /** In words; empty for what nobody did. */
  static String words(String key) {
    return switch (key) {
      case "there" -> "From now on leads are offered to you again.";
      case "away" -> "From now on no lead is offered to you. Your own leads stay yours.";
      case "chance" -> "Below stands what became of it.";
      case "said" -> "Thank you, that is noted.";
      case "saved" -> "Saved.";
      case "comment" -> "Your comment is there, and your company is told.";
      case "memo" -> "Your memo is there. Nobody is told.";
      case "given-back" -> "You gave the lead back. It is offered to somebody else.";
      case "gone" -> "That lead is not yours any more.";
      default -> "";
    };
  }
}
