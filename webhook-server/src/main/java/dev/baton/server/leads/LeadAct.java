package dev.baton.server.leads;

import dev.baton.rotation.Rotation;
import dev.baton.rotation.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What admins and editors can do to a lead. */
public enum LeadAct {
  RELEASE(
      "Release",
      "Release this lead",
      "It goes on its way at once, whatever it waits for: the next agent in line is asked.",
      "released"),
  RESTORE(
      "Restore",
      "Restore this lead",
      "It is no spam. It goes on its way at once, as if it had just come in.",
      "restored"),
  ASSIGN(
      "Assign",
      "Assign this lead",
      "The agent owns it at once, without an offer. Open offers are taken back, and the CRM is told.",
      "assigned"),
  RESUBMIT(
      "Edit and resubmit",
      "Edit and resubmit this lead",
      "It starts again with these tags. Open offers are taken back. Who declined it is not asked again.",
      "sent round again"),
  MOVE(
      "Move or give back",
      "Move this lead",
      "Its owner has it no more, and loses no points. The CRM is told of the next owner.",
      "moved");

  private final String label;
  private final String title;
  private final String follows;
  private final String done;

  LeadAct(String label, String title, String follows, String done) {
    this.label = label;
    this.title = title;
    this.follows = follows;
    this.done = done;
  }

  public String label() {
    return label;
  }

  public String title() {
    return title;
  }

  /** What follows from it. */
  public String follows() {
    return follows;
  }

  /** What has become of the lead then. */
  String done() {
    return done;
  }

  /** The last part of its address. */
  public String address() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it changes the lead where it stands now. */
  boolean isFor(Rotation lead) {
    Stage stage = lead.stage();
    return switch (this) {
      case RELEASE -> stage == Stage.HELD;
      case RESTORE -> stage == Stage.QUARANTINED;
      case ASSIGN -> !lead.owned() && stage != Stage.ENDED;
      case RESUBMIT ->
          !lead.owned() && stage != Stage.ENDED && stage != Stage.QUARANTINED && lead.version() > 0;
      case MOVE -> stage == Stage.OWNED;
    };
  }

  static List<LeadAct> allFor(Rotation lead) {
    return Arrays.stream(values()).filter(act -> act.isFor(lead)).toList();
  }
}
