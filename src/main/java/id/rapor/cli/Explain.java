package id.rapor.cli;

import id.rapor.explain.Asked;
import id.rapor.explain.Explaining;
import id.rapor.explain.LeadExplaining;
import id.rapor.explain.ScoreAsked;
import id.rapor.explain.ScoreExplaining;
import id.rapor.pipeline.Engine;
import id.rapor.pipeline.Request;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Explains one figure or finding. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Takes a score apart into its metrics, a metric's number into numerator, denominator and the lines of the files it came from, and a finding into its evidence.")
final class Explain implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private Subject subject;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many rows of each kind to show (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "What counted as now in the run, if it was given one.")
  private String asOf;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "rapor-data",
      description = "Folder with warehouse/ (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Mixin private Common common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (rows < 0) {
      throw new ParameterException(
          spec.commandLine(), "--rows is " + rows + ", expected 0 or more");
    }
    PrintWriter out = spec.commandLine().getOut();
    lines().forEach(out::println);
    out.flush();
    return 0;
  }

  private List<String> lines() {
    if (subject.finding != null) {
      Path warehouse = data.toAbsolutePath().normalize().resolve("warehouse");
      return LeadExplaining.lines(Engine.start(), warehouse, subject.finding, rows);
    }
    Figure figure = subject.figure;
    if (figure.metric != null && figure.perspective != null) {
      throw new ParameterException(
          spec.commandLine(), "--metric and --perspective exclude each other");
    }
    Request request = request(figure);
    return figure.metric == null
        ? ScoreExplaining.lines(
            Engine.start(),
            request,
            new ScoreAsked(figure.agency, figure.period, Optional.ofNullable(figure.perspective)))
        : Explaining.lines(
            Engine.start(),
            request,
            new Asked(figure.agency, figure.metric, figure.period, figure.service, rows));
  }

  private Request request(Figure figure) {
    return common.request(data, Optional.of(figure.period), Optional.ofNullable(asOf));
  }

  /** What is to be explained: a finding, or a figure. */
  private static final class Subject {
    @Option(
        names = "--finding",
        paramLabel = "ID",
        description =
            "A finding's id, or its beginning: its evidence, down to the lines of the files.")
    private String finding;

    @ArgGroup(exclusive = false)
    private Figure figure;
  }

  /** A metric's number, or without a metric the score. */
  private static final class Figure {
    @Option(
        names = "--agency",
        required = true,
        paramLabel = "A",
        description = "The agency's code.")
    private String agency;

    @Option(
        names = "--period",
        required = true,
        paramLabel = "P",
        description = "The period, like 2025-03, 2025-Q1, 2025-H1, 2025 or 2024..2025.")
    private String period;

    @Option(
        names = "--metric",
        paramLabel = "M",
        description =
            "The metric's code; they are listed by: rapor show metrics. Without it the score is explained, and the report card printed.")
    private String metric;

    @Option(
        names = "--perspective",
        paramLabel = "X",
        description = "Without --metric: only this perspective of the score.")
    private String perspective;

    @Option(
        names = "--service",
        paramLabel = "S",
        defaultValue = "*",
        description = "Only this service (default: all together).")
    private String service;
  }
}
