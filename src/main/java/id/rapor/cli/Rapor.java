package id.rapor.cli;

import id.rapor.pipeline.Engine;
import id.rapor.settings.UserError;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The root command. */
@Command(
    name = "rapor",
    mixinStandardHelpOptions = true,
    versionProvider = Rapor.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Reads the service logs of public agencies and tells how well each one serves:",
      "a balanced scorecard, leads worth a look, and a league table that says how sure it is."
    },
    subcommands = {
      Run.class,
      Replay.class,
      Check.class,
      Show.class,
      Explain.class,
      Export.class,
      FindingsCommand.class,
      SampleCommand.class,
      Erase.class,
      Vacuum.class
    },
    footer = {"", "Exit codes: 0 done, 1 bad command line, 2 something you can mend, 3 a defect."})
public final class Rapor {
  private static final int BAD_COMMAND_LINE = 1;

  /** Exit code: something that the user can mend. */
  static final int MENDABLE = 2;

  private static final int DEFECT = 3;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show Spark's log and, after an error, its trace.")
  boolean verbose;

  private Rapor() {}

  /** Runs one command line and gives its exit code. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    if (List.of(args).contains("--verbose")) {
      System.setProperty("rapor.log", "info");
    }
    Rapor root = new Rapor();
    CommandLine line =
        new CommandLine(root)
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
            .setParameterExceptionHandler(Rapor::badCommandLine)
            .setExecutionExceptionHandler(
                (exception, command, parsed) -> root.failed(exception, command))
            .setExecutionStrategy(parsed -> root.execute(parsed));
    try {
      return line.execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) {
      return root.failed(e, line);
    }
  }

  private int execute(CommandLine.ParseResult parsed) {
    if (verbose) {
      Engine.speakUp();
    }
    if (!parsed.hasSubcommand()
        && !parsed.isUsageHelpRequested()
        && !parsed.isVersionHelpRequested()) {
      throw new ParameterException(parsed.commandSpec().commandLine(), "a command is missing");
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int badCommandLine(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("rapor: " + exception.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(exception, err);
    err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return BAD_COMMAND_LINE;
  }

  private int failed(Throwable exception, CommandLine command) {
    PrintWriter err = command.getErr();
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserError) {
        err.println(cause.getMessage());
        if (verbose) {
          cause.printStackTrace(err);
        }
        return MENDABLE;
      }
    }
    if (exception instanceof OutOfMemoryError) {
      err.println("There was too little memory; give more, like RAPOR_JAVA_OPTS=-Xmx8g.");
      return MENDABLE;
    }
    err.println("This is a defect in rapor; please report it with the trace below.");
    exception.printStackTrace(err);
    return DEFECT;
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Rapor.class.getPackage().getImplementationVersion();
      return new String[] {"rapor " + (version == null ? "(unpacked)" : version)};
    }
  }
}
