package dev.baton.server.notify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.message.Letter;

/** Letters as Slack's blocks and as Teams' Adaptive Cards. */
final class RoomCards {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The most a block of Slack's holds. */
  private static final int LONGEST = 2900;

  private RoomCards() {}

  static ObjectNode slack(Letter letter) {
    ObjectNode message = JSON.objectNode();
    // What a notification shows; blocks are what the room shows.
    message.put("text", escaped(letter.subject()));
    ArrayNode blocks = message.putArray("blocks");
    ObjectNode section = blocks.addObject();
    section.put("type", "section");
    ObjectNode text = section.putObject("text");
    // Plain: nothing of a lead's words becomes a mention or a link.
    text.put("type", "plain_text");
    text.put("text", cut(letter.subject() + "\n" + letter.text()));
    text.put("emoji", false);
    letter
        .button()
        .ifPresent(
            button -> {
              ObjectNode actions = blocks.addObject();
              actions.put("type", "actions");
              ObjectNode one = actions.putArray("elements").addObject();
              one.put("type", "button");
              ObjectNode label = one.putObject("text");
              label.put("type", "plain_text");
              label.put("text", button.label());
              one.put("url", button.url());
              one.put("style", "primary");
            });
    return message;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static ObjectNode teams(Letter letter) {
    ObjectNode message = JSON.objectNode();
    message.put("type", "message");
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    ObjectNode card = attachment.putObject("content");
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    card.put("fallbackText", letter.subject());
    ArrayNode body = card.putArray("body");
    addRuns(body, letter.subject(), true);
    addRuns(body, cut(letter.text()), false);
    letter
        .button()
        .ifPresent(
            button -> {
              ObjectNode action = card.putArray("actions").addObject();
              action.put("type", "Action.OpenUrl");
              action.put("title", button.label());
              action.put("url", button.url());
            });
    return message;
  }

  /** As runs of text, in which Teams finds no Markdown. */
  private static void addRuns(ArrayNode body, String text, boolean title) {
    text.lines()
        .forEach(
            line -> {
              ObjectNode block = body.addObject();
              block.put("type", "RichTextBlock");
              ObjectNode run = block.putArray("inlines").addObject();
              run.put("type", "TextRun");
              run.put("text", line.isEmpty() ? " " : line);
              if (title) run.put("weight", "Bolder");
            });
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
