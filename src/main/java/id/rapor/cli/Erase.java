package id.rapor.cli;

import id.rapor.pipeline.Configuration;
import id.rapor.pipeline.Engine;
import id.rapor.pipeline.Erasing;
import id.rapor.pipeline.Erasing.Emptied;
import id.rapor.pipeline.Erasing.Erased;
import id.rapor.pipeline.Erasing.Form;
import id.rapor.settings.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Erases persons. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    description = {
      "Empties the keyed hashes of persons in every table and in the tables' past; the rows and all figures stay.",
      "Later deliveries do not bring them back. It can be repeated, also after it was cut short."
    })
final class Erase implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  @ArgGroup(multiplicity = "1")
  private Who who;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings in YAML, if they name the key for personal identifiers.")
  private Path settings;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "rapor-data",
      description = "Folder with warehouse/ (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Spec private CommandSpec spec;

  /** One of two ways to name persons. */
  static final class Who {
    @Option(
        names = "--applicant",
        paramLabel = "FILE",
        description =
            "File with their identifiers, one per line, or - for standard input; never an identifier itself, which a list of processes would show.")
    private String applicant;

    @Option(
        names = "--hash",
        paramLabel = "FILE",
        description = "The same with keyed hashes as they stand in the tables.")
    private String hash;

    private List<String> lines() {
      return Erase.lines(applicant != null ? applicant : hash);
    }

    private Form form() {
      return applicant != null ? Form.IDENTIFIER : Form.HASH;
    }
  }

  @Override
  public Integer call() {
    Configuration configuration = Configuration.read(Optional.ofNullable(settings));
    List<String> lines = who.lines();
    Terminal terminal = new Terminal(spec.commandLine().getErr());
    try {
      Erased erased =
          Erasing.erase(
              Engine.start(),
              configuration.settings().identity(),
              data.toAbsolutePath().normalize(),
              lines,
              who.form(),
              terminal);
      print(erased, spec.commandLine().getOut());
    } finally {
      terminal.clear();
    }
    return 0;
  }

  /** The filled lines of {@code file}, which no message repeats: it may be an identifier. */
  private static List<String> lines(String file) {
    List<String> lines =
        text(file).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty()) {
      throw new UserError(
          "Cannot erase: no identifier is given, expected one on each line of the file or of standard input.");
    }
    return lines;
  }

  private static String text(String file) {
    try (InputStream bytes =
        file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file))) {
      String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new UserError(
          "Cannot erase: the file with identifiers cannot be read; write them into a file, one per line, and give its name, or - for standard input.",
          e);
    }
  }

  private static void print(Erased erased, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "Erased %,d %s%s.%n",
        erased.persons(),
        erased.persons() == 1 ? "identifier" : "identifiers",
        erased.before() == 0
            ? ""
            : String.format(Locale.ROOT, ", of which %,d had been erased before", erased.before()));
    for (Emptied one : erased.emptied()) {
      out.printf(
          Locale.ROOT,
          "  %-26s emptied in %,d %s%n",
          one.table() + "." + one.column(),
          one.rows(),
          one.rows() == 1 ? "row" : "rows");
    }
    out.println("Older versions are gone from: " + String.join(", ", erased.cleared()));
    out.println("Identifiers also stand in the delivered files, which rapor does not touch.");
    out.flush();
  }
}
