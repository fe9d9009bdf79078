package id.rapor.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Writes a synthetic nation. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = "Writes a synthetic nation in canonical form with known wrongs.")
final class SampleCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}
