package id.rapor.cli;

import id.rapor.ingest.Account;
import id.rapor.pipeline.Configuration;
import id.rapor.pipeline.Engine;
import id.rapor.pipeline.Outcome;
import id.rapor.pipeline.Outcome.Calendar;
import id.rapor.pipeline.Outcome.Headline;
import id.rapor.pipeline.Outcome.Place;
import id.rapor.pipeline.Request;
import id.rapor.pipeline.Runner;
import id.rapor.publish.EditionKind;
import id.rapor.publish.Release;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The main job. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Takes in what is new, measures, ranks and publishes. What has not changed is not made again.")
final class Run implements Callable<Integer> {
  private static final int TOP = 10;
  private static final int DRIFTS = 5;

  @Mixin private Common common;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "rapor-data",
      description = "Folder for warehouse/ and published/ (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--period",
      paramLabel = "P",
      description =
          "The only period to compute, like 2025-03, 2025-Q1, 2025-H1, 2025 or 2024..2025 (default: every one that the data touches).")
  private String period;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description =
          "What counts as now, like 2025-03-31T17:00:00Z (default: the newest time in the data).")
  private String asOf;

  @Option(
      names = "--from",
      paramLabel = "TABLE",
      description = "The table to begin with; it is made anew.")
  private String from;

  @Option(names = "--to", paramLabel = "TABLE", description = "The table to end with.")
  private String to;

  @Option(
      names = "--edition",
      paramLabel = "KIND",
      defaultValue = "provisional",
      description =
          "What the published editions are: preview (in preview/, for the agencies to check), provisional or final; what changes after that is revised (default: ${DEFAULT-VALUE}).")
  private String edition;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why figures change, for the log of revisions.")
  private String reason;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Configuration configuration = common.configuration();
    Request request =
        new Request(
            configuration.settings(),
            configuration.hash(),
            common.input(),
            data.toAbsolutePath().normalize(),
            Optional.ofNullable(period).map(Common::period),
            Optional.ofNullable(asOf).map(Common::instant),
            Optional.ofNullable(from),
            Optional.ofNullable(to),
            new Release(kind(), Optional.ofNullable(reason)));
    Terminal terminal = new Terminal(spec.commandLine().getErr());
    try {
      Outcome outcome = Runner.run(Engine.start(), request, terminal);
      print(outcome, spec.commandLine().getOut());
      return outcome.unreadable().isEmpty() ? 0 : Rapor.MENDABLE;
    } finally {
      terminal.clear();
    }
  }

  private EditionKind kind() {
    return EditionKind.asked(edition)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--edition is " + edition + ", expected preview, provisional or final."));
  }

  private static void print(Outcome outcome, PrintWriter out) {
    lines(outcome.accounts(), out);
    Common.unreadable(outcome.unreadable(), out);
    drifts(outcome.drifts(), out);
    calendar(outcome.calendar(), out);
    outcome.headline().ifPresent(headline -> table(headline, out));
    if (outcome.made() == 0) {
      out.println("Nothing has changed since the last run.");
    } else if (outcome.newEditions() > 0) {
      out.println(
          outcome.newEditions()
              + (outcome.newEditions() == 1 ? " new edition." : " new editions."));
    }
    outcome.headline().flatMap(Headline::page).ifPresent(page -> out.println("Page: " + page));
    out.flush();
  }

  /** What became of every line, by source. */
  private static void lines(List<Account> accounts, PrintWriter out) {
    Map<String, List<Account>> bySource =
        accounts.stream()
            .collect(Collectors.groupingBy(Account::source, TreeMap::new, Collectors.toList()));
    bySource.forEach(
        (source, files) ->
            out.printf(
                Locale.ROOT,
                "%s: %,d lines = %,d accepted + %,d superseded + %,d refused (%,d %s)%n",
                source,
                files.stream().mapToLong(Account::lines).sum(),
                files.stream().mapToLong(Account::accepted).sum(),
                files.stream().mapToLong(Account::superseded).sum(),
                files.stream().mapToLong(Account::refused).sum(),
                files.size(),
                files.size() == 1 ? "file" : "files"));
  }

  /** How the new files differ from those before them. */
  private static void drifts(List<String> drifts, PrintWriter out) {
    if (!drifts.isEmpty()) {
      out.printf(Locale.ROOT, "Unlike the files before (%,d):%n", drifts.size());
      drifts.stream().limit(DRIFTS).forEach(drift -> out.println("  " + drift));
      if (drifts.size() > DRIFTS) {
        out.println("  ... and more: rapor show drifts");
      }
    }
  }

  /** What was to be delivered; nothing where the reference has no calendar. */
  private static void calendar(Calendar calendar, PrintWriter out) {
    if (calendar.onTime() + calendar.late() + calendar.missing() + calendar.notDue() == 0) {
      return;
    }
    out.printf(
        Locale.ROOT,
        "Deliveries: %,d on time, %,d late, %,d missing, %,d not due yet%n",
        calendar.onTime(),
        calendar.late(),
        calendar.missing(),
        calendar.notDue());
    calendar.worst().forEach(line -> out.println("  " + line));
    if (calendar.late() + calendar.missing() > calendar.worst().size()) {
      out.println("  ... and more: rapor show deliveries");
    }
  }

  private static void table(Headline headline, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%nLeague %s, as of %s: %d ranked, %d not ranked%n",
        headline.period(),
        headline.asOf(),
        headline.ranked().size(),
        headline.notRanked());
    out.printf(
        Locale.ROOT, "%6s  %-9s %6s %5s  %s%n", "rank", "95 % set", "score", "grade", "agency");
    for (Place place : headline.ranked().stream().limit(TOP).toList()) {
      out.printf(
          Locale.ROOT,
          "%6s  %-9s %6.2f %5s  %s%n",
          place.rankLabel(),
          place.low() + "-" + place.high(),
          place.score(),
          place.grade(),
          place.name());
    }
    if (headline.ranked().size() > TOP) {
      out.printf(Locale.ROOT, "   ... and %d more%n", headline.ranked().size() - TOP);
    }
  }
}
