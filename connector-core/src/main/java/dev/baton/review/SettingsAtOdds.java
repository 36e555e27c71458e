package dev.baton.review;

import dev.baton.agent.Agent;
import dev.baton.agent.Cap;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Team;
import dev.baton.review.Finding.Kind;
import dev.baton.review.Finding.Severity;
import dev.baton.routing.LineUp;
import dev.baton.routing.Reason;
import dev.baton.routing.RoutingSettings;
import dev.baton.routing.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settings that are allowed one by one and make no sense together. */
final class SettingsAtOdds {
  private static final int NAMES_TOLD = 3;

  private final UnderReview review;
  private final List<Finding> findings = new ArrayList<>();

  private SettingsAtOdds(UnderReview review) {
    this.review = review;
  }

  static List<Finding> in(UnderReview review) {
    var looking = new SettingsAtOdds(review);
    looking.catchall();
    looking.windows();
    looking.nearness();
    review.book().content().teams().forEach(looking::caps);
    return looking.findings;
  }

  private void catchall() {
    if (review.book().catchalls().isEmpty()) {
      note(
          Severity.WARNING,
          Kind.NO_CATCHALL,
          UnderReview.setting("catchall"),
          "Nobody is a catchall, so a lead that nobody takes is told to nobody. Name one to five"
              + " agents.",
          nobodyTakes());
    }
    for (Agent agent : review.book().content().agents()) {
      if (agent.active() || !agent.catchall()) continue;
      note(
          Severity.NOTE,
          Kind.NO_CATCHALL,
          UnderReview.item(agent),
          agent.name() + " is a catchall and has left. Name somebody else.",
          new Witness.Stated(agent.id() + " is not active"));
    }
  }

  private Witness nobodyTakes() {
    Traits untagged = review.carrying(List.of(), RecordKind.LEADS);
    LineUp line = review.line(untagged);
    return line.line().isEmpty()
        ? new Witness.Unreached(Optional.empty(), untagged, UnderReview.reasons(line))
        : new Witness.Stated(
            "0 of " + review.activeAgents().size() + " active agents are catchalls");
  }

  private void windows() {
    RoutingSettings settings = review.book().settings();
    if (settings.window().length().compareTo(settings.catchallWindow()) <= 0) return;
    note(
        Severity.NOTE,
        Kind.LONG_WINDOW,
        UnderReview.setting(SettingFields.WINDOW),
        "One agent may think longer than all catchalls together. Shorten the offer window, or give"
            + " the catchall more time.",
        new Witness.Stated(
            "%s %s, %s %s"
                .formatted(
                    SettingFields.WINDOW,
                    Words.window(settings.window()),
                    SettingFields.CATCHALL_WINDOW,
                    Words.time(settings.catchallWindow()))));
  }

  private void nearness() {
    if (review.book().settings().matching().geo().weight().isPresent()) return;
    List<String> placed =
        review.activeAgents().stream()
            .filter(agent -> !agent.locations().isEmpty())
            .map(agent -> agent.name() + " at " + agent.locations().getFirst().name())
            .toList();
    if (placed.isEmpty()) return;
    note(
        Severity.NOTE,
        Kind.NO_NEARNESS,
        UnderReview.setting(SettingFields.GEO_WEIGHT),
        (placed.size() == 1 ? "An agent has" : placed.size() + " agents have")
            + " locations, which count for nothing. Set a geo weight, or remove them.",
        new Witness.Stated(Words.some(placed, NAMES_TOLD)));
  }

  /** A cap of none, where it is all that keeps the team's members out. */
  private void caps(Team team) {
    for (Cap cap : team.caps()) {
      if (cap.most() > 0) continue;
      capped(team, cap)
          .ifPresent(
              witness ->
                  note(
                      Severity.WARNING,
                      Kind.NOTHING_ALLOWED,
                      UnderReview.item(team),
                      "The team "
                          + team.name()
                          + " may have "
                          + Words.cap(cap)
                          + ", so nobody in it gets any. Raise the cap, or let another team take"
                          + " those leads.",
                      witness));
    }
  }

  private Optional<Witness> capped(Team team, Cap cap) {
    for (Agent agent : review.activeAgents()) {
      if (team.members().stream().noneMatch(m -> m.agent().equals(agent.id()))) continue;
      for (Traits lead : Chances.of(review, agent, team)) {
        Traits counted = Chances.with(lead, cap);
        LineUp line = review.line(counted);
        boolean kept = line.leftOut().get(agent.id()) == Reason.CAPPED;
        if (kept && line.line().isEmpty()) {
          return Optional.of(
              new Witness.Unreached(Optional.empty(), counted, UnderReview.reasons(line)));
        }
      }
    }
    return Optional.empty();
  }

  private void note(Severity severity, Kind kind, Item about, String sentence, Witness witness) {
    findings.add(new Finding(severity, kind, about, sentence, witness));
  }
}
