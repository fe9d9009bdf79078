package id.rapor.cli;

import id.rapor.detect.Detector;
import id.rapor.detect.DetectorCatalogue;
import id.rapor.detect.DetectorEntry;
import id.rapor.detect.Need;
import id.rapor.detect.Parameter;
import id.rapor.ingest.Inbox;
import id.rapor.ingest.Rule;
import id.rapor.measure.Catalogue;
import id.rapor.measure.Metric;
import id.rapor.pipeline.DeliveryReport;
import id.rapor.pipeline.Engine;
import id.rapor.pipeline.LeagueReport;
import id.rapor.pipeline.Ledger;
import id.rapor.pipeline.Standing;
import id.rapor.settings.Detection;
import id.rapor.settings.Problems;
import id.rapor.settings.Settings;
import id.rapor.settings.Source;
import id.rapor.table.Field;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the catalogues, the deliveries and the ledger. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Prints a catalogue, the calendar of deliveries, what has changed in them, or the ledger.")
final class Show implements Callable<Integer> {
  /** What can be shown. */
  enum What {
    metrics,
    detectors,
    rules,
    sources,
    leagues,
    deliveries,
    drifts,
    runs
  }

  @Parameters(paramLabel = "WHAT", description = "One of: ${COMPLETION-CANDIDATES}.")
  private What what;

  @Mixin private Common common;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "rapor-data",
      description =
          "Folder with warehouse/, for deliveries, drifts and runs (default: ${DEFAULT-VALUE});"
              + " where given, show detectors tells which stay silent on its data, and their precision.")
  private Path data;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    switch (what) {
      case metrics -> metrics(out);
      case detectors -> detectors(out);
      case rules -> rules(out);
      case sources ->
          Inbox.sources(common.configuration().settings().sources(), common.input())
              .forEach(source -> source(source, out));
      case leagues -> LeagueReport.lines(common.configuration().settings()).forEach(out::println);
      case deliveries -> DeliveryReport.lines(Engine.start(), warehouse()).forEach(out::println);
      case drifts -> DeliveryReport.drifts(Engine.start(), warehouse()).forEach(out::println);
      case runs -> Ledger.lines(Engine.start(), warehouse()).forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private Path warehouse() {
    return data.toAbsolutePath().normalize().resolve("warehouse");
  }

  private void metrics(PrintWriter out) {
    Settings settings = common.configuration().settings();
    Problems problems = new Problems();
    Catalogue.check(settings.scoring(), problems);
    problems.throwIfAny("show the metrics");
    Catalogue.all(settings.scoring()).forEach(metric -> metric(metric, out));
  }

  private static void metric(Metric metric, PrintWriter out) {
    String anchors =
        metric
            .anchors()
            .map(a -> "standard " + number(a.standard()) + ", target " + number(a.target()))
            .orElse("context: shown, not scored");
    out.printf(
        Locale.ROOT,
        "%s  (%s, %s, %s; n >= %d)%n",
        metric.code(),
        metric.perspective().code(),
        metric.direction().code(),
        metric.unit(),
        metric.minimumN());
    out.println("    " + metric.names().en() + " / " + metric.names().id());
    out.println("    " + metric.question().en());
    out.println("    " + metric.question().id());
    out.println("    = " + metric.formula());
    out.println(
        "    " + metric.kind() + (metric.isAdjusted() ? "; scored at the national case mix" : ""));
    out.println(
        "    "
            + anchors
            + "; ills "
            + metric.problems()
            + ", cures "
            + metric.solutions()
            + ", factors "
            + metric.factors());
    out.println("    source: " + metric.authority());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** The catalogue; with each how it stands on the data, where its folder is given. */
  private void detectors(PrintWriter out) {
    boolean isGiven = spec.commandLine().getParseResult().hasMatchedOption("--data");
    Map<String, List<String>> standing =
        isGiven ? Standing.of(Engine.start(), data.toAbsolutePath().normalize()) : Map.of();
    for (Detector detector : DetectorCatalogue.ALL) {
      detector(detector.entry(), out);
      standing
          .getOrDefault(detector.entry().code(), List.of())
          .forEach(sentence -> out.println("    " + sentence));
    }
    out.println("every detector");
    parameter(Parameter.MOST_FLAGGED, out);
  }

  private static void detector(DetectorEntry entry, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s  (%s, per %s, %s)%n",
        entry.code(),
        entry.family(),
        entry.subjectKind(),
        entry.severity());
    out.println("    " + entry.names().en() + " / " + entry.names().id());
    out.println("    " + entry.question().en());
    out.println("    " + entry.question().id());
    out.println("    fires when: " + entry.threshold(Detection.DEFAULTS));
    entry.parameters().stream()
        .filter(parameter -> !parameter.equals(Parameter.MOST_FLAGGED))
        .forEach(parameter -> parameter(parameter, out));
    out.println(
        "    needs "
            + entry.needs().stream().map(Need::name).toList()
            + "; ills "
            + entry.problems()
            + ", cures "
            + entry.solutions());
    out.println("    innocent: " + String.join(", ", entry.innocent()));
    out.println("    next: " + entry.nextStep());
    out.println("    source: " + entry.authority());
  }

  private static void parameter(Parameter parameter, PrintWriter out) {
    out.println(
        "    "
            + parameter.name()
            + " = "
            + number(parameter.published())
            + ": "
            + parameter.meaning()
            + " (source: "
            + parameter.source()
            + ")");
  }

  private static void rules(PrintWriter out) {
    for (Rule rule : Rule.values()) {
      out.printf(
          Locale.ROOT,
          "%-26s %-6s %s%n",
          rule.code(),
          rule.severity().name().toLowerCase(Locale.ROOT),
          rule.feeds());
      if (!rule.fields().isEmpty()) {
        out.println(
            "    columns: "
                + rule.fields().stream().map(Field::name).collect(Collectors.joining(", ")));
      }
      out.println("    " + rule.sentenceEn() + " / " + rule.sentenceId());
    }
  }

  private static void source(Source source, PrintWriter out) {
    out.printf(Locale.ROOT, "%-20s %-12s %s%n", source.name(), source.feed(), source.files());
  }
}
