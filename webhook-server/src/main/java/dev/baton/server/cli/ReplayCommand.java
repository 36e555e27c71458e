package dev.baton.server.cli;

import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.flow.ReplayingDecisions;
import dev.baton.flow.ReplayingDecisions.Rehearsed;
import dev.baton.ledger.Rehearsal;
import dev.baton.rotation.Offer;
import dev.baton.server.App;
import dev.baton.server.CompanyFile;
import dev.baton.server.Misconfigured;
import dev.baton.store.Database;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcLeads;
import dev.baton.store.JdbcRoutingBooks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the decisions of the past again. Changes nothing. */
@Command(
    name = "replay",
    description = {
      "Make the decisions of a period again and print what comes out otherwise: nothing, if all"
          + " is well. With a draft, print what would have gone otherwise under it.",
      "The embedded database can be read only while no server uses it."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final int SOMETHING_DIFFERS = 1;
  private static final int PROGRESS_EVERY = 10_000;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--company", description = "Its id; may be left out where there is only one.")
  @Nullable String company;

  @Option(names = "--from", description = "First day or instant (default: the beginning).")
  @Nullable String from;

  @Option(names = "--to", description = "Day or instant it ends before (default: now).")
  @Nullable String to;

  @Option(names = "--with", description = "A company file whose tags, agents and settings to try.")
  @Nullable Path with;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    try (Database database = App.open(SettingOptions.gather(spec).checked())) {
      Company of = company(new JdbcCompanies(database));
      Instant start = from == null ? Instant.EPOCH : instant(from, of.zone());
      Instant end = to == null ? Instant.now() : instant(to, of.zone());
      if (!start.isBefore(end)) {
        throw new Misconfigured("--from " + start + " is not before --to " + end + ".");
      }
      var replaying =
          new ReplayingDecisions(new JdbcLeads(database), new JdbcRoutingBooks(database));
      return with == null
          ? replay(replaying, of.id(), start, end, out)
          : rehearse(replaying, of.id(), start, end, with, out);
    } finally {
      out.flush();
    }
  }

  private Company company(JdbcCompanies companies) {
    var all = companies.all();
    if (company == null && all.size() == 1) return all.getFirst();
    return all.stream()
        .filter(c -> c.id().value().equals(company))
        .findFirst()
        .orElseThrow(
            () ->
                new Misconfigured(
                    "Say which --company: "
                        + all.stream().map(c -> c.id().value()).collect(Collectors.joining(", "))));
  }

  private static Instant instant(String text, ZoneId zone) {
    try {
      return text.indexOf('T') > 0
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    } catch (DateTimeParseException neither) {
      throw new Misconfigured(
          text
              + " is neither a day such as 2026-11-23 nor an instant such as"
              + " 2026-11-23T09:00:00Z.");
    }
  }

  private static int replay(
      ReplayingDecisions replaying, CompanyId company, Instant from, Instant to, PrintWriter out) {
    var leads = new long[1];
    var decisions = new long[1];
    var differences = new long[1];
    long start = System.nanoTime();
    replaying.replay(
        company,
        from,
        to,
        replayed -> {
          leads[0]++;
          decisions[0] += replayed.replay().decisions();
          for (var difference : replayed.replay().differences()) {
            differences[0]++;
            out.println("lead " + replayed.lead() + " at " + difference.at());
            out.println("  was   " + difference.recorded());
            out.println("  again " + difference.again());
          }
          progress(leads[0]);
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        "%,d decisions about %,d leads made again in %.1f s: %,d differences%n",
        decisions[0], leads[0], seconds, differences[0]);
    return differences[0] == 0 ? 0 : SOMETHING_DIFFERS;
  }

  private static void progress(long leads) {
    if (leads % PROGRESS_EVERY == 0) System.err.printf("%,d leads…%n", leads);
  }

  private static int rehearse(
      ReplayingDecisions replaying,
      CompanyId company,
      Instant from,
      Instant to,
      Path draft,
      PrintWriter out) {
    var leads = new long[1];
    var different = new long[1];
    var unknown = new long[1];
    replaying.rehearse(
        company,
        from,
        to,
        CompanyFile.read(draft).book(),
        told -> {
          leads[0]++;
          if (!told.would().known()) unknown[0]++;
          if (told.differs()) {
            different[0]++;
            print(told, out);
          }
          progress(leads[0]);
        });
    out.printf(
        "%,d leads: %,d would have gone another way, of which %,d to somebody whose answer is not"
            + " known%n",
        leads[0], different[0], unknown[0]);
    return 0;
  }

  private static void print(Rehearsed told, PrintWriter out) {
    out.println("lead " + told.lead());
    out.println("  went  " + words(told.was()));
    out.println("  would " + words(told.would()) + (told.would().known() ? "" : ", unknown"));
  }

  private static String words(Rehearsal rehearsal) {
    String way =
        rehearsal.way().stream()
            .map(stop -> stop.agent() + outcome(stop.outcome()))
            .collect(Collectors.joining(" → "));
    Optional<AgentId> owner = rehearsal.owner();
    String end = owner.map(o -> "owned by " + o).orElse(rehearsal.stage().name());
    return way.isEmpty() ? end : way + "; " + end;
  }

  private static String outcome(Offer.State state) {
    return switch (state) {
      case OPEN -> " (?)";
      case ACCEPTED -> " (accepted)";
      case DECLINED -> " (declined)";
      case TIMED_OUT -> " (missed)";
      case WITHDRAWN -> " (withdrawn)";
    };
  }
}
