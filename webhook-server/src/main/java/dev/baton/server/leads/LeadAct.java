package dev.baton.server.leads;

import dev.baton.rotation.Rotation;
import dev.baton.rotation.Stage;
import dev.baton.server.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What admins and editors can do to a lead. */
public enum LeadAct {
  RELEASE("released"),
  RESTORE("restored"),
  ASSIGN("assigned"),
  RESUBMIT("sent round again"),
  MOVE("moved");

  private final String done;

  LeadAct(String done) {
    this.done = done;
  }

  public String label(Words words) {
    return words.say("lead.act." + name());
  }

  public String title(Words words) {
    return words.say("lead.act.title." + name());
  }

  /** What follows from it. */
  public String follows(Words words) {
    return words.say("lead.act.follows." + name());
  }

  /** What has become of the lead then, as the audit log says it. */
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
