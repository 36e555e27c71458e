package dev.baton.proof.faults;

import dev.baton.company.ConnectionId;
import dev.baton.feedback.Feedback;
import dev.baton.proof.faults.OutageWire.Away;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an outage has done to leads and calls, and what of it must not be. */
final class OutageVerdict {
  private static final Duration HUBSPOT_WINDOW = Duration.ofSeconds(10);

  /** 70 % of the 110 calls that HubSpot allows in ten seconds. */
  private static final int HUBSPOT_BUDGET = 77;

  /** The sandbox counts by whole hours, the one that has begun among the 24. */
  private static final Duration SALESFORCE_WINDOW = Duration.ofHours(23);

  /** Once the day's share is used, Baton looks every 15 minutes whether calls have come back. */
  private static final int SALESFORCE_LOOKS = 24 * 4 + 1;

  private final PractisedCrm crm;
  private final Outage.Plan plan;
  private final OutageAgents people;
  private final Instant gone;
  private final Instant back;
  private final Instant drained;
  private final List<String> violations = new ArrayList<>();
  private int leads;
  private int records;
  private int owned;
  private int tasks;
  private int mostMeanwhile;
  private int mostInWindow;
  private int mostToDrain;
  private int tooMany;
  private int acceptedMeanwhile;

  OutageVerdict(
      PractisedCrm crm,
      Outage.Plan plan,
      OutageAgents people,
      BatonProcess baton,
      Instant gone,
      Instant back,
      Instant drained) {
    this.crm = crm;
    this.plan = plan;
    this.people = people;
    this.gone = gone;
    this.back = back;
    this.drained = drained;
    if (baton.onHold() > 0) violations.add(baton.onHold() + " promises are on hold");
    if (drained.equals(Instant.MAX)) violations.add("what had piled up never went out");
  }

  OutageVerdict acceptedMeanwhile(int offers) {
    acceptedMeanwhile = offers;
    if (offers == 0) violations.add("nobody accepted anything while the CRM was away");
    return this;
  }

  OutageVerdict atRest(boolean rest) {
    if (!rest) violations.add("it never came to rest");
    return this;
  }

  void lookAt(ConnectionId connection, PractisedCrm.Account account, OutageWire wire) {
    records += account.records();
    people.lives().values().stream()
        .filter(life -> life.record.connection().equals(connection))
        .forEach(life -> lookAt(account, life));
    if (leads != records) violations.add(records + " records came, " + leads + " are leads");
    mostMeanwhile = Math.max(mostMeanwhile, wire.callsBetween(gone, back));
    int most = plan.salesforce() ? wire.mostCountedWithin(window()) : wire.mostWithin(window());
    mostInWindow = Math.max(mostInWindow, most);
    mostToDrain = Math.max(mostToDrain, wire.callsBetween(back, drained));
    tooMany += wire.tooMany();
    int early = wire.tooEarly(crm.leftAlone());
    if (early > 0) violations.add(early + " calls came too early after \"too many\"");
    if (mostInWindow > budget()) {
      violations.add(mostInWindow + " calls in " + window() + ", allowed were " + budget());
    }
    if (plan.away() == Away.EVERYTHING && mostMeanwhile > mostTrials()) {
      violations.add(mostMeanwhile + " calls of one connection while the CRM was away");
    }
  }

  /** A trial every two minutes, those of the first two minutes, and what was under way. */
  private long mostTrials() {
    return plan.lasting().toMinutes() / 2 + 40;
  }

  private Duration window() {
    return plan.salesforce() ? SALESFORCE_WINDOW : HUBSPOT_WINDOW;
  }

  private long budget() {
    return plan.salesforce() ? plan.callsPerDay() * 7 / 10 + SALESFORCE_LOOKS : HUBSPOT_BUDGET;
  }

  private void lookAt(PractisedCrm.Account account, OutageAgents.Life life) {
    leads++;
    String record = life.record.id();
    CrmState state = account.state(record);
    String what = life.record.connection() + " " + record + ": ";
    List<String> owners = CrmState.steps(life.owners);
    if (!owners.isEmpty()) owned++;
    tasks += state.tasks().size();
    List<String> written =
        state.pasts().getOrDefault("owner", List.of()).stream()
            .filter(plan.salesforce() ? name -> crmUser(name) : name -> !name.isEmpty())
            .toList();
    if (!CrmState.goesForwardOnly(owners, written)) {
      violations.add(what + "owners went " + written + ", not " + owners);
    }
    if (!owners.isEmpty() && !account.owner(record).equals(owners.getLast())) {
      violations.add(what + account.owner(record) + " owns it, not " + owners.getLast());
    }
    if (state.tasks().size() > life.offers) {
      violations.add(what + state.tasks().size() + " tasks for " + life.offers + " offers");
    }
    state.tasks().stream()
        .filter(task -> !task.toUpperCase(java.util.Locale.ROOT).contains(" COMPLETED"))
        .forEach(open -> violations.add(what + "a task was never ticked off: " + open));
    said(life.said, state.fields(), what);
  }

  private static boolean crmUser(String name) {
    return !name.equals("a queue") && !name.equals("Org Admin");
  }

  private void said(Optional<Feedback> said, Map<String, String> fields, String what) {
    said.ifPresent(
        feedback -> {
          if (!fields.containsValue(feedback.contact().name())
              || !fields.containsValue(feedback.deal().name())) {
            violations.add(what + "says " + fields + ", not " + feedback);
          }
        });
  }

  List<String> violations() {
    return violations;
  }

  int leads() {
    return leads;
  }

  int tooMany() {
    return tooMany;
  }

  int mostMeanwhile() {
    return mostMeanwhile;
  }

  Duration draining() {
    return Duration.between(back, drained);
  }

  /** How long the calls that were made to drain must take by the budget at least. */
  private Duration least() {
    return Duration.ofMillis(mostToDrain / budget() * window().toMillis());
  }

  String table() {
    return """
        leads %d, owned %d, tasks %d, lost %d
        accepted while it was away %d
        calls of one connection while it was away at most %d
        "too many" was said %d times
        calls in %s at most %d of %d
        drained in %s; by the budget its %d calls take %s at least
        """
        .formatted(
            leads,
            owned,
            tasks,
            records - leads,
            acceptedMeanwhile,
            mostMeanwhile,
            tooMany,
            window(),
            mostInWindow,
            budget(),
            draining(),
            mostToDrain,
            least());
  }
}
