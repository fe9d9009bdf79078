package id.rapor.cli;

import id.rapor.pipeline.Configuration;
import id.rapor.pipeline.Request;
import id.rapor.settings.Period;
import id.rapor.settings.UserError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that several commands share. */
final class Common {
  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings in YAML; none are needed for input in the canonical form.")
  Path settings;

  @Option(
      names = "--input",
      paramLabel = "DIR",
      description = "Folder with landing/<feed>/* and reference/*.csv (default: the samples).")
  Path input;

  /** The settings asked for, or the defaults. */
  Configuration configuration() {
    return Configuration.read(Optional.ofNullable(settings));
  }

  /** The input folder; the samples if none is named. */
  Path input() {
    return input != null ? input : samples();
  }

  /**
   * A request about {@code data} for a command that runs no stages.
   *
   * @param period code of the only period it is about
   * @param asOf what counts as now
   */
  Request request(Path data, Optional<String> period, Optional<String> asOf) {
    Configuration configuration = configuration();
    return new Request(
        configuration.settings(),
        configuration.hash(),
        input(),
        data.toAbsolutePath().normalize(),
        period.map(Common::period),
        asOf.map(Common::instant),
        Optional.empty(),
        Optional.empty());
  }

  /** Files of which nothing was taken in, each with the reason. */
  static void unreadable(List<String> files, PrintWriter out) {
    if (!files.isEmpty()) {
      out.printf(Locale.ROOT, "Nothing was taken in of (%,d):%n", files.size());
      files.forEach(file -> out.println("  " + file));
    }
  }

  private static Path samples() {
    String home = System.getProperty("rapor.home");
    if (home == null) {
      throw new UserError(
          "Cannot find the samples: the program was not started by its launcher; name a folder with --input.");
    }
    return Path.of(home, "data-samples");
  }

  /** The period that {@code code} names. */
  static Period period(String code) {
    return Period.parse(code)
        .orElseThrow(
            () ->
                new UserError(
                    "Cannot compute period "
                        + code
                        + ": expected a form like 2025-03, 2025-Q1, 2025-H1, 2025 or 2024..2025."));
  }

  /** The moment that {@code text} tells. */
  static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new UserError(
          "Cannot count as now "
              + text
              + ": expected a time with its offset, like 2025-03-31T17:00:00Z.",
          e);
    }
  }
}
