package id.rapor.cli;

import id.rapor.sample.Sample;
import id.rapor.sample.Sample.Options;
import id.rapor.sample.Sample.Summary;
import id.rapor.sample.Sample.Wrongs;
import id.rapor.settings.UserError;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a synthetic nation. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description =
        "Writes a synthetic nation in canonical form with known wrongs and the truth about them.")
final class SampleCommand implements Callable<Integer> {
  @Option(names = "--to", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path to;

  @Option(names = "--rows", paramLabel = "N", description = "Cases (default: 20000).")
  private long rows = Options.DEFAULTS.rows();

  @Option(names = "--agencies", paramLabel = "N", description = "Agencies (default: 60).")
  private int agencies = Options.DEFAULTS.agencies();

  @Option(
      names = "--months",
      paramLabel = "N",
      description = "Months up to June 2026 (default: 6).")
  private int months = Options.DEFAULTS.months();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same seed gives the same nation (default: 1).")
  private long seed = Options.DEFAULTS.seed();

  @Option(names = "--clean", description = "Plant no wrongs and no bad lines.")
  private boolean clean;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Summary summary = write(options());
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%,d cases in %,d files, %,d planted wrongs, %,d innocent look-alikes: %s%n",
        summary.cases(),
        summary.files(),
        summary.planted(),
        summary.lookAlikes(),
        to);
    out.flush();
    return 0;
  }

  private Summary write(Options options) {
    try {
      return Sample.write(options, to.toAbsolutePath().normalize());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new UserError(e.getMessage(), e);
    }
  }

  private Options options() {
    try {
      return new Options(rows, agencies, months, seed, clean ? Wrongs.NONE : Wrongs.PLANTED);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
