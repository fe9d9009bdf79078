package id.rapor.cli;

import id.rapor.pipeline.Engine;
import id.rapor.pipeline.Vacuuming;
import id.rapor.pipeline.Vacuuming.Vacuumed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes files of old versions of the tables. */
@Command(
    name = "vacuum",
    mixinStandardHelpOptions = true,
    description =
        "Removes the files of old versions of the tables. What a run that was cut short still needs stays.")
final class Vacuum implements Callable<Integer> {
  private static final double MEGABYTE = 1e6;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "7",
      description =
          "Versions of so many days stay readable (default: ${DEFAULT-VALUE}, at least 1).")
  private int days;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "rapor-data",
      description = "Folder with warehouse/ (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Terminal terminal = new Terminal(spec.commandLine().getErr());
    try {
      print(
          Vacuuming.vacuum(Engine.start(), data.toAbsolutePath().normalize(), days, terminal),
          spec.commandLine().getOut());
    } finally {
      terminal.clear();
    }
    return 0;
  }

  private static void print(List<Vacuumed> tables, PrintWriter out) {
    for (Vacuumed one : tables) {
      if (one.files() > 0) {
        out.printf(
            Locale.ROOT,
            "  %-20s %,8d files %,10.1f MB%n",
            one.table(),
            one.files(),
            one.bytes() / MEGABYTE);
      }
    }
    out.printf(
        Locale.ROOT,
        "Removed %,d files of old versions, %,.1f MB, from %,d tables.%n",
        tables.stream().mapToLong(Vacuumed::files).sum(),
        tables.stream().mapToLong(Vacuumed::bytes).sum() / MEGABYTE,
        tables.stream().filter(one -> !one.kept()).count());
    String kept =
        tables.stream()
            .filter(Vacuumed::kept)
            .map(Vacuumed::table)
            .collect(Collectors.joining(", "));
    if (!kept.isEmpty()) {
      out.println(
          "Left alone, as a run that was cut short needs their past: "
              + kept
              + "; finish it with: rapor run");
    }
    out.flush();
  }
}
