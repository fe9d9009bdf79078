package id.rapor.cli;

import id.rapor.pipeline.Engine;
import id.rapor.pipeline.Exporting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a table to one file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a table as CSV, Parquet or XLSX, by the file's ending.")
final class Export implements Callable<Integer> {
  @Parameters(
      paramLabel = "TABLE",
      description =
          "The table, for example league, scorecards, measurements, findings, quarantine, files.")
  private String table;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The file to write: .csv, .parquet or .xlsx.")
  private Path to;

  @Option(names = "--period", paramLabel = "P", description = "Only the rows of this period.")
  private String period;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "rapor-data",
      description = "Folder with warehouse/ (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    long rows =
        Exporting.export(
            Engine::start,
            data.toAbsolutePath().normalize(),
            table,
            Optional.ofNullable(period).map(Common::period),
            to.toAbsolutePath());
    PrintWriter out = spec.commandLine().getOut();
    out.println(rows + " rows of " + table + ": " + to);
    out.flush();
    return 0;
  }
}
