package id.rapor.cli;

import id.rapor.pipeline.Checkup;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads settings, sources, mappings and reference tables and tells every problem at once. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Reads settings, sources, mappings and reference tables and reports every problem at once. Starts no Spark.")
final class Check implements Callable<Integer> {
  @Mixin private Common common;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<String> seen = Checkup.check(Optional.ofNullable(common.settings), common.input());
    PrintWriter out = spec.commandLine().getOut();
    seen.forEach(out::println);
    out.println("No problem found.");
    out.flush();
    return 0;
  }
}
