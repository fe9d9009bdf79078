package id.rapor.cli;

import id.rapor.pipeline.Engine;
import id.rapor.pipeline.FindingExport;
import id.rapor.pipeline.Request;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hands findings to those who look into them. */
@Command(
    name = "findings",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the findings for those who look into them: findings.xlsx, with a column for the decision, and findings.html.",
      "Both name cases: a folder below published/ is refused."
    })
final class FindingsCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write them into.")
  private Path to;

  @Option(
      names = "--period",
      paramLabel = "P",
      description = "Only the findings of its months (default: all that there are).")
  private String period;

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
    Request request = common.request(data, Optional.ofNullable(period), Optional.empty());
    long count = FindingExport.export(Engine::start, request, to);
    PrintWriter out = spec.commandLine().getOut();
    out.println(count + " findings: " + to);
    out.flush();
    return 0;
  }
}
